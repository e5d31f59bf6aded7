import type {
  CdaBattery,
  CdaChapter,
  CdaIsolate,
  CdaObservation,
  CdaQuantity,
  CdaSectionContent,
  CdaSubChapter,
  CrBioBody,
  CrBioDocument,
} from '../src/cr-bio-document.js';
import type { CdaPerformer, CdaSignatory } from '../src/cda-header.js';
import { readCrBio, writeCrBio } from '../src/index.js';
import { printPrior } from '../src/print-facts.js';
import { printRange, printUnit } from '../src/reading/printed-text.js';
import { present } from '../src/read-cda-types.js';
import { everyFeature, features } from './every-feature.js';

/**
 * What a document cannot say in its coded part, and comes back otherwise. Each line is a normalisation that the README names; whatever
 * is not here comes back equal.
 */
function settled(document: CrBioDocument): CrBioBody {
  const { referral, chapters, secondIntention, vaccinations, comments, remarks } = document;
  const [first, ...further] = chapters;
  return present<CrBioBody>({
    referral,
    chapters: [settledChapter(first), ...further.map(settledChapter)],
    secondIntention,
    vaccinations,
    comments,
    remarks,
  });
}

function settledChapter(chapter: CdaChapter): CdaChapter {
  return present<CdaChapter>({ ...chapter, ...settledContent(chapter), subChapters: chapter.subChapters?.map(settledSubChapter) });
}

function settledSubChapter(sub: CdaSubChapter): CdaSubChapter {
  return { ...sub, ...settledContent(sub) };
}

function settledContent(content: CdaSectionContent): CdaSectionContent {
  return present<CdaSectionContent>({
    ...content,
    performers: content.performers?.map(settledPerformer),
    validators: content.validators.map(settledValidator),
    groups: content.groups.map((group) => {
      if (group.kind === 'observation') return settledResult(group);
      return group.kind === 'battery' ? settledBattery(group) : settledIsolate(group);
    }),
  });
}

function settledBattery(battery: CdaBattery): CdaBattery {
  return present<CdaBattery>({
    ...battery,
    performers: battery.performers?.map(settledPerformer),
    validators: battery.validators?.map(settledValidator),
    observations: battery.observations.map(settledResult),
    batteries: battery.batteries?.map(settledBattery),
    isolates: battery.isolates?.map(settledIsolate),
  });
}

function settledIsolate(isolate: CdaIsolate): CdaIsolate {
  return present<CdaIsolate>({
    ...isolate,
    performers: isolate.performers?.map(settledPerformer),
    observations: isolate.observations.map(settledResult),
    antibiograms: isolate.antibiograms.map(settledBattery),
  });
}

function settledResult(result: CdaObservation): CdaObservation {
  const { printed, value, interpretations, method, priors, range } = result;
  const bound = (limit: CdaQuantity | undefined) => limit && { ...limit, inclusive: true };
  return present<CdaObservation>({
    ...result,
    printed: present<CdaObservation['printed']>({
      ...printed,
      // Notes stand in the narrative alone.
      notes: undefined,
      // Units in UCUM, interpretations by their labels.
      unit: printUnit(value),
      interpretation: interpretations.map(({ displayName, code }) => displayName ?? code).join(', '),
      // Bounds are shown.
      reference: printed.reference || printRange(bound(range?.low), bound(range?.high), printUnit(value)),
      // A method that is coded is shown.
      method: printed.method ?? method?.displayName,
      // The words of a prior where its value is words; its date as it is stated.
      priors: priors?.map((prior, index) => ({
        date: printPrior(prior).date,
        result: (prior.value.type === 'CD' && printed.priors?.[index]?.result) || printPrior(prior).result,
      })),
    }),
    performers: result.performers?.map(settledPerformer),
    validators: result.validators.map(settledValidator),
  });
}

/** FR-Participant has no profession and no organisation, and coordinates are masked where there are none. */
function settledValidator({ ids, addresses, telecoms, person, time }: CdaSignatory): CdaSignatory {
  const masked = [{ nullFlavor: 'MSK' }];
  return present<CdaSignatory>({
    ids,
    addresses: addresses.length > 0 ? addresses : masked,
    telecoms: telecoms.length > 0 ? telecoms : masked,
    person,
    time,
  });
}

/** FR-Laboratoire-executant says of everything that it is unknown. */
function settledPerformer(performer: CdaPerformer): CdaPerformer {
  const unknown = [{ nullFlavor: 'UNK' }];
  const organization = performer.organization ?? { ids: [], telecoms: [], addresses: [] };
  return {
    ...performer,
    time: performer.time ?? {},
    organization: {
      ...organization,
      telecoms: organization.telecoms.length > 0 ? organization.telecoms : unknown,
      addresses: organization.addresses.length > 0 ? organization.addresses : unknown,
    },
  };
}

describe('A document of ours, read back', () => {
  const documents: Readonly<Record<string, CrBioDocument>> = { ...features, 'all at once': everyFeature };

  it.each(Object.keys(documents))('is the document, but for what no coded part can say: %s', (name) => {
    const document = documents[name] as CrBioDocument;
    const { version, form, header, body, pdf, findings } = readCrBio(writeCrBio(document));
    const { templateIds, code, title, language, body: kind, ...own } = header;

    expect({ version, form, kind, language, title, code: code.code, findings }).toEqual({
      version: '2024.01',
      form: 'n3',
      kind: 'structured',
      language: 'fr-FR',
      title: "Compte rendu d'examens biologiques",
      code: '11502-2',
      findings: [],
    });
    expect(templateIds).toHaveLength(4);
    expect(own).toEqual(document.header);
    expect(body).toEqual(settled(document));
    expect(Buffer.from(pdf ?? [])).toEqual(Buffer.from(document.pdf));
  });
});
