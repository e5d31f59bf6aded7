import {
  chapterOf,
  documentOf,
  documentWith,
  entryOf,
  header,
  inAct,
  read,
  readBodyOf,
  resultOf,
} from '../../test/documents-to-read.js';
import { UnreadableCda } from '../unreadable-cda.js';

const LOINC = '2.16.840.1.113883.6.1';
const code = (value: string, label = '') => `<code code="${value}" codeSystem="${LOINC}" displayName="${label}"/>`;
const result = (value: string) => inAct(resultOf(`<value xsi:type="REAL" value="${value}"/>`));
const plain = chapterOf(result('1'));
const section = (inside: string) => `<component><section>${inside}</section></component>`;
const remark = (title: string, text: string, template = '<templateId root="1.2.250.1.213.1.1.2.73"/>') =>
  `${template}${code('55112-7', 'Commentaire')}${title === '' ? '' : `<title>${title}</title>`}<text>${text}</text>`;
const attached = (kind: string, value: string, data = 'JVBE\nRg==') =>
  `${kind}<title>Rapport</title><text><content ID="t">Titre du rapport</content><renderMultiMedia referencedObject="m"/></text><entry><organizer classCode="CLUSTER" moodCode="EVN">
  <id root="1.2"/>${code('55107-7')}<statusCode code="completed"/><component><observation classCode="OBS" moodCode="EVN"><templateId root="1.2.250.1.213.1.1.3.48.18"/><id root="1.3"/>${code('69764-9')}
  <text><reference value="t"/></text><statusCode code="completed"/><effectiveTime nullFlavor="NA"/>${value}</observation></component>
  <component><observationMedia classCode="OBS" moodCode="EVN" ID="m"><value mediaType="application/pdf" representation="B64">${data}</value></observationMedia></component></organizer></entry>`;
const SECOND = '<templateId root="1.2.250.1.213.1.1.2.60"/>';
const COPY = '<templateId root="1.2.250.1.213.1.1.2.243"/>';
const codesOf = (xml: string) =>
  read(xml).findings.map(
    (finding) => `${finding.code} ${finding.location.replace('/ClinicalDocument/component/structuredBody', '')}`,
  );

describe('readBody', () => {
  it('reads a chapter with its entry', () => {
    expect(readBodyOf(plain).chapters).toMatchObject([
      { code: { code: '18719-5' }, title: 'BIOCHIMIE', status: 'completed', groups: [{ value: { value: '1' } }] },
    ]);
    expect(readBodyOf(plain).chapters[0]).not.toHaveProperty('subChapters');
  });

  it('reads a chapter of sub-chapters: code and title of their own, and the code of the act where it is another', () => {
    const chapter = `<templateId root="1.3.6.1.4.1.19376.1.3.3.2.1"/>${code('18719-5', 'Biochimie')}
      ${section(`${code('57698-3')}<title>Bilan lipidique</title><text/>${entryOf(result('1'), code('57698-3'))}`)}${section(`<text/>${entryOf(result('2'), code('26438-2', 'Cytologie')).replace('completed', 'active')}`)}`;

    expect(readBodyOf(chapter).chapters).toMatchObject([
      {
        title: 'Biochimie',
        status: 'active',
        groups: [],
        subChapters: [
          { code: { code: '57698-3' }, title: 'Bilan lipidique', status: 'completed', groups: [{ value: { value: '1' } }] },
          { actCode: { code: '26438-2', displayName: 'Cytologie' }, status: 'active', groups: [{ value: { value: '2' } }] },
        ],
      },
    ]);
    expect(readBodyOf(chapter).chapters[0].subChapters?.[0]).not.toHaveProperty('actCode');
  });

  it('reads a chapter with several entries, or with an entry beside sub-chapters, as sub-chapters', () => {
    const values = (chapter: string) =>
      readBodyOf(chapter).chapters[0].subChapters?.map(({ groups: [group] }) => group?.kind === 'observation' && group.value);

    expect(values(plain + entryOf(result('2')))).toEqual([
      { type: 'REAL', value: '1' },
      { type: 'REAL', value: '2' },
    ]);
    expect(values(plain + section(`<text/>${entryOf(result('3'))}${section(`<text/>${entryOf(result('4'))}`)}`))).toEqual([
      { type: 'REAL', value: '1' },
      { type: 'REAL', value: '3' },
      { type: 'REAL', value: '4' },
    ]);
  });

  it('takes a section with results for a chapter, whatever template it forgot', () => {
    expect(readBodyOf(plain.replace(/<templateId[^>]*>/, '')).chapters).toHaveLength(1);
  });

  it.each`
    what                                | xml                                                                                                     | remark
    ${'a titled comment'}               | ${remark('Non conformité', '<paragraph>a</paragraph><paragraph>b</paragraph>')}                         | ${{ title: 'Non conformité', text: 'a\nb' }}
    ${'a comment of free text'}         | ${remark('Conclusion', '(texte libre)')}                                                                | ${{ title: 'Conclusion', text: '(texte libre)' }}
    ${'a section that nobody knows'}    | ${'<title>Autre</title><text>dit quelque chose</text>'}                                                 | ${{ title: 'Autre', text: 'dit quelque chose' }}
    ${'a chapter of words'}             | ${`${code('18725-2', 'Microbiologie')}<templateId root="1.2.250.1.213.1.1.2.70"/><text>Stérile</text>`} | ${{ title: 'Microbiologie', text: 'Stérile' }}
    ${'a second intention without PDF'} | ${`${SECOND}<title>Labo 2</title><text>envoyé à part</text>`}                                           | ${{ title: 'Labo 2', text: 'envoyé à part' }}
    ${'vaccinations in words'}          | ${'<templateId root="1.2.250.1.213.1.1.2.147"/><title>Vaccins</title><text>à jour</text>'}              | ${{ title: 'Vaccins', text: 'à jour' }}
    ${'a context in words'}             | ${'<templateId root="1.2.250.1.213.1.1.2.128"/><title>Contexte</title><text>bilan</text>'}              | ${{ title: 'Contexte', text: 'bilan' }}
  `('keeps the words of $what', ({ xml, remark: expected }: { xml: string; remark: object }) => {
    expect(readBodyOf(plain, xml)).toMatchObject({ remarks: [expected], comments: [] });
    expect(codesOf(documentWith(plain, xml))).toEqual([]);
  });

  it('keeps the words of a section inside a chapter', () => {
    expect(readBodyOf(plain + section('<title>Note</title><text>dit</text>'))).toMatchObject({
      chapters: [{ groups: [{}] }],
      remarks: [{ title: 'Note', text: 'dit' }],
    });
  });

  it.each(['', 'Commentaire', 'Commentaires', 'COMMENTAIRES'])(
    'reads a comment under the heading %j paragraph by paragraph',
    (title) => {
      expect(readBodyOf(plain, remark(title, 'avant<paragraph>un<br/>deux</paragraph> <paragraph/> après'))).toMatchObject({
        comments: ['avant', 'un\ndeux', 'après'],
      });
    },
  );

  it('says what it does not read of a section that nobody knows', () => {
    const xml = documentWith(
      plain,
      '<title>Autre</title><text>dit</text><entry><observation><value xsi:type="REAL" value="1"/></observation></entry>',
    );

    expect(read(xml).body?.remarks).toEqual([{ title: 'Autre', text: 'dit' }]);
    expect(codesOf(xml)).toEqual(['cda.unread /component[2]/section/entry']);
  });

  it.each`
    what            | value                                                                                  | type
    ${'coded type'} | ${`<value xsi:type="CD" code="11502-2" codeSystem="${LOINC}"/>`}                       | ${{ type: { code: '11502-2', codeSystem: LOINC } }}
    ${'plain type'} | ${'<value xsi:type="CD"><originalText><reference value="#t"/></originalText></value>'} | ${{}}
  `('reads PDFs of a second laboratory, with a $what', ({ value, type }: { value: string; type: object }) => {
    expect(readBodyOf(plain, attached(SECOND, value)).secondIntention).toEqual([
      { title: 'Titre du rapport', data: 'JVBERg==', ...type },
    ]);
    expect(codesOf(documentWith(plain, attached(SECOND, value)))).toEqual([]);
  });

  it('reads the copy on paper; a second copy is another document', () => {
    const { pdf, body } = read(documentWith(plain, attached(COPY, ''), attached(COPY, '').replaceAll('"t"', '"t2"')));

    expect(Buffer.from(pdf ?? []).toString()).toBe('%PDF'.slice(0, 4));
    expect(body?.secondIntention).toHaveLength(1);
  });

  it.each`
    what              | xml                                                          | finding
    ${'no Base64'}    | ${attached(COPY, '', 'pas du base64 !')}                     | ${'cda.base64 /component[2]/section/entry/organizer/component[2]/observationMedia/value'}
    ${'a cut Base64'} | ${attached(COPY, '', 'JVBER')}                               | ${'cda.base64 /component[2]/section/entry/organizer/component[2]/observationMedia/value'}
    ${'no PDF'}       | ${attached(COPY, '').replace('application/pdf', 'text/rtf')} | ${'cda.unread /component[2]/section/entry/organizer/component[2]'}
  `('leaves out an attachment that is $what, and says so', ({ xml, finding }: { xml: string; finding: string }) => {
    expect(read(documentWith(plain, xml))).not.toHaveProperty('pdf');
    expect(codesOf(documentWith(plain, xml))).toEqual([finding]);
  });

  it('reads context and vaccinations of a screening', () => {
    const entry = (template: string, value: string) =>
      `<entry><observation classCode="OBS" moodCode="EVN"><templateId root="${template}"/><id root="1.2"/>${code('42349-1')}<text><reference value="#c"/></text><statusCode code="completed"/><effectiveTime><low nullFlavor="UNK"/></effectiveTime><value xsi:type="CD" code="${value}" codeSystem="1.9"/></observation></entry>`;
    const context = `<templateId root="1.2.250.1.213.1.1.2.128"/><id root="1.2"/>${code('42349-1')}<title>Contexte de l'examen</title><text><paragraph><content ID="c">Dépistage primaire</content></paragraph></text>
      ${entry('1.2.250.1.213.1.1.3.48', 'MED-1210')}${entry('1.2.250.1.213.1.1.3.37', 'B97.7')}`;
    const vaccination = (negated: string, at: string) =>
      `<entry><substanceAdministration classCode="SBADM" moodCode="EVN" negationInd="${negated}"><id root="1.2"/><code code="IMMUNIZ"/><text><reference value="#v"/></text><statusCode code="completed"/>${at}
      <consumable typeCode="CSM"><manufacturedProduct><manufacturedMaterial><code><originalText><reference value="#v"/></originalText><translation code="J07BM" codeSystem="2.16.840.1.113883.6.73"/></code><name>vaccin</name></manufacturedMaterial></manufacturedProduct></consumable></substanceAdministration></entry>`;
    const vaccinations = `<templateId root="1.2.250.1.213.1.1.2.147"/>${code('11369-6')}<title>Historique des vaccinations</title><text><content ID="v">Vaccin HPV</content></text>${vaccination('true', '<effectiveTime nullFlavor="NA"/>')}${vaccination('false', '<effectiveTime value="2020"/>')}`;
    const xml = documentWith(context, plain, vaccinations);
    const product = { code: 'J07BM', codeSystem: '2.16.840.1.113883.6.73' };

    expect(read(xml).body).toMatchObject({
      referral: {
        title: "Contexte de l'examen",
        text: 'Dépistage primaire',
        reason: { code: 'MED-1210', codeSystem: '1.9' },
        problem: { code: 'B97.7', codeSystem: '1.9' },
      },
      vaccinations: [
        { label: 'Vaccin HPV', product, done: false },
        { label: 'Vaccin HPV', product, done: true, at: '2020' },
      ],
    });
    expect(codesOf(xml)).toEqual([]);
  });

  it.each`
    what                      | body
    ${'no chapter'}           | ${`<structuredBody>${section(remark('Seul', 'mot'))}</structuredBody>`}
    ${'an empty body'}        | ${'<structuredBody/>'}
    ${'a chapter of no code'} | ${`<structuredBody>${section(plain.replace(/<code code="18719-5"[^>]*>/, ''))}</structuredBody>`}
    ${'no body'}              | ${''}
  `('refuses a document with $what', ({ body }: { body: string }) => {
    expect(() => read(documentOf(body))).toThrow(UnreadableCda);
  });
});

describe('readVersion', () => {
  const volet = '<templateId root="1.2.250.1.213.1.1.1.55" extension="2024.01"/>';
  const bare = (xml: string, extension = '') => xml.replace(volet, extension);
  const schematron = '<?xml version="1.0"?><?oxygen SCHSchema="../schematrons/CI-SIS_BIO-CR-BIO_2023.01.sch"?>';
  const body = (...sections: string[]) => `<structuredBody>${sections.map(section).join('')}</structuredBody>`;

  it.each`
    what                             | xml                                                                                                                     | version      | findings
    ${'the template'}                | ${documentOf(body(plain), header, schematron)}                                                                          | ${'2024.01'} | ${[]}
    ${'the schematron'}              | ${bare(documentOf(body(plain), header, schematron))}                                                                    | ${'2023.01'} | ${[]}
    ${'a template without version'}  | ${bare(documentOf(body(plain)), '<templateId root="1.2.250.1.213.1.1.1.55"/>')}                                         | ${'2021.01'} | ${[]}
    ${'a copy on paper'}             | ${bare(documentOf(body(plain, attached(COPY, ''))))}                                                                    | ${'2024.01'} | ${[]}
    ${'nothing'}                     | ${bare(documentOf(body(plain)))}                                                                                        | ${'2021.01'} | ${[]}
    ${'a version that nobody knows'} | ${bare(documentOf(body(plain), header, schematron), '<templateId root="1.2.250.1.213.1.1.1.55" extension="2031.01"/>')} | ${'2023.01'} | ${['cda.version /ClinicalDocument/templateId[2]/@extension']}
  `('knows the version by $what', ({ xml, version, findings }: { xml: string; version: string; findings: string[] }) => {
    expect(read(xml).version).toBe(version);
    expect(read(xml).findings.map(({ code: finding, location }) => `${finding} ${location}`)).toEqual(findings);
  });
});
