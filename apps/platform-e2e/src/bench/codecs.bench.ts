import { isDeepStrictEqual } from 'node:util';
import { readCrBio, writeCrBio } from '@segur/cda';
import { toReport as fromCda } from '@segur/cda-to-laboratory';
import { checkCrBio, validateXsd } from '@segur/conformance';
import { writeFhirJson } from '@segur/fhir';
import { loadFontFiles } from '@segur/fonts';
import { decodeMessage } from '@segur/hl7v2';
import { documentIdOf, oidOfUuid, type Report } from '@segur/laboratory';
import { toCrBio, toPdfCopy } from '@segur/laboratory-to-cda';
import { toFhirDocument } from '@segur/laboratory-to-fhir';
import { toHtml } from '@segur/laboratory-to-html';
import { openPdfFonts } from '@segur/pdf';
import { codeObservations } from '@segur/loinc-transcoding/core';
import { decodeReportJson, encodeReportJson } from '@segur/report-json';
import { officialDirectory, testLaboratory } from '@segur/testing';
import { AUTOMATE, canonicalDigest, NORMAL_ACCESS, signLot, writeVihf, type Vihf } from '@segur/xml-signature';
import { benchSeal } from './bench-seal.js';
import { messageOf, reportOf } from './codec-material.js';
import { codingMaterial } from './coding-material.js';
import { cpuEach } from './cpu-each.js';
import { thousandths, type Figures } from './figures.js';
import { readWithFastXmlParser, readWithSaxes, toPlainTree, writeWithXmlbuilder2 } from './other-libraries.js';

const createdAt = new Date('2026-11-23T08:00:00Z');
// The copy on paper is measured apart: with a real one, half of the document is base64.
const NO_PRINT = Buffer.from('%PDF-1.4\n%%EOF\n');

interface Step {
  readonly what: string;
  /** CPU ms: `performance-budget` of the design. Absent: none is set. */
  readonly budget?: string;
  readonly work: () => unknown;
}

/** Formats and mappings by themselves: CPU time of each step, and of other people's libraries on the same document. */
export async function benchCodecs(): Promise<Figures> {
  const message = messageOf(60);
  const report = reportOf(messageOf(42));
  const options = optionsOf(report);
  const document = toCrBio(report, testLaboratory, options);
  const bytes = writeCrBio(document);
  const xml = Buffer.from(bytes).toString();
  const fonts = openPdfFonts(loadFontFiles());
  const pdf = () => toPdfCopy(report, testLaboratory, { fonts, createdAt, documentId: options.documentId });
  const json = encodeReportJson(report);
  const tree = toPlainTree(xml);
  const coding = codingMaterial();
  if (!isDeepStrictEqual(toPlainTree(writeWithXmlbuilder2(tree)), tree)) throw new Error('xmlbuilder2 wrote another document');
  const kit = officialDirectory('ci-sis');

  const steps: readonly Step[] = [
    { what: 'ORU of 60 OBX: cut into segments', budget: '0.12', work: () => decodeMessage(message) },
    { what: 'ORU of 60 OBX → model', work: () => reportOf(message) },
    {
      what: '1 000 results → LOINC, map of 5 000 local codes',
      budget: '5',
      work: () => codeObservations(coding.observations, coding.map),
    },
    { what: 'model → document, 42 observations', work: () => toCrBio(report, testLaboratory, options) },
    { what: 'document → CDA N3: our writer', budget: '0.25', work: () => writeCrBio(document) },
    { what: 'the same tree: xmlbuilder2', work: () => writeWithXmlbuilder2(tree) },
    { what: 'CDA N3 → document: our reader', work: () => readCrBio(bytes) },
    { what: 'CDA N3 → model', work: () => fromCda(readCrBio(bytes)) },
    { what: 'the same bytes → events: saxes', work: () => readWithSaxes(xml) },
    { what: 'the same bytes → tree: fast-xml-parser', work: () => readWithFastXmlParser(xml) },
    ...(kit === undefined ? [] : [{ what: 'XSD', budget: '2', work: () => validateXsd(bytes, kit) }]),
    { what: 'our rules', work: () => checkCrBio(bytes) },
    { what: `PDF/A, ${pagesOf(pdf())} pages`, work: pdf },
    { what: 'model → JSON', work: () => encodeReportJson(report) },
    { what: 'JSON → model', work: () => decodeReportJson(json) },
    { what: 'model → FHIR', work: () => writeFhirJson(toFhirDocument(report, testLaboratory, { createdAt })) },
    { what: 'model → HTML', work: () => toHtml(report, testLaboratory) },
    ...signatures(bytes),
  ];
  return {
    title: `Codecs: CPU time of one document (message of ${message.length} bytes, CDA of ${bytes.length}, JSON of ${json.length})`,
    columns: ['step', 'CPU ms', 'budget'],
    rows: steps.map(({ what, budget = '', work }) => [what, thousandths(cpuEach(work)), budget && `≤ ${budget}`]),
    remarks: [
      'Median of nine rounds in one process, after a warm-up. The CDA carries a PDF of a few bytes: printing is a step of its own.',
      ...(kit === undefined ? ['No XSD: the official kit is not on this machine (CI_SIS_DIR).'] : []),
    ],
  };
}

function optionsOf({ reportSetId, revision }: Report) {
  return {
    createdAt,
    documentId: documentIdOf(reportSetId, revision),
    setId: oidOfUuid(reportSetId),
    versionNumber: revision,
    pdf: NO_PRINT,
  };
}

function pagesOf(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type \/Page\b(?!s)/g)?.length ?? 0
  );
}

function signatures(document: Uint8Array): readonly Step[] {
  const seal = benchSeal();
  const vihf: Vihf = {
    id: '_019ac000-0000-7000-8000-000000000001',
    issuedAt: createdAt,
    authenticatedAt: createdAt,
    issuer: seal.subject,
    subjectNameId: '899700000011',
    subjectId: 'Segur, 0.1.0, alimentation du DMP',
    authenticationContext: 'urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified',
    mode: 'INDIRECTE',
    modeAttribute: 'Authentification_Mode',
    version: '3.0',
    structureId: '1990000001',
    sector: 'SA25^1.2.250.1.71.4.2.4',
    roles: [AUTOMATE],
    patient: { value: '279035121518989', oid: '1.2.250.1.213.1.4.10' },
    purpose: NORMAL_ACCESS,
    software: { name: 'Segur', version: '0.1.0', homologation: 'TEST-0001' },
  };
  const lot = () =>
    signLot(
      {
        uniqueId: '1.2.3.1',
        documents: [{ uniqueId: '1.2.3.2', digest: canonicalDigest(document, 'sha256', true), xml: true }],
        signedAt: createdAt,
        digest: 'sha256',
      },
      seal,
    );
  return [
    { what: 'VIHF: written and signed', budget: '0.7', work: () => writeVihf(vihf, seal) },
    { what: 'lot: digest and signature', budget: '0.7', work: lot },
  ];
}
