import type { CdaHeader, CrBioReading } from '@segur/cda';
import { derivedUuid, type Chapter, type DeliveryWishes, type Report } from '@segur/laboratory';
import { FindingLog } from '@segur/results-to-laboratory';
import { BiologistDirectory } from './biologist-directory.js';
import type { CdaDocumentFacts, CdaReading, ToReportOptions } from './cda-reading.js';
import { CATALOGUE, type Remarks } from './finding-catalogue.js';
import { specimenRack, uniqueNumbers } from './section-source.js';
import { numbered, timeAt, toIdentifier, type Source } from './source.js';
import { toChapters } from './to-chapters.js';
import { toCorrespondents } from './to-correspondents.js';
import { toEncounter } from './to-encounter.js';
import { toExtras, toPrintedCopy } from './to-extras.js';
import { toIdentity, toRelatives } from './to-identity.js';
import { toLaboratory, withBiologists, type NamedLaboratory } from './to-laboratory.js';
import { toSignatures, type Signatures } from './to-signatures.js';

/** LOINC, or a code that awaits one. */
const CHAPTER = /^(\d{1,7}-\d|\d{7})$/;
const MAIN_ACT = '/ClinicalDocument/documentationOf[1]/serviceEvent';
const NOWHERE: DeliveryWishes = {
  dmp: false,
  professionals: false,
  patient: false,
  maskedToProfessionals: false,
  hiddenFromPatient: false,
  hiddenFromRepresentatives: false,
};

/**
 * Gives the report that a document says, and the laboratory that answers for it, so that both can be written again by `toCrBio`.
 *
 * Times keep the precision and the offset they were written with. Results and germs keep the identifiers of the document; those without
 * one are numbered by their place (`c1.s1.o3`), the same for the same document. A level-1 document gives the chapters that its header names,
 * without results, and its PDF as `printedCopy`.
 *
 * @returns Refused where a fact that no report can be without is missing; each finding names the XPath and the rule.
 * @see CI-SIS volet BIO-CR-BIO 2021.01 to 2024.01
 */
export function toReport(reading: CrBioReading, options: ToReportOptions = {}): CdaReading {
  const { header, body } = reading;
  const remarks: Remarks = new FindingLog(CATALOGUE, reading.findings);
  const named = toLaboratory(header, body);
  if (!named) remarks.add('cda-laboratory-missing', '/ClinicalDocument/custodian');
  const directory = named && new BiologistDirectory(header, named);
  const signatures = directory && toSignatures(header, directory, remarks);
  if (directory && !signatures) remarks.add('cda-signature-missing', '/ClinicalDocument/legalAuthenticator');
  const request = toRequest(header, named, remarks);
  if (!named || !directory || !signatures || !request || remarks.refuses) return { status: 'refused', findings: remarks.findings };

  const laboratory = withBiologists(named, directory);
  const source: Source = { remarks, oidRoot: laboratory.oidRoot, fillerNumber: request.fillerNumber };
  const document = toDocument(header, remarks);
  const report = { ...toState(header, document), ...request, ...toContent(reading, source, directory, signatures, named) };
  sayWhatIsMissing(reading, remarks);
  return {
    status: 'read',
    report: { ...report, delivery: options.delivery ?? NOWHERE },
    laboratory,
    document,
    findings: remarks.findings,
  };
}

function toContent(
  reading: CrBioReading,
  source: Source,
  directory: BiologistDirectory,
  signatures: Signatures,
  laboratory: NamedLaboratory,
) {
  const { header, body } = reading;
  const { remarks } = source;
  const specimens = specimenRack();
  const { validations } = signatures;
  const chapters = body
    ? toChapters(body.chapters, { ...source, directory, validations, specimens, unique: uniqueNumbers() })
    : toAnnounced(header);
  const relatives = toRelatives(header, remarks);
  const printedCopy = toPrintedCopy(reading);
  return {
    identity: toIdentity(header.patient, remarks),
    ...(relatives.length > 0 && { relatives }),
    ...toCorrespondents(header, remarks),
    ...toEncounter(header, laboratory, source),
    specimens: specimens.all,
    chapters,
    ...toExtras(body, remarks),
    ...(printedCopy && { printedCopy }),
    ...signatures,
  };
}

/** The specialties that the header of a level-1 document names: chapters without results. */
function toAnnounced({ serviceEvents }: CdaHeader): readonly Chapter[] {
  const codes = serviceEvents.flatMap(({ code }) => (code && CHAPTER.test(code.code) ? [code.code] : []));
  return [...new Set(codes)].map((code) => ({ code, batteries: [] }));
}

type Request = Pick<
  Report,
  'fillerNumber' | 'fillerIdentifier' | 'placerNumber' | 'placerIdentifier' | 'receivedAt' | 'releasedAt'
>;

/** The request, its numbers and its times: the main act, which is the first. */
function toRequest(header: CdaHeader, laboratory: NamedLaboratory | undefined, remarks: Remarks): Request | undefined {
  const [main] = header.serviceEvents;
  const [id] = main?.ids ?? [];
  if (!id) remarks.add('cda-request-missing', `${MAIN_ACT}/id`);
  const receivedAt = timeAt(main?.time.low ?? main?.time.value, `${MAIN_ACT}/effectiveTime/low`, remarks);
  if (receivedAt === undefined) remarks.add('cda-reception-missing', `${MAIN_ACT}/effectiveTime/low`);
  const performed = main?.performer?.time;
  const releasedAt =
    timeAt(main?.time.high, `${MAIN_ACT}/effectiveTime/high`, remarks) ??
    timeAt(performed?.high ?? performed?.value, `${MAIN_ACT}/performer/time`, remarks) ??
    timeAt(header.effectiveTime, '/ClinicalDocument/effectiveTime', remarks);
  const [order, ...others] = header.orders;
  if (others.length > 0) remarks.add('cda-order-left-out', '/ClinicalDocument/inFulfillmentOf[2]');
  if (!id || !laboratory || receivedAt === undefined || releasedAt === undefined) return undefined;
  const filler = numbered(id, 'request', laboratory.oidRoot);
  const placer = order && numbered(order, 'prescription', laboratory.oidRoot);
  return {
    fillerNumber: filler.number,
    ...(filler.identifier && { fillerIdentifier: filler.identifier }),
    ...(placer && { placerNumber: placer.number }),
    ...(placer?.identifier && { placerIdentifier: placer.identifier }),
    receivedAt,
    releasedAt,
  };
}

/** Which state of the report this is. */
function toState(header: CdaHeader, document: CdaDocumentFacts) {
  const code = header.confidentiality.code;
  return {
    reportSetId: toReportSetId(document),
    revision: document.versionNumber,
    status: header.serviceEvents[0]?.status === 'active' ? ('partial' as const) : ('final' as const),
    ...(document.replaces && { replaces: { document: document.replaces } }),
    ...((code === 'R' || code === 'V') && ({ confidentiality: code } as const)),
  };
}

function toDocument(header: CdaHeader, remarks: Remarks): CdaDocumentFacts {
  const { id, setId, versionNumber, replaces } = header;
  if (versionNumber === undefined) remarks.add('cda-version-missing', '/ClinicalDocument/versionNumber');
  if (!setId) remarks.add('cda-set-missing', '/ClinicalDocument/setId');
  return {
    id: toIdentifier(id),
    ...(setId && { setId: toIdentifier(setId) }),
    versionNumber: versionNumber ?? 1,
    createdAt: timeAt(header.effectiveTime, '/ClinicalDocument/effectiveTime', remarks) ?? header.effectiveTime,
    ...(replaces && { replaces: toIdentifier(replaces) }),
  };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Our own documents number their set by the UUID of the report, and give it back; of any other setId a UUID is derived. */
function toReportSetId({ id, setId = id }: CdaDocumentFacts): string {
  const digits = /^2\.25\.(?<number>\d{1,39})$/.exec(setId.root)?.groups?.['number'];
  const hex = digits === undefined ? '' : BigInt(digits).toString(16).padStart(32, '0');
  const uuid = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  if (setId.extension === undefined && UUID.test(uuid)) return uuid;
  if (setId.extension === undefined && UUID.test(setId.root.toLowerCase())) return setId.root.toLowerCase();
  return derivedUuid('cda-set', setId.root, setId.extension ?? '');
}

function sayWhatIsMissing({ form, pdf, body, header }: CrBioReading, remarks: Remarks): void {
  header.serviceEvents.forEach(({ code }, index) => {
    const known = !body || !code || body.chapters.some((chapter) => chapter.code.code === code.code);
    if (!known) remarks.add('cda-act-left-out', `/ClinicalDocument/documentationOf[${index + 1}]/serviceEvent/code`);
  });
  if (form === 'n1' || !body) remarks.add('cda-level-1', '/ClinicalDocument/component');
  if (!pdf) remarks.add('cda-pdf-missing', '/ClinicalDocument/component');
}
