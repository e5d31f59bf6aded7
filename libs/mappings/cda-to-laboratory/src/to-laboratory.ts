import type { CdaHeader, CdaOrganization, CdaResultCode, CdaSectionContent, CrBioBody } from '@segur/cda';
import { oidOfUuid, type Laboratory } from '@segur/laboratory';
import { ARCS } from '@segur/laboratory-to-cda';
import type { BiologistDirectory } from './biologist-directory.js';
import { toAddress, toOrganization, toTelecoms } from './to-people.js';

const STRUCTURES = '1.2.250.1.71.4.2.2';
const COFRAC = '1.2.250.1.213.6.3.1';
const FINESS = /^1(?<finess>[0-9A-Z]{9})$/i;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Code systems that no laboratory owns. */
const NATIONAL = /^(?:2\.16\.840\.1\.113883\.|1\.2\.250\.1\.213\.)/;

/** Organisations of the header that may be the laboratory, the surest first. */
function candidates({ custodian, serviceEvents, encounter }: CdaHeader): readonly CdaOrganization[] {
  const [main] = serviceEvents;
  return [custodian, main?.performer?.organization, encounter?.responsibleParty?.organization].flatMap((one) => one ?? []);
}

/** The laboratory as the document names it, before its people are known. */
export type NamedLaboratory = Omit<Laboratory, 'biologists'>;

/**
 * Gives the laboratory that answers for the document: the custodian, with what the main performer and the responsible party say of it.
 *
 * Two OIDs that no document states are derived. `oidRoot` is the root of the request's identifier, without the arc that our own
 * documents put there. `catalogueOid` is the code system of the first local code, or an arc under `oidRoot` where there is none.
 *
 * @returns `undefined`: no organisation of the header has a FINESS.
 */
export function toLaboratory(header: CdaHeader, body: CrBioBody | undefined): NamedLaboratory | undefined {
  const organizations = candidates(header);
  const finess = organizations.map(finessOf).find((found) => found !== undefined);
  if (finess === undefined) return undefined;
  const same = organizations.filter((organization) => finessOf(organization) === finess);
  const [main] = header.serviceEvents;
  const performing = main?.performer?.organization;
  const known = performing && finessOf(performing) === finess ? [performing, ...same] : same;
  const oidRoot = oidRootOf(main?.ids[0]?.root ?? header.setId?.root ?? header.id.root);
  const catalogue = catalogueOf(body);
  const cofrac = known.flatMap(({ ids }) => ids).find(({ root }) => root === COFRAC)?.extension;
  const sector = [...known, header.legalAuthenticator?.organization].find((one) => one?.industryClass)?.industryClass?.code;
  return {
    finess,
    name: same.map(({ name }) => name).find((name) => name !== undefined) ?? '',
    address: known.flatMap(({ addresses }) => toAddress(addresses[0]) ?? [])[0] ?? { lines: [] },
    telecoms: known.map(({ telecoms }) => toTelecoms(telecoms)).find((telecoms) => telecoms.length > 0) ?? [],
    oidRoot,
    catalogueOid: catalogue?.oid ?? `${oidRoot}.20`,
    catalogueName: catalogue?.name || 'Codes locaux',
    sector: sector === 'ETABLISSEMENT' ? 'ETABLISSEMENT' : 'AMBULATOIRE',
    defaultBiologist: false,
    ...(cofrac !== undefined && { cofrac }),
  };
}

/** The laboratory with those who may sign. */
export function withBiologists(laboratory: NamedLaboratory, directory: BiologistDirectory): Laboratory {
  return { ...laboratory, biologists: directory.people };
}

/** True when an organisation is the laboratory itself. */
export function isLaboratory(organization: CdaOrganization | undefined, laboratory: NamedLaboratory): boolean {
  const read = toOrganization(organization);
  return read !== undefined && read.nationalId === `1${laboratory.finess}`;
}

function finessOf({ ids }: CdaOrganization): string | undefined {
  return ids
    .filter(({ root }) => root === STRUCTURES)
    .map(({ extension }) => FINESS.exec(extension ?? '')?.groups?.['finess'])
    .find((finess) => finess !== undefined);
}

function oidRootOf(requestRoot: string): string {
  if (UUID.test(requestRoot)) return oidOfUuid(requestRoot.toLowerCase());
  const arc = `.${ARCS.request}`;
  return requestRoot.endsWith(arc) ? requestRoot.slice(0, -arc.length) : requestRoot;
}

function catalogueOf(body: CrBioBody | undefined): { readonly oid: string; readonly name: string } | undefined {
  const codes = body?.chapters.flatMap((chapter) => [chapter, ...(chapter.subChapters ?? [])]).flatMap(codesOf) ?? [];
  const local = codes.map((code) => code.local).find((code) => code?.codeSystem !== undefined && !NATIONAL.test(code.codeSystem));
  return local?.codeSystem === undefined ? undefined : { oid: local.codeSystem, name: local.codeSystemName ?? '' };
}

type Group = CdaSectionContent['groups'][number];

function codesOf({ groups }: CdaSectionContent): readonly CdaResultCode[] {
  const within = (group: Group): readonly CdaResultCode[] => {
    if (group.kind === 'observation') return [group.code];
    if (group.kind === 'isolate') return [...group.observations, ...group.antibiograms].flatMap(within);
    const { code, observations, isolates = [], batteries = [] } = group;
    return [code, ...[...observations, ...isolates, ...batteries].flatMap(within)];
  };
  return groups.flatMap(within);
}
