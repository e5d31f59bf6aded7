import { chapterOf, documentWith, inAct, read, readChapterOf, resultOf } from '../../test/documents-to-read.js';
import type { CdaBattery, CdaIsolate } from '../cr-bio-document.js';

const SNOMED = '2.16.840.1.113883.6.96';
const NCBI = '2.16.840.1.113883.3.9471';
const component = (inside: string) => `<component>${inside}</component>`;
const batteryOf = (inside: string, classCode = 'classCode="BATTERY"') =>
  `<organizer ${classCode} moodCode="EVN"><code code="58410-2" codeSystem="2.16.840.1.113883.6.1" displayName="Hémogramme"/><statusCode code="completed"/>${inside}</organizer>`;
const germ = (code: string, id = '<id root="6E281244-000B-4ACB-9ED8-0826543A9694"/>') =>
  `<specimen typeCode="SPC"><specimenRole classCode="SPEC">${id}<specimenPlayingEntity classCode="MIC">${code}</specimenPlayingEntity></specimenRole></specimen>`;
const isolateOf = (inside: string) =>
  `<organizer classCode="CLUSTER" moodCode="EVN"><templateId root="1.3.6.1.4.1.19376.1.3.1.5"/><statusCode code="completed"/><effectiveTime value="2026"/>${inside}</organizer>`;
const image = (id: string) =>
  `<observationMedia classCode="OBS" moodCode="EVN" ID="${id}"><value mediaType="image/png" representation="B64">aGVs</value></observationMedia>`;
const comment = '<act classCode="ACT" moodCode="EVN"><code code="48767-8"/><text>Sérum lactescent</text></act>';
const real = (value: string) => resultOf(`<value xsi:type="REAL" value="${value}"/>`);
const group = (inside: string, narrative = '') => readChapterOf(inAct(inside), narrative).groups[0];
const unread = (inside: string) =>
  read(documentWith(chapterOf(inside))).findings.map(({ code, location }) => `${code} ${location.replace(/.*\/entry\/act/, '')}`);

describe('readMembers', () => {
  it('reads a battery with all it may hold', () => {
    const battery = group(
      batteryOf(
        `<id root="1.2" extension="B1"/><effectiveTime value="20261120"/>${component(real('1'))}${component(comment)}${component(batteryOf(component(real('2'))))}${component(isolateOf(germ('<code nullFlavor="UNK"><originalText>Germe</originalText></code>')))}`,
      ),
    ) as CdaBattery;

    expect(battery).toMatchObject({
      kind: 'battery',
      id: { root: '1.2', extension: 'B1' },
      label: 'Hémogramme',
      status: 'completed',
      effectiveTime: '20261120',
      comments: ['Sérum lactescent'],
      batteries: [{ label: 'Hémogramme', observations: [{ value: { value: '2' } }] }],
      isolates: [{ label: 'Germe' }],
    });
    expect(battery.observations).toHaveLength(1);
    expect(battery).not.toHaveProperty('images');
  });

  it('takes an organizer without class for a battery', () => {
    expect(group(batteryOf(component(real('1')), ''))).toMatchObject({ kind: 'battery' });
  });

  it.each`
    what              | code                                                                                                                                                                  | read
    ${'both systems'} | ${`<code code="1" codeSystem="${SNOMED}" displayName="E. coli (organism)"><originalText>E. coli</originalText><translation code="562" codeSystem="${NCBI}"/></code>`} | ${{ label: 'E. coli', code: { code: '1', codeSystem: SNOMED, displayName: 'E. coli (organism)' }, ncbi: { code: '562', codeSystem: NCBI } }}
    ${'SNOMED CT'}    | ${`<code code="1" codeSystem="${SNOMED}" displayName="E. coli (organism)"/>`}                                                                                         | ${{ label: 'E. coli (organism)', code: { code: '1', codeSystem: SNOMED, displayName: 'E. coli (organism)' } }}
    ${'NCBI alone'}   | ${`<code><translation code="562" codeSystem="${NCBI}" displayName="E. coli"/></code>`}                                                                                | ${{ label: 'E. coli', ncbi: { code: '562', codeSystem: NCBI, displayName: 'E. coli' } }}
    ${'NCBI as code'} | ${`<code code="562" codeSystem="${NCBI}" displayName="E. coli"/>`}                                                                                                    | ${{ label: 'E. coli', ncbi: { code: '562', codeSystem: NCBI, displayName: 'E. coli' } }}
    ${'its name'}     | ${'<code><originalText>Germe rare</originalText></code>'}                                                                                                             | ${{ label: 'Germe rare' }}
  `('reads a germ known by $what', ({ code, read }: { code: string; read: Partial<CdaIsolate> }) => {
    expect(group(isolateOf(germ(code)))).toEqual({
      kind: 'isolate',
      id: { root: '6E281244-000B-4ACB-9ED8-0826543A9694' },
      status: 'completed',
      effectiveTime: '2026',
      observations: [],
      antibiograms: [],
      comments: [],
      ...read,
    });
  });

  it('reads count, antibiogram and comment of an isolate', () => {
    expect(
      group(
        isolateOf(
          germ('<code><originalText>G</originalText></code>') +
            component(real('100000')) +
            component(batteryOf(component(real('0.5')))) +
            component(comment),
        ),
      ),
    ).toMatchObject({
      observations: [{ value: { value: '100000' } }],
      antibiograms: [{ observations: [{ value: { value: '0.5' } }] }],
      comments: ['Sérum lactescent'],
    });
  });

  it('derives the identifier of an isolate that has none from that of the document', () => {
    const xml = inAct(isolateOf(germ('<code><originalText>G</originalText></code>', '')));

    expect(readChapterOf(xml).groups[0]).toHaveProperty('id', { root: '1.2.3', extension: 'DOC-isolate-1' });
    expect(unread(xml)).toEqual(['cda.id-derived /entryRelationship/organizer']);
  });

  it.each`
    where                                   | narrative                                                                                                                                  | ofResult | ofBattery
    ${'in the row of the result before it'} | ${'<table><tbody><tr><td><content ID="l">R</content></td></tr><tr><td><renderMultiMedia referencedObject="i"/></td></tr></tbody></table>'} | ${1}     | ${0}
    ${'elsewhere'}                          | ${'<table><tbody><tr><td><content ID="l">R</content></td></tr></tbody></table><renderMultiMedia referencedObject="i"/>'}                   | ${0}     | ${1}
    ${'nowhere'}                            | ${'<content ID="l">R</content>'}                                                                                                           | ${0}     | ${1}
  `(
    'gives a picture shown $where to its owner',
    ({ narrative, ofResult, ofBattery }: { narrative: string; ofResult: number; ofBattery: number }) => {
      const labelled = real('1').replace('displayName="Glucose"/>', '><originalText><reference value="#l"/></originalText></code>');
      const battery = group(batteryOf(component(labelled) + component(image('i'))), narrative) as CdaBattery;

      expect(battery.observations[0]?.images ?? []).toHaveLength(ofResult);
      expect(battery.images ?? []).toHaveLength(ofBattery);
    },
  );

  it('reads the pictures, specimens and comments of an act', () => {
    const specimen = `<procedure classCode="PROC" moodCode="EVN"><code code="9050" codeSystem="1.2.250.1.213.2.7" displayName="Ponction veineuse"/>
      <effectiveTime><high value="202611200735+0100"/></effectiveTime><targetSiteCode code="S" codeSystem="${SNOMED}"/>
      <participant typeCode="PRD"><participantRole classCode="SPEC"><id root="1.2" extension="T1"/><playingEntity><code code="BLDV" codeSystem="1.3"><originalText><reference value="#s"/></originalText></code></playingEntity></participantRole></participant>
      <entryRelationship typeCode="COMP"><act classCode="ACT" moodCode="EVN"><code code="SPRECEIVE"/><effectiveTime value="202611200922+0100"/></act></entryRelationship></procedure>`;

    expect(
      readChapterOf(
        inAct(specimen) +
          inAct(image('i')) +
          `<entryRelationship typeCode="SUBJ" inversionInd="true">${comment}</entryRelationship>`,
        '<content ID="s">Sang</content>',
      ),
    ).toMatchObject({
      specimens: [
        {
          id: { root: '1.2', extension: 'T1' },
          code: { code: 'BLDV', codeSystem: '1.3' },
          label: 'Sang',
          act: { code: '9050', codeSystem: '1.2.250.1.213.2.7', displayName: 'Ponction veineuse' },
          site: { code: 'S', codeSystem: SNOMED },
          collectedAt: '202611200735+0100',
          receivedAt: '202611200922+0100',
        },
      ],
      images: [{ mediaType: 'image/png', data: 'aGVs' }],
      comments: ['Sérum lactescent'],
    });
  });

  it('brings a specimen inside a battery to its chapter, and names it in the battery', () => {
    const specimen =
      '<procedure><participant typeCode="PRD"><participantRole><id root="1.2" extension="T1"/></participantRole></participant></procedure>';

    expect(readChapterOf(inAct(batteryOf(component(specimen) + component(real('1')))))).toMatchObject({
      specimens: [{ id: { root: '1.2', extension: 'T1' }, label: '' }],
      groups: [{ specimen: { root: '1.2', extension: 'T1' } }],
    });
  });

  it.each`
    what                                   | xml                                                                                                                                                                                                      | location
    ${'a supply'}                          | ${inAct('<supply classCode="SPLY" moodCode="EVN"><id root="1.2"/></supply>')}                                                                                                                            | ${'/entryRelationship'}
    ${'an act that is no comment'}         | ${inAct('<act classCode="ACT" moodCode="EVN"><code code="1"/></act>')}                                                                                                                                   | ${'/entryRelationship'}
    ${'a picture inside an isolate'}       | ${inAct(isolateOf(germ('<code/>') + component(image('i'))))}                                                                                                                                             | ${'/entryRelationship/organizer/component'}
    ${'a battery that was asked for'}      | ${inAct(batteryOf(component(real('1'))).replace('EVN', 'RQO'))}                                                                                                                                          | ${'/entryRelationship'}
    ${'an author of a battery'}            | ${inAct(batteryOf('<author><time value="2026"/></author>'))}                                                                                                                                             | ${'/entryRelationship/organizer/author'}
    ${'a validator of an isolate'}         | ${inAct(isolateOf(germ('<code/>') + '<participant typeCode="AUTHEN"><time value="1"/></participant>'))}                                                                                                  | ${'/entryRelationship/organizer/participant'}
    ${'the performer of a collection'}     | ${inAct('<procedure><performer><assignedEntity><id root="1.2"/></assignedEntity></performer><participant typeCode="PRD"><participantRole><id root="1.2"/></participantRole></participant></procedure>')} | ${'/entryRelationship/procedure/performer'}
    ${'a subject that is not the patient'} | ${'<subject><relatedSubject><code code="A"/></relatedSubject></subject>'}                                                                                                                                | ${'/subject'}
    ${'the period of an act'}              | ${'<effectiveTime><low value="2025"/><high value="2026"/></effectiveTime>'}                                                                                                                              | ${'/effectiveTime'}
    ${'a translation of an act'}           | ${'<code nullFlavor="UNK"><translation code="L" codeSystem="1.2"/></code>'}                                                                                                                              | ${'/code/translation'}
    ${'an attribute without a reader'}     | ${inAct(real('1').replace('xsi:type="REAL"', 'xsi:type="REAL" operator="A"'))}                                                                                                                           | ${'/entryRelationship/observation/value/@operator'}
    ${'an element of another namespace'}   | ${inAct(real('1').replace('<value', '<v:value xmlns:v="urn:v" a="1"/><value'))}                                                                                                                          | ${'/entryRelationship/observation/{urn:v}value'}
  `('drops $what not in silence', ({ xml, location }: { xml: string; location: string }) => {
    expect(unread(xml)).toEqual([`cda.unread ${location}`]);
  });
});
