import type { CdaBattery, CdaChapter, CdaIsolate, CdaObservation, CrBioDocument } from '@segur/cda';
import type { Report } from '@segur/laboratory';
import {
  battery,
  namedLaboratory,
  observation,
  otherLaboratory,
  report,
  richReports,
  testBiologist,
  testCurve,
  testLaboratory,
} from '@segur/testing';
import { toCrBio } from '../src/index.js';

const options = {
  createdAt: new Date('2026-11-20T15:01:00Z'),
  documentId: '2.25.101',
  setId: '2.25.100',
  versionNumber: 1,
  pdf: Buffer.from('%PDF-ours'),
};
const documentOf = (made: Report) => toCrBio(made, testLaboratory, options);
const rich = (name: string) => documentOf(richReports[name]!);
const chapterOf = (document: CrBioDocument, index = 0) => document.chapters[index] as CdaChapter;
const only = (change: Parameters<typeof observation>[1]) => {
  const document = documentOf(report().withObservations(observation('X', change), observation('Y')).build());
  return (chapterOf(document).groups[0] as CdaBattery).observations[0] as CdaObservation;
};

const microbiology = rich('microbiology, two isolates');
const culture = chapterOf(microbiology).groups[0] as CdaBattery;
const coli = culture.isolates?.[0] as CdaIsolate;
const faecalis = chapterOf(microbiology).groups[1] as CdaIsolate;
const screening = rich('HPV screening');
const hpv = chapterOf(screening).groups[0] as CdaBattery;
const test = hpv.observations[0] as CdaObservation;
const glucose = (chapterOf(rich('glucose in two units, other ranges, priors')).groups[0] as CdaBattery).observations[0]!;
const divided = chapterOf(rich('sub-chapters, images'));
const elsewhere = rich('examinations of two other laboratories');
const corrected = rich('corrected, replaces what was partial').header;
const child = rich('a child, guardians, relatives, a stay elsewhere').header;
const partial = rich('partial, with a preliminary result');

describe('Where each fact of a report stands in the document', () => {
  it.each<[fact: string, found: unknown, expected: unknown]>([
    ['heading of a chapter', chapterOf(microbiology).title, 'EXAMEN CYTOBACTERIOLOGIQUE DES URINES'],
    ['heading that nobody gave: the label of the code', chapterOf(documentOf(report().build())).title, 'BIOCHIMIE'],
    ['comments of a section', chapterOf(microbiology).comments, ['Infection urinaire probable']],
    ['specimens that a section names', chapterOf(microbiology).specimens.map(({ label }) => label), ['Urine']],
    ['who validated a section', chapterOf(microbiology).validators[0]?.time, '20261120151000+0100'],
    ['interim code of a chapter', chapterOf(screening, 1).code.codeSystem, '1.2.250.1.213.1.1.5.130'],
    ['code of the act', chapterOf(screening, 1).actCode?.code, '26438-2'],
    ['sub-chapter: code and heading', divided.subChapters?.[0], { code: { code: '18719-5' }, title: 'Biochimie sanguine' }],
    ['a chapter with sub-chapters holds nothing itself', divided.groups, []],
    [
      'pictures and comments of such a chapter: with the last',
      divided.subChapters?.at(-1)?.comments,
      ['Chapitre relu', 'Biochimie des selles\u00a0: Échantillon non parvenu'],
    ],
    ['LOINC of a battery', culture.code.loinc?.code, '630-4'],
    [
      'battery inside a battery, its category',
      culture.batteries?.[0]?.code.others,
      [{ code: '107', codeSystem: '2.16.840.1.113883.5.84' }],
    ],
    ['specimen of a battery', culture.specimen, { root: '1.2.250.1.999.1.3', extension: 'TUBE-S3' }],
    [
      'pictures of a battery',
      (divided.subChapters?.[0]?.groups[0] as CdaBattery).images?.map(({ mediaType }) => mediaType),
      ['image/jpeg'],
    ],
    [
      'pictures of a result',
      (divided.subChapters?.[0]?.groups[0] as CdaBattery).observations[1]?.images,
      [{ mediaType: 'image/png', data: testCurve.data, title: testCurve.title }],
    ],
    ['isolate: identifier', coli.id, { root: '1D2C7E5A-9A51-4A0C-8E0B-0F5C9E2A7B11' }],
    ['isolate: identifier that nobody gave', faecalis.id, { root: '1.2.250.1.999.1.7', extension: 'DOS-2026-0001-ISO-2' }],
    ['isolate: germ', [coli.label, coli.code?.code, coli.ncbi?.code], ['Escherichia coli', '112283007', '562']],
    [
      'isolate: time and comments',
      [coli.effectiveTime, coli.comments],
      ['20261120143000+0100', ['Souche productrice de pénicillinase']],
    ],
    ['isolate: count', coli.observations[0]?.value, { type: 'PQ', value: '1000000', unit: '/mL' }],
    ['antibiogram', coli.antibiograms[0]?.code.loinc?.code, '18769-0'],
    [
      'antibiotic with its MIC',
      coli.antibiograms[0]?.observations[0]?.value,
      { type: 'IVL_PQ', low: { value: '32', inclusive: false } },
    ],
    ['antibiotic without MIC', coli.antibiograms[0]?.observations[2]?.value, { type: 'none' }],
    ['S, I or R', coli.antibiograms[0]?.observations.map(({ interpretations }) => interpretations[0]?.code), ['R', 'S', 'I']],
    ['other units', glucose.value, { type: 'PQ', value: '4.89', unit: 'mmol/L', translations: [{ value: '0.88', unit: 'g/L' }] }],
    [
      'an earlier result',
      glucose.priors,
      [{ effectiveTime: '20260105080000+0100', value: { type: 'PQ', value: '5.10', unit: 'mmol/L' } }],
    ],
    ['an earlier result, as printed', glucose.printed.priors, [{ date: '05/01/2026 à 08:00', result: '5,10 mmol/L' }]],
    [
      'what has no code: notes under the result',
      glucose.printed.notes,
      [
        'Résultat corrigé',
        'Soit 0,88 g/L (valeurs de référence\u00a0: 0,70 - 1,08)',
        'Autres valeurs de référence (avant 28 jours)\u00a0: 2,8 - 4,4',
        'Autres valeurs de référence (Femme enceinte, femme, à partir de 18 ans)\u00a0: < 5,1',
      ],
    ],
    ['earlier results that are coded, that are words', test.priors?.map(({ value }) => value.type), ['CD', 'ST']],
    ['method: code and words', [test.method?.code, test.printed.method], ['PCR', 'PCR']],
    ['kit and medium', [test.kit?.code, test.medium?.code], ['24-1', 'GEN-303']],
    [
      'identifier of a result',
      only({ identifier: { root: 'a0b1c2d3-0000-4000-8000-00000000000a' } }).id,
      { root: 'A0B1C2D3-0000-4000-8000-00000000000A' },
    ],
    [
      'a LOINC that is the only code the sender has',
      only({ code: { localCode: '2345-7', label: 'Glucose', system: '2.16.840.1.113883.6.1' } }).code,
      { loinc: { code: '40193-5' } },
    ],
    ['a time that nobody stated', only({}).effectiveTime, '20261120094000+0100'],
    [
      'who validated one result',
      only({ validatedBy: testBiologist, validatedAt: '2026-11-20T13:00:00+01:00' }).validators[0]?.time,
      '20261120130000+0100',
    ],
    ['who validated it, where that says nothing new', only({ validatedBy: testBiologist }).validators, []],
    [
      'who did a result',
      only({ performedBy: namedLaboratory }).performers,
      [{ ids: [], organization: { name: 'LABORATOIRE VOISIN', ids: [] } }],
    ],
    [
      'who did a battery',
      (chapterOf(elsewhere).groups[1] as CdaBattery).performers?.[0],
      { time: { high: '20261120140000+0100' }, person: { family: 'TESTPATHO' } },
    ],
    ['who did a chapter: on the act', chapterOf(elsewhere, 1).performers?.[0]?.organization?.industryClass?.code, 'ETABLISSEMENT'],
    [
      'who did a chapter: one more event',
      elsewhere.header.serviceEvents.map(({ code, performer }) => [code?.code, performer?.organization?.name]),
      [
        ['18719-5', 'LABORATOIRE DE TEST'],
        ['1443252', 'LABORATOIRE SPECIALISE'],
      ],
    ],
    [
      'specimen: act and site',
      [chapterOf(screening).specimens[0]?.act?.code, chapterOf(screening).specimens[0]?.site?.code],
      ['0027', '28349006'],
    ],
    [
      'why the examinations were asked for',
      screening.referral,
      { title: 'Contexte de l’examen', reason: { code: 'MED-1210' }, problem: { code: 'B97.7' } },
    ],
    [
      'vaccinations',
      screening.vaccinations,
      [
        { product: { code: 'J07BM' }, done: false },
        { label: 'Rappel', done: true, at: '201905' },
      ],
    ],
    [
      'clinical information, then remarks',
      screening.remarks?.map(({ title }) => title),
      ['Renseignements cliniques', 'Conclusion', 'Protection des données'],
    ],
    [
      'sampler',
      screening.header.participants[1],
      { typeCode: 'PRF', functionCode: { code: 'PRELV' }, time: { high: '20261120073500+0100' }, person: { family: 'TESTSF' } },
    ],
    [
      'a structure in copy',
      screening.header.informationRecipients[1],
      { typeCode: 'TRC', organization: { name: 'COLLECTEUR NATIONAL' } },
    ],
    [
      'reports of others',
      rich('second intention as PDF, the paper of the laboratory').secondIntention?.map(({ title }) => title),
      ['Caryotype', 'Séquençage'],
    ],
    ['a partial report', [chapterOf(partial).status, partial.header.serviceEvents[0].status], ['active', 'active']],
    [
      'a preliminary result',
      (chapterOf(partial).groups[0] as CdaBattery).observations[0],
      { status: 'completed', printed: { notes: ['Résultat provisoire'] } },
    ],
    ['what it replaces', corrected.replaces, { root: '2.25.77', extension: 'V1' }],
    ['confidentiality', corrected.confidentiality.code, 'R'],
    ['who signs', corrected.legalAuthenticator.time, '20261120170000+0100'],
    [
      'identifiers of request and order',
      [corrected.serviceEvents[0].ids, corrected.orders],
      [[{ root: '1.2.250.1.999.7', extension: 'DOS' }], [{ root: '1.2.250.1.999.8', extension: 'PRE' }]],
    ],
    [
      'guardians',
      child.patient.guardians,
      [{ person: { family: 'PATIENT-TEST', given: 'JEANNE', prefix: 'MME' } }, { organization: { name: 'FOYER DE TEST' } }],
    ],
    ['rank of birth, death', [child.patient.birthOrder, child.patient.deceased], [2, { time: '202611' }]],
    [
      'relatives',
      child.relatives,
      [
        { classCode: 'ECON', code: { code: 'MTH' } },
        { classCode: 'NOK', telecoms: [{ nullFlavor: 'UNK' }] },
      ],
    ],
    [
      'the stay',
      child.encounter,
      {
        ids: [{ root: '1.2.250.1.999.9', extension: 'VENUE' }],
        code: { code: 'EXTERNE', codeSystem: '1.2.250.1.213.1.1.4.2.291' },
        time: { low: '20261120070000+0100', high: '20261120180000+0100' },
        facilityName: 'HOPITAL DE TEST',
      },
    ],
    [
      'words about examinations without result',
      rich('a chapter of words, a battery of words').remarks,
      [{ title: 'HÉMATOLOGIE', text: 'Numération non réalisée : tube coagulé' }],
    ],
  ])('%s', (_, found, expected) => {
    if (typeof expected === 'object' && expected !== null) expect(found).toMatchObject(expected);
    else expect(found).toBe(expected);
  });

  it('has a director, who performs and answers for the stay', () => {
    const director = { ...testBiologist, nationalId: '899700000094', family: 'TESTDIR' };
    const { header } = toCrBio(report().build(), { ...testLaboratory, director }, options);

    expect(header.serviceEvents[0].performer.person?.family).toBe('TESTDIR');
    expect(header.encounter.responsibleParty?.person?.family).toBe('TESTDIR');
    expect(header.legalAuthenticator.person?.family).toBe('TESTBIO');
  });

  it.each`
    what                         | pdf                        | expected
    ${'ours, where bytes come'}  | ${Buffer.from('%PDF-two')} | ${'%PDF-two'}
    ${'the paper of laboratory'} | ${{ fonts: undefined }}    | ${'%PDF-1.4\n%%EOF\n'}
  `('carries $what', ({ pdf, expected }: { pdf: Buffer; expected: string }) => {
    const made = richReports['second intention as PDF, the paper of the laboratory']!;

    expect(Buffer.from(toCrBio(made, testLaboratory, { ...options, pdf }).pdf).toString()).toBe(expected);
  });

  it('names in the header the laboratories that it can name entirely', () => {
    const chapter = { code: '18719-5', batteries: [battery('A', [observation('A')])] };
    const performers = [namedLaboratory, { organization: otherLaboratory.organization }, otherLaboratory];
    const made = report().withChapters(...performers.map((performedBy) => ({ ...chapter, performedBy })));

    expect(documentOf(made.build()).header.serviceEvents.map(({ performer }) => performer?.organization?.name)).toEqual([
      'LABORATOIRE DE TEST',
      'LABORATOIRE SPECIALISE',
    ]);
  });

  it('has no local code under the OID of LOINC, and no person where there is none', () => {
    const code = { localCode: '2345-7', label: 'Glucose', system: '2.16.840.1.113883.6.1' };

    expect(only({ code }).code).not.toHaveProperty('local');
    expect(screening.header.informationRecipients[1]).not.toHaveProperty('person');
  });
});
