import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeCrBio } from '@segur/cda';
import { decodeMessage } from '@segur/hl7v2';
import { batteriesOf, isolatesOf, observationsOf, type Report } from '@segur/laboratory';
import { toCrBio } from '@segur/laboratory-to-cda';
import { openPdfFonts } from '@segur/pdf';
import { reviseReport } from '@segur/results-to-laboratory';
import {
  checkWithOfficialKit,
  describeWithOfficial,
  glucose,
  officialDirectory,
  oruText,
  sampleMessages,
  testFontFiles,
  testLaboratory,
  unqualifiedPatient,
  type MessageExam,
  type MessageResult,
  type OruOptions,
} from '@segur/testing';
import { toReport } from '../src/index.js';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n').toString('base64');
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
/** As XML writes it. */
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const options = {
  createdAt: new Date('2026-11-23T10:00:00Z'),
  documentId: '2.25.201',
  setId: '2.25.200',
  versionNumber: 1,
  pdf: { fonts: openPdfFonts(testFontFiles()) },
};

const one = (changes: Partial<MessageExam>): OruOptions => ({ exams: [{ ...glucose, ...changes }] });
const result = (changes: Partial<MessageResult>): OruOptions =>
  one({ results: [{ type: 'NM', code: 'X^Analyse^L', value: '5,2', unit: 'mmol/L', ...changes }] });
const culture: MessageExam = {
  ...glucose,
  ...{ code: 'ECBU^Examen cytobactériologique des urines^LABO', section: 'MB', specimen: 'UR^Urine^HL70487' },
  results: [
    { type: 'NM', code: 'LEUCO^Leucocytes^LABO', value: '120', unit: '/mL' },
    {
      type: 'CE',
      code: 'G^Germe^LABO^11475-1^Germe^LN',
      value: '112283007^Escherichia coli^SCT^562^Escherichia coli^NCBI',
      subId: '1',
    },
    { type: 'SN', code: 'NUM^Numération^LABO', value: '>=^100000', unit: 'UFC/mL', subId: '1' },
    { type: 'SN', code: 'AMX^Amoxicilline^LABO', value: '>^16', unit: 'mg/L', flags: 'R', subId: '1.1' },
    { type: 'ST', code: 'CTX^Céfotaxime^LABO', value: 'S', subId: '1.2' },
  ],
};
const parent: MessageExam = { ...culture, fields: { 3: 'F-1' }, results: culture.results.slice(0, 2) };
const child: MessageExam = {
  ...culture,
  code: 'ATB^Antibiogramme^LABO^18769-0^Antibiogramme^LN',
  fields: { 3: 'F-2', 26: 'G&Germe&LABO^1^Escherichia coli', 29: '^F-1' },
  results: culture.results.slice(3),
};

/** Every grammar of a reference range that the specification lists. */
const RANGES = [
  ...[
    '3,5-5,0',
    '3.5 - 5.0',
    '0,6- 4,1',
    '3,5 à 5,0',
    '3.5 to 5.0',
    '3.5..5.0',
    '3,5 – 5,0',
    '-2 - +2',
    '<5',
    '< 5,0 mmol/L',
    '≤5',
  ],
  ...[
    'inf. à 0,5',
    'Inférieur à 0,5',
    "jusqu'à 5",
    'max 5',
    '>60',
    '>= 60',
    'sup. à 60',
    'min 60',
    '3-',
    '-5',
    '-',
    'Négatif',
    '<1:80',
  ],
  ...['H : 13-17 ; F : 12-16', 'Adulte : 3,5 - 5,0 ; Enfant < 10 ans : 3 - 4', 'Homme > 60 ans : < 6,5', '0,09 - 0,36 g/L'],
];

/** Every spelling of the published table of units, where it is on this machine. */
function frenchUnits(): readonly string[] {
  const directory = officialDirectory('terminology');
  if (directory === undefined) return ['mmol/L'];
  const rows = readFileSync(join(directory, 'ucum-fr-units.csv'), 'utf8').trim().split(/\r?\n/).slice(1);
  return rows.map((row) => /^(?:"([^"]*)"|([^,]*)),/.exec(row) ?? []).map(([, quoted, plain]) => quoted ?? plain ?? '');
}

/** What a reader of the document must find in it. */
function factsOf(report: Report): readonly string[] {
  const attached = [...(report.secondIntention ?? []), ...(report.printedCopy ? [report.printedCopy] : [])];
  return [
    ...observationsOf(report).flatMap((observation) => [
      observation.code.label,
      observation.range?.text ?? '',
      ...observation.comments,
      ...(observation.otherRanges ?? []).map(({ label = '' }) => label),
      ...(observation.priors ?? []).map(({ value }) => value.text),
      observation.performedBy?.organization.name ?? '',
    ]),
    ...isolatesOf(report.chapters).map(({ organism }) => organism.label),
    ...batteriesOf(report.chapters).flatMap(({ code, images = [], comments }) => [
      ...[code.label, ...comments, ...images.map(({ data }) => data)],
    ]),
    ...attached.map(({ data }) => data),
    ...(report.remarks ?? []).flatMap(({ title, text }) => [title, text]),
    ...(report.samplers ?? []).map(({ professional }) => professional.family),
    ...(report.relatives ?? []).map(({ family }) => family),
    ...[...report.comments, report.clinicalInformation ?? ''],
  ]
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.trim() !== '');
}

/** Everything that issue and specification list of an ORU, by name. */
const MESSAGES: readonly { readonly title: string; readonly message: OruOptions }[] = [
  { title: 'a French decimal', message: result({ value: '5,20' }) },
  { title: '<0,5 in a number', message: result({ value: '<0,5' }) },
  { title: '>= 1:160', message: result({ type: 'ST', value: '>= 1:160', unit: '' }) },
  { title: 'a titre in a code', message: result({ type: 'CE', value: '1:160', unit: '' }) },
  { title: 'Négatif', message: result({ type: 'ST', value: 'Négatif', unit: '' }) },
  { title: 'several numbers', message: result({ value: '1~2' }) },
  { title: 'SN with two numbers', message: result({ type: 'SN', value: '^3^-^5' }) },
  { title: 'SN as a titre', message: result({ type: 'SN', value: '^1^:^128', unit: '' }) },
  { title: 'SN with a degree', message: result({ type: 'SN', value: '^2^+', unit: '' }) },
  { title: 'CWE in SNOMED CT', message: result({ type: 'CWE', value: '260385009^Négatif^SCT', unit: '' }) },
  { title: 'CWE in words', message: result({ type: 'CWE', value: '^Absence', unit: '' }) },
  { title: 'a date', message: result({ type: 'DT', value: '20261101', unit: '' }) },
  { title: 'lines of text', message: result({ type: 'FT', value: 'Un.\\.br\\Deux.', unit: '' }) },
  { title: 'an unknown unit', message: result({ unit: 'boisseaux' }) },
  { title: 'a correction (C)', message: result({ status: 'C' }) },
  { title: 'a cancelled result (X)', message: result({ status: 'X', value: '', notes: ['Tube coagulé'] }) },
  {
    title: 'a result nobody asked for (N)',
    message: one({ results: [...glucose.results, { ...glucose.results[0]!, status: 'N' }] }),
  },
  { title: 'a preliminary result (P)', message: one({ status: 'P', results: [{ ...glucose.results[0]!, status: 'P' }] }) },
  {
    title: 'a result to come (I)',
    message: one({ status: 'A', results: [...glucose.results, { type: 'NM', code: 'K^Potassium^L', value: '', status: 'I' }] }),
  },
  {
    title: 'notes at every level',
    message: {
      patientNotes: ['De tout.'],
      ...one({ notes: ['De l’examen.'], results: [{ ...glucose.results[0]!, notes: ['Du résultat.', '', 'Fin.'] }] }),
    },
  },
  { title: 'a list of ranges', message: result({ range: 'H : 4 - 6 ; F : 3 - 5 ; Femme enceinte : > 2' }) },
  { title: 'an open range', message: result({ range: 'inf. à 6,1' }) },
  { title: 'a flag of its own', message: result({ flags: 'MS~H' }) },
  {
    title: 'a PDF of another laboratory',
    message: one({
      results: [
        ...glucose.results,
        { type: 'ED', code: 'DOC^Électrophorèse^L', value: `^AP^PDF^Base64^${PDF}`, fields: { 15: '690000099^CERBIOTEST^FINESS' } },
      ],
    }),
  },
  {
    title: 'the printed report',
    message: one({ results: [...glucose.results, { type: 'ED', code: '11502-2^CR^LN', value: `^AP^PDF^Base64^${PDF}` }] }),
  },
  {
    title: 'a picture',
    message: one({ results: [...glucose.results, { type: 'ED', code: 'IMG^Courbe^L', value: `^IM^PNG^Base64^${PNG}` }] }),
  },
  {
    title: 'an examination done elsewhere',
    message: result({ fields: { 15: '690000099^CERBIOTEST^FINESS', 25: 'D1^DIRECTRICE^EVE' } }),
  },
  { title: 'an antibiogram in one OBR', message: { exams: [culture] } },
  { title: 'an antibiogram in an OBR of its own', message: { exams: [parent, child] } },
  { title: 'an antibiogram whose germ is unknown', message: { exams: [child] } },
  {
    title: 'a sterile culture',
    message: { exams: [{ ...culture, results: [{ type: 'ST', code: 'C^Culture^L', value: 'Culture stérile' }] }] },
  },
  {
    title: 'an earlier result',
    message: one({ results: [...glucose.results, { ...glucose.results[0]!, value: '4,9', fields: { 14: '20260102' } }] }),
  },
  {
    title: 'the sampler, the reason, an added examination',
    message: one({ fields: { 10: 'IDE7^PIQUEUR^JEAN', 11: 'A', 13: 'Diabète connu', 31: '^Suivi' } }),
  },
  { title: 'copies', message: { copies: '10000000018^COPIE^ANNE^^^DR^^^&1.2.250.1.71.4.2.1&ISO^D^^^RPPS~D42^SERVICE' } },
  { title: 'a stay in hospital', message: { patientClass: 'I' } },
  { title: 'a relative', message: { extra: ['NK1|1|PARENT^ANNE|MTH^Mère|1 rue A^^TOURS^^37000|0102030405||C'] } },
  {
    title: 'every grammar of a reference range',
    message: one({ results: RANGES.map((range, at) => ({ ...glucose.results[0]!, code: `R${at}^Intervalle ${at}^L`, range })) }),
  },
  {
    title: 'every unit of the published table',
    message: one({
      results: frenchUnits().map((unit, at) => ({
        type: 'NM',
        code: `U${at}^Unité ${at}^L`,
        value: '5,2',
        unit: unit.replace('^', '\\S\\'),
      })),
    }),
  },
  { title: 'an identity without INS', message: { patient: unqualifiedPatient } },
];

describeWithOfficial('ci-sis', 'A document made of an ORU', () => {
  const judge = async (text: string) => {
    const reading = toReport(decodeMessage(Buffer.from(text)), { laboratory: testLaboratory, reportSetId: 'r', revision: 1 });
    if (reading.status === 'refused') throw new Error(JSON.stringify(reading.findings));
    const document = writeCrBio(toCrBio(reading.report, testLaboratory, options));
    return { report: reading.report, document: document.toString(), verdict: await checkWithOfficialKit(document) };
  };

  it.each([
    ...MESSAGES.map(({ title, message }) => ({ title, text: oruText(message) })),
    ...sampleMessages.map(({ name, bytes }) => ({ title: `the sample ${name}`, text: bytes.toString('utf8') })),
  ])(
    'passes every official layer: $title',
    async ({ text }) => {
      const { report, document, verdict } = await judge(text);

      for (const fact of factsOf(report)) expect(document).toContain(escaped(fact));
      expect(verdict.errors).toEqual([]);
      // The kit warns where there is no INS, which is then as it should be.
      expect(verdict.warnings.map(({ rule }) => rule)).toEqual(report.identity.insMatricule ? [] : ['KIT-08']);
    },
    60_000,
  );

  it('passes after a correction of a partial report', async () => {
    const state = (text: string, revision: number) => {
      const reading = toReport(decodeMessage(Buffer.from(text)), { laboratory: testLaboratory, reportSetId: 'r', revision });
      if (reading.status === 'refused') throw new Error(JSON.stringify(reading.findings));
      return reading;
    };
    const first = state(oruText({ exams: [{ ...culture, status: 'P' }] }), 1);
    const second = state(
      oruText({
        exams: [{ ...culture, results: [culture.results[3]!].map((obx) => ({ ...obx, status: 'C', value: '<^4', flags: 'S' })) }],
      }),
      2,
    );
    const revised = reviseReport(first.report, second.report, second.changes);
    if (revised.status === 'emptied') throw new Error('emptied');
    const replaces = { document: { root: '2.25.200' }, ...(revised.reason && { reason: revised.reason }) };
    const verdict = await checkWithOfficialKit(
      writeCrBio(toCrBio({ ...revised.report, replaces }, testLaboratory, { ...options, versionNumber: 2 })),
    );

    expect(verdict).toMatchObject({ errors: [], warnings: [] });
  }, 60_000);
});
