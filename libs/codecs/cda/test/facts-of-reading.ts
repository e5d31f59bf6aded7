import type { CdaBattery, CdaIsolate, CdaObservation, CdaQuantity, CdaSectionContent, CdaValue } from '../src/cr-bio-document.js';
import type { CdaHeader } from '../src/cda-header.js';
import type { CrBioReading } from '../src/cr-bio-reading.js';

const quantity = ({ value, unit }: CdaQuantity) => [value, unit].filter((part) => part !== undefined).join(' ');
const sorted = (facts: readonly (string | undefined)[]) => facts.filter((fact) => fact !== undefined).sort();
const length = (data: string) => String(data.length);

/** The facts that XPath sees (`factsInDocument`), in what was read. */
export function factsInReading({ body, pdf }: CrBioReading): object {
  const chapters = body?.chapters ?? [];
  const subChapters = chapters.flatMap((chapter) => chapter.subChapters ?? []);
  const contents: readonly CdaSectionContent[] = [...chapters, ...subChapters];
  const groups = contents.flatMap((content) => content.groups);
  const batteries: CdaBattery[] = [];
  const isolates: CdaIsolate[] = [];
  const results: CdaObservation[] = [];
  const visit = (group: CdaBattery | CdaIsolate | CdaObservation): void => {
    if (group.kind === 'observation') results.push(group);
    else {
      group.observations.forEach(visit);
      if (group.kind === 'isolate') {
        isolates.push(group);
        group.antibiograms.forEach(visit);
      } else {
        batteries.push(group);
        group.batteries?.forEach(visit);
        group.isolates?.forEach(visit);
      }
    }
  };
  groups.forEach(visit);
  const values = results.flatMap(({ value }) => value ?? []);
  const of = <T extends CdaValue['type']>(type: T) =>
    values.filter((value): value is CdaValue & { type: T } => value.type === type);
  const specimens = contents.flatMap((content) => content.specimens);
  const pdfs = [
    ...(body?.secondIntention ?? []).map(({ data }) => data),
    ...(pdf && body ? [Buffer.from(pdf).toString('base64')] : []),
  ];
  const owners = [...contents, ...batteries, ...results];
  return {
    chapters: chapters.length,
    subChapters: subChapters.length,
    batteries: batteries.length,
    isolates: isolates.map(({ code, ncbi }) => [code?.code, ncbi?.code].filter(Boolean).join(' ')).sort(),
    specimens: specimens.map(({ id, code }) => [id.extension, code?.code].filter(Boolean).join(' ')).sort(),
    collections: sorted(specimens.map(({ collectedAt }) => collectedAt)),
    receptions: sorted(specimens.map(({ receivedAt }) => receivedAt)),
    codes: sorted(results.map(({ code }) => (code.loinc ?? code.local)?.code)),
    statuses: sorted(results.map(({ status }) => status)),
    times: sorted(results.map(({ effectiveTime }) => effectiveTime)),
    quantities: sorted([...of('PQ'), ...of('REAL')].map((value) => quantity(value))),
    bounds: sorted(
      of('IVL_PQ').flatMap(({ low, high }) => [
        low && `low ${quantity(low)} ${low.inclusive}`,
        high && `high ${quantity(high)} ${high.inclusive}`,
      ]),
    ),
    secondUnits: sorted(of('PQ').flatMap(({ translations }) => (translations ?? []).map(quantity))),
    codedValues: sorted(of('CD').map(({ code }) => code?.code)),
    words: [...of('CD').filter(({ code }) => !code), ...of('ST')].length,
    interpretations: sorted(results.flatMap(({ interpretations }) => interpretations.map(({ code }) => code))),
    methods: sorted(results.map(({ method }) => method?.code)),
    devices: sorted(results.flatMap(({ kit, medium }) => [kit?.code, medium?.code])),
    ranges: sorted(
      results.flatMap(({ range }) => [range?.low && `low ${quantity(range.low)}`, range?.high && `high ${quantity(range.high)}`]),
    ),
    priors: sorted(
      results.flatMap(({ priors = [] }) => priors.map(({ effectiveTime, value }) => `${effectiveTime} ${priorOf(value)}`)),
    ),
    comments: [...owners, ...isolates].reduce((sum, { comments = [] }) => sum + comments.length, 0),
    validators: sorted(
      owners.flatMap(({ validators = [] }) => validators.map(({ ids: [id], time }) => `${id?.extension} ${time}`)),
    ),
    performers: sorted(
      [...owners, ...isolates].flatMap(({ performers = [] }) => performers.map(({ organization }) => organization?.name)),
    ),
    images: sorted(owners.flatMap(({ images = [] }) => images.map(({ data }) => length(data)))),
    pdfs: pdfs.map(length).sort(),
    remarks: sorted((body?.remarks ?? []).map(({ title }) => title)),
    screening: sorted([body?.referral?.reason.code, body?.referral?.problem.code]),
    vaccinations: (body?.vaccinations ?? []).map(({ done, product }) => `${!done} ${product?.code}`).sort(),
  };
}

function priorOf(value: CdaValue): string {
  if (value.type === 'CD') return value.code?.code ?? '';
  return value.type === 'PQ' || value.type === 'REAL' ? value.value : '';
}

/** The facts that XPath sees (`headerInDocument`), in what was read. */
export function headerInReading(header: CdaHeader): object {
  const { patient, encounter, custodian } = header;
  const actors = [
    ...header.authors,
    ...(header.legalAuthenticator ? [header.legalAuthenticator] : []),
    ...header.authenticators,
    ...header.participants,
    ...header.informationRecipients,
  ];
  const { birthFamily, birthGiven, givenNames, usedFamily, usedGiven } = patient.name;
  const places = [
    ...patient.addresses,
    ...(patient.guardians ?? []).flatMap(({ addresses }) => addresses),
    ...header.authors.flatMap(({ addresses, organization }) => [...addresses, ...(organization?.addresses ?? [])]),
    ...(custodian?.addresses ?? []),
    ...(encounter?.responsibleParty?.addresses ?? []),
    ...(encounter?.responsibleParty?.organization?.addresses ?? []),
    ...(encounter?.facilityAddress ? [encounter.facilityAddress] : []),
  ];
  return {
    patient: sorted(patient.ids.map(({ extension }) => extension)),
    names: sorted([birthFamily, birthGiven, givenNames, usedFamily, usedGiven]),
    guardians: sorted((patient.guardians ?? []).map(({ person }) => person?.family)),
    actors: sorted(
      actors.flatMap(({ ids, organization }) => [...ids, ...(organization?.ids ?? [])].map(({ extension }) => extension)),
    ),
    relatives: sorted((header.relatives ?? []).map(({ classCode }) => classCode)),
    orders: sorted(header.orders.map(({ extension }) => extension)),
    acts: sorted(
      header.serviceEvents.map(({ ids, code, status }) => [ids[0]?.extension, code?.code, status].filter(Boolean).join(' ')),
    ),
    streets: sorted(places.map((place) => ('streetName' in place ? place.streetName : undefined))),
  };
}
