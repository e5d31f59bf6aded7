import {
  chapterOf,
  documentWith,
  findingsOf,
  inAct,
  read,
  readChapterOf,
  readResultOf,
  resultOf,
} from '../../test/documents-to-read.js';

const LOINC = '2.16.840.1.113883.6.1';
const pq = '<value xsi:type="PQ" value="4.89" unit="mmol/L"/>';
const range = (inside: string) =>
  `<referenceRange typeCode="REFV"><observationRange classCode="OBS" moodCode="EVN.CRT">${inside}</observationRange></referenceRange>`;
const prior = (inside: string) =>
  `<entryRelationship typeCode="REFR"><observation classCode="OBS" moodCode="EVN"><code code="40193-5" codeSystem="${LOINC}"/><statusCode code="completed"/>${inside}</observation></entryRelationship>`;

describe('readObservation', () => {
  it.each`
    what                           | code                                                                                                                                                   | label        | read
    ${'LOINC with its narrative'}  | ${`<code code="1-8" codeSystem="${LOINC}" displayName="D"><originalText><reference value="#l"/></originalText></code>`}                                | ${'Imprimé'} | ${{ loinc: { code: '1-8', codeSystem: LOINC, displayName: 'D' } }}
    ${'a reference without #'}     | ${`<code code="1-8" codeSystem="${LOINC}" displayName="D"><originalText><reference value="l"/></originalText></code>`}                                 | ${'Imprimé'} | ${{ loinc: { code: '1-8', codeSystem: LOINC, displayName: 'D' } }}
    ${'LOINC alone'}               | ${`<code code="1-8" codeSystem="${LOINC}" displayName="D"/>`}                                                                                          | ${'D'}       | ${{ loinc: { code: '1-8', codeSystem: LOINC, displayName: 'D' } }}
    ${'a bare code'}               | ${'<code><originalText>Mot</originalText><translation code="L" codeSystem="1.2" displayName="Local"/></code>'}                                         | ${'Mot'}     | ${{ local: { code: 'L', codeSystem: '1.2', displayName: 'Local' } }}
    ${'a bare code and no words'}  | ${'<code><translation code="L" codeSystem="1.2" displayName="Local"/></code>'}                                                                         | ${'Local'}   | ${{ local: { code: 'L', codeSystem: '1.2', displayName: 'Local' } }}
    ${'a local code in its place'} | ${'<code code="L" codeSystem="1.2" displayName="Local"/>'}                                                                                             | ${'Local'}   | ${{ local: { code: 'L', codeSystem: '1.2', displayName: 'Local' } }}
    ${'LOINC, local and method'}   | ${`<code code="1-8" codeSystem="${LOINC}"><translation code="4" codeSystem="2.16.840.1.113883.5.84"/><translation code="L" codeSystem="1.2"/></code>`} | ${''}        | ${{ loinc: { code: '1-8', codeSystem: LOINC }, local: { code: 'L', codeSystem: '1.2' }, others: [{ code: '4', codeSystem: '2.16.840.1.113883.5.84' }] }}
    ${'no code at all'}            | ${''}                                                                                                                                                  | ${''}        | ${{}}
  `('reads $what', ({ code, label, read }: { code: string; label: string; read: object }) => {
    const xml = inAct(`<observation classCode="OBS" moodCode="EVN">${code}<statusCode code="completed"/>${pq}</observation>`);
    const [result] = readChapterOf(xml, '<content ID="l">Imprimé</content>').groups;

    expect(result).toMatchObject({ code: read, printed: { label } });
    expect(result).toHaveProperty('code', read);
  });

  it.each`
    what                   | xml                                                                                                              | method                                                    | printed
    ${'coded and printed'} | ${'<methodCode code="GUF" codeSystem="1.2" displayName="PCR"><originalText>par PCR</originalText></methodCode>'} | ${{ code: 'GUF', codeSystem: '1.2', displayName: 'PCR' }} | ${'par PCR'}
    ${'coded alone'}       | ${'<methodCode code="GUF" codeSystem="1.2" displayName="PCR"/>'}                                                 | ${{ code: 'GUF', codeSystem: '1.2', displayName: 'PCR' }} | ${'PCR'}
    ${'printed alone'}     | ${'<methodCode><originalText><reference value="#m"/></originalText></methodCode>'}                               | ${undefined}                                              | ${'(hexokinase)'}
    ${'none'}              | ${''}                                                                                                            | ${undefined}                                              | ${undefined}
  `('reads a method $what', ({ xml, method, printed }: { xml: string; method?: object; printed?: string }) => {
    const result = readResultOf(pq + xml, '<content ID="m">(hexokinase)</content>');

    expect(result.method).toEqual(method);
    expect(result.printed.method).toBe(printed);
  });

  it.each`
    what                        | xml                                                                                                                         | bounds                                                                                         | text
    ${'two bounds'}             | ${range('<value xsi:type="IVL_PQ"><low value="3.89" unit="mmol/L"/><high value="6.00" unit="mmol/L"/></value>')}            | ${{ low: { value: '3.89', unit: 'mmol/L' }, high: { value: '6.00', unit: 'mmol/L' } }}         | ${'3.89 - 6.00'}
    ${'an upper bound'}         | ${range('<value xsi:type="IVL_PQ"><high value="6.00" unit="mmol/L"><translation value="1.08" code="g/L"/></high></value>')} | ${{ high: { value: '6.00', unit: 'mmol/L', translations: [{ value: '1.08', unit: 'g/L' }] } }} | ${'≤ 6.00'}
    ${'bounds in another unit'} | ${range('<value xsi:type="IVL_PQ"><low value="0.70" unit="g/L"/></value>')}                                                 | ${{ low: { value: '0.70', unit: 'g/L' } }}                                                     | ${'≥ 0.70 g/L'}
    ${'words'}                  | ${range('<text><reference value="#r"/></text>')}                                                                            | ${undefined}                                                                                   | ${'selon le trimestre'}
    ${'words of its own'}       | ${range('<text>négatif</text>')}                                                                                            | ${undefined}                                                                                   | ${'négatif'}
    ${'a value of words'}       | ${range('<value xsi:type="CD"><originalText>négatif</originalText></value>')}                                               | ${undefined}                                                                                   | ${'négatif'}
    ${'bounds and words'}       | ${range('<text>3,89 à 6,00</text><value xsi:type="IVL_PQ"><low value="3.89" unit="mmol/L"/></value>')}                      | ${{ low: { value: '3.89', unit: 'mmol/L' } }}                                                  | ${'3,89 à 6,00'}
    ${'no range'}               | ${''}                                                                                                                       | ${undefined}                                                                                   | ${''}
  `('reads $what', ({ xml, bounds, text }: { xml: string; bounds?: object; text: string }) => {
    const result = readResultOf(pq + xml, '<content ID="r">selon le trimestre</content>');

    expect(result.range).toEqual(bounds);
    expect(result.printed.reference).toBe(text);
  });

  it('keeps the words of further ranges as notes, and says that they are not read', () => {
    const xml = pq + range('<text>Homme</text>') + range('<text>Femme</text>');

    expect(readResultOf(xml).printed).toMatchObject({ reference: 'Homme', notes: ['Femme'] });
    expect(findingsOf(xml)).toEqual(['cda.unread /referenceRange[2]']);
  });

  it('reads priors in order, each with what the report shows of it', () => {
    const { priors, printed } = readResultOf(
      pq +
        prior('<effectiveTime value="20240901080000+0200"/><value xsi:type="PQ" value="5.10" unit="mmol/L"/>') +
        prior('<effectiveTime value="2023"/><value xsi:type="CD"><originalText><reference value="#a"/></originalText></value>'),
      '<content ID="a">non détecté</content>',
    );

    expect(priors).toEqual([
      { effectiveTime: '20240901080000+0200', value: { type: 'PQ', value: '5.10', unit: 'mmol/L' } },
      { effectiveTime: '2023', value: { type: 'CD' } },
    ]);
    expect(printed.priors).toEqual([
      { date: '01/09/2024 08:00', result: '5.10 mmol/L' },
      { date: '2023', result: 'non détecté' },
    ]);
  });

  it.each`
    what                     | xml
    ${'without a date'}      | ${prior('<value xsi:type="REAL" value="1"/>')}
    ${'of another analysis'} | ${prior('<effectiveTime value="2023"/><value xsi:type="REAL" value="1"/>').replace('40193-5', '1-8')}
    ${'that was not done'}   | ${prior('<effectiveTime value="2023"/>').replace('<observation', '<observation negationInd="true"')}
  `('leaves a prior $what unread, and says so', ({ xml }: { xml: string }) => {
    expect(readResultOf(pq + xml)).not.toHaveProperty('priors');
    expect(findingsOf(pq + xml)).toEqual(['cda.unread /entryRelationship']);
  });

  it('reads identity, times, interpretations, kit, medium, specimen, performers, validators, comments and pictures', () => {
    const entity =
      '<assignedEntity><id root="1.5" extension="B"/><representedOrganization><name>LABO</name></representedOrganization></assignedEntity>';
    const device = (type: string, code: string) =>
      `<participant typeCode="${type}"><participantRole><playingDevice><code code="${code}" codeSystem="1.2"><originalText>imprimé</originalText></code></playingDevice></participantRole></participant>`;
    const result = readResultOf(
      `<id root="1.2.3" extension="R1"/><effectiveTime value="20261120"/>${pq}
      <interpretationCode code="H" codeSystem="2.16.840.1.113883.5.83" displayName="Haut"/><interpretationCode code="&gt;" codeSystem="2.16.840.1.113883.5.83"/>
      <specimen typeCode="SPC"><specimenRole classCode="SPEC"><id root="1.2" extension="T1"/></specimenRole></specimen>
      <performer typeCode="PRF"><time value="2026"/>${entity}</performer>
      <participant typeCode="AUTHEN"><time><high value="202611201120+0100"/></time><participantRole><id root="1.5" extension="B"/><addr nullFlavor="MSK"/><telecom value="tel:1"/><playingEntity><name><prefix>M</prefix><given>Jean</given><family>TEST</family><suffix>DR</suffix></name></playingEntity></participantRole></participant>
      ${device('DEV', 'KIT')}${device('CSM', 'MED')}
      <entryRelationship typeCode="SUBJ" inversionInd="true"><act classCode="ACT" moodCode="EVN"><templateId root="1.3.6.1.4.1.19376.1.5.3.1.4.2"/><code code="48767-8"/><text><reference value="#c"/></text><statusCode code="completed"/></act></entryRelationship>
      <entryRelationship typeCode="COMP"><observationMedia classCode="OBS" moodCode="EVN" ID="i"><value mediaType="image/png" representation="B64">iVBO
      Rw0K</value></observationMedia></entryRelationship>`,
      '<content ID="c">Sérum<br/>lactescent</content><content>Courbe</content> <renderMultiMedia referencedObject="i"/>',
    );

    expect(result).toEqual({
      kind: 'observation',
      id: { root: '1.2.3', extension: 'R1' },
      code: { loinc: { code: '40193-5', codeSystem: LOINC, displayName: 'Glucose' } },
      printed: { label: 'Glucose', result: '4.89', unit: 'mmol/L', reference: '', interpretation: 'Haut, >' },
      status: 'completed',
      effectiveTime: '20261120',
      value: { type: 'PQ', value: '4.89', unit: 'mmol/L' },
      interpretations: [
        { code: 'H', codeSystem: '2.16.840.1.113883.5.83', displayName: 'Haut' },
        { code: '>', codeSystem: '2.16.840.1.113883.5.83' },
      ],
      kit: { code: 'KIT', codeSystem: '1.2' },
      medium: { code: 'MED', codeSystem: '1.2' },
      specimen: { root: '1.2', extension: 'T1' },
      performers: [
        {
          ids: [{ root: '1.5', extension: 'B' }],
          addresses: [],
          telecoms: [],
          organization: { ids: [], name: 'LABO', telecoms: [], addresses: [] },
          time: { value: '2026' },
        },
      ],
      validators: [
        {
          ids: [{ root: '1.5', extension: 'B' }],
          addresses: [{ nullFlavor: 'MSK' }],
          telecoms: [{ value: 'tel:1' }],
          person: { family: 'TEST', given: 'Jean', prefix: 'M', suffix: 'DR' },
          time: '202611201120+0100',
        },
      ],
      comments: ['Sérum\nlactescent'],
      images: [{ mediaType: 'image/png', data: 'iVBORw0K', title: 'Courbe' }],
    });
  });

  it.each`
    status                              | value | read           | findings
    ${'<statusCode code="completed"/>'} | ${pq} | ${'completed'} | ${[]}
    ${'<statusCode code="aborted"/>'}   | ${''} | ${'aborted'}   | ${[]}
    ${'<statusCode code="active"/>'}    | ${pq} | ${'completed'} | ${['cda.status /statusCode']}
    ${'<statusCode code="obsolete"/>'}  | ${''} | ${'aborted'}   | ${['cda.status /statusCode']}
    ${''}                               | ${pq} | ${'completed'} | ${['cda.status ']}
  `(
    'reads the status $status as $read',
    ({ status, value, read, findings }: { status: string; value: string; read: string; findings: string[] }) => {
      expect(readResultOf(value, '', status).status).toBe(read);
      expect(findingsOf(value, '', status)).toEqual(findings);
    },
  );

  it.each`
    what                          | text                                        | value                                       | printed
    ${'no value'}                 | ${'<text>Non réalisé</text>'}               | ${''}                                       | ${'Non réalisé'}
    ${'a null value'}             | ${'<text><reference value="#t"/></text>'}   | ${'<value xsi:type="CD" nullFlavor="NI"/>'} | ${'Non réalisé'}
    ${'another spelling'}         | ${'<text>4,89 mmol/L</text>'}               | ${pq}                                       | ${'4,89 mmol/L'}
    ${'other words'}              | ${'<text><reference value="#p"/></text>'}   | ${pq}                                       | ${'environ 5'}
    ${'the name of the analysis'} | ${'<text><reference value="#l"/></text>'}   | ${pq}                                       | ${'4.89'}
    ${'a whole row'}              | ${'<text><reference value="#row"/></text>'} | ${pq}                                       | ${'4.89'}
    ${'a row in words'}           | ${'<text>Glucose : 4,89 mmol/L</text>'}     | ${pq}                                       | ${'4.89'}
  `('shows the text of a result for $what', ({ text, value, printed }: { text: string; value: string; printed: string }) => {
    const labelled = resultOf(text + value).replace(
      'displayName="Glucose"/>',
      '><originalText><reference value="#l"/></originalText></code>',
    );
    const row =
      '<table><tbody><tr ID="row"><td><content ID="l">Glucose</content></td><td ID="p">environ 5</td><td ID="t">Non réalisé</td></tr></tbody></table>';

    expect(readChapterOf(inAct(labelled), row).groups[0]).toMatchObject({ printed: { result: printed } });
  });

  it('takes the label of the code where the reference dangles, and says so', () => {
    const xml =
      '<value xsi:type="CD" code="X" codeSystem="1.2" displayName="Ixe"><originalText><reference value="#nowhere"/></originalText></value>';

    expect(readResultOf(xml).printed.result).toBe('Ixe');
    expect(findingsOf(xml)).toEqual(['cda.dangling-reference /value/originalText/reference']);
  });

  it.each(['negationInd="true"', 'moodCode="RQO"'])('leaves a result with %s unread: it is none', (attribute) => {
    const xml = inAct(
      `<observation classCode="OBS" ${attribute}><code code="1-8" codeSystem="${LOINC}"/><statusCode code="completed"/>${pq}</observation>`,
    );
    const { body, findings } = read(documentWith(chapterOf(xml)));

    expect(body?.chapters[0].groups).toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual(['cda.unread']);
  });
});
