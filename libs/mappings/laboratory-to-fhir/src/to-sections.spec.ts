import { battery, observation, report, richReports, testBiologist } from '@segur/testing';
import { ReadDocument, type ReadResource } from '../test/read-document.js';

interface ReadSection {
  readonly title?: string;
  readonly code?: { coding: { code: string }[] };
  readonly text?: { div: string };
  readonly author?: unknown;
  readonly entry?: unknown;
  readonly section?: readonly ReadSection[];
}
const sectionsOf = (document: ReadDocument) => document.one('Composition')['section'] as readonly ReadSection[];
const entriesOf = (document: ReadDocument, { entry }: ReadSection) =>
  document
    .follow(entry ?? [])
    .map(({ resourceType, code, content }: ReadResource) =>
      [resourceType, (code as { text?: string } | undefined)?.text ?? (content as { title?: string } | undefined)?.title]
        .filter(Boolean)
        .join(' '),
    );

describe('Sections', () => {
  it('have the sub-chapters of a chapter inside, each with its own rows and results', () => {
    const document = new ReadDocument(richReports['sub-chapters, images']!);
    const [chapter] = sectionsOf(document);
    const [blood, urine] = chapter!.section ?? [];

    expect(chapter).toMatchObject({ title: 'BIOCHIMIE', code: { coding: [{ code: '18719-5' }] } });
    expect(chapter?.entry).toBeUndefined();
    expect(chapter?.section).toHaveLength(2);
    expect(blood).toMatchObject({ title: 'Biochimie sanguine', code: { coding: [{ code: '18719-5' }] } });
    expect(urine).toMatchObject({ title: 'Biochimie urinaire' });
    expect(entriesOf(document, blood!)).toEqual(['Observation Examen SANG']);
    expect(entriesOf(document, urine!)).toEqual(['Observation Examen URINE', 'Media Mobilité', 'Specimen']);
    expect(blood?.text?.div).toContain('Analyse NA');
    expect(blood?.text?.div).not.toContain('Analyse CREAT');
    expect(urine?.text?.div).toContain('Analyse CREAT');
    // Words without results, and what is said of the whole chapter, are printed with its last part.
    expect(urine?.text?.div).toContain('Échantillon non parvenu');
    expect(urine?.text?.div).toContain('Chapitre relu');
  });

  it('say results that stand beside sub-chapters before them', () => {
    const made = report().withChapters({
      code: '18719-5',
      batteries: [battery('A', [observation('SEUL')])],
      subChapters: [{ title: 'Sang', batteries: [battery('B', [observation('NA')])] }],
    });
    const [chapter] = sectionsOf(new ReadDocument(made.build()));

    expect(chapter?.section).toMatchObject([{ text: { div: expect.stringContaining('Analyse SEUL') } }, { title: 'Sang' }]);
    expect(chapter?.section?.[1]?.text?.div).not.toContain('Analyse SEUL');
  });

  it('name who validated or performed them, with an attestation at that time', () => {
    const colleague = { nationalId: '899700000037', family: 'TESTBIS', telecoms: [] };
    const [base] = report().build().chapters;
    const made = report().withChapters({ ...base!, validations: [{ biologist: colleague, at: '2026-11-20T15:40:00+01:00' }] });
    const document = new ReadDocument(made.build());

    expect(document.deep(sectionsOf(document)[0]!.author)).toMatchObject([{ practitioner: { name: [{ family: 'TESTBIS' }] } }]);
    expect(document.deep(document.one('Composition')['attester'])).toMatchObject([
      { mode: 'professional', party: { practitioner: { name: [{ family: testBiologist.family }] } } },
      { mode: 'professional', time: '2026-11-20T15:40:00+01:00', party: { practitioner: { name: [{ family: 'TESTBIS' }] } } },
      { mode: 'legal', party: { practitioner: { name: [{ family: testBiologist.family }] } } },
    ]);
    expect(document.result('Analyse GLY')['issued']).toBe('2026-11-20T15:40:00+01:00');

    const elsewhere = new ReadDocument(richReports['examinations of two other laboratories']!);
    expect(elsewhere.deep(sectionsOf(elsewhere)[1]!.author)).toMatchObject([
      { practitioner: { name: [{ family: 'TESTPATHO' }] } },
      { name: 'LABORATOIRE SPECIALISE' },
    ]);
  });

  it('say what stands around the results, with the resources that say the same', () => {
    const document = new ReadDocument(richReports['HPV screening']!);
    const told = sectionsOf(document).map((section) => [
      section.title,
      section.code?.coding[0]?.code,
      entriesOf(document, section).join(', '),
    ]);

    expect(told).toEqual([
      ['Contexte de l’examen', '42349-1', 'ServiceRequest'],
      ['Renseignements cliniques', '55752-0', 'Observation Renseignements cliniques'],
      ['Recherche HPV', '18725-2', 'Observation Examen HPV'],
      ['Examen cytologique', '1443252', 'Observation Examen CYTO'],
      ['Historique des vaccinations', '11369-6', 'Immunization, Immunization'],
      ['Conclusion', undefined, ''],
      ['Protection des données', undefined, ''],
    ]);
  });

  it('hold the reports of other laboratories last, after remarks', () => {
    const remarks = [{ title: 'Historique des vaccinations', text: 'Sans objet' }];
    const document = new ReadDocument({ ...richReports['second intention as PDF, the paper of the laboratory']!, remarks });

    expect(
      sectionsOf(document)
        .slice(-2)
        .map((section) => entriesOf(document, section)),
    ).toEqual([[], ['DocumentReference', 'DocumentReference']]);
  });

  it('of words alone are there too', () => {
    const document = new ReadDocument(richReports['a chapter of words, a battery of words']!);

    expect(sectionsOf(document)).toMatchObject([
      { title: 'BIOCHIMIE' },
      { title: 'HÉMATOLOGIE', code: { coding: [{ code: '18723-7' }] }, text: { div: expect.stringContaining('tube coagulé') } },
    ]);
  });
});
