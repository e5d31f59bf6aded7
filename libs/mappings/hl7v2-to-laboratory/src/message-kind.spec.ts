import { decodeMessage, readHeader } from '@segur/hl7v2';
import { glucose, oru, oruText } from '@segur/testing';
import { contentOf, fillerNumberOf, kindOf, receptionKeyOf } from './message-kind.js';

const decode = (text: string) => decodeMessage(Buffer.from(text));

describe('kindOf', () => {
  it.each`
    what                              | text                                                                          | kind
    ${'results'}                      | ${oruText()}                                                                  | ${'hl7v2-oru'}
    ${'a profile of documents'}       | ${oruText().replace('UNICODE UTF-8', 'UNICODE UTF-8|||2.1^CISIS_CDA_HL7_V2')} | ${'hl7v2-cda'}
    ${'the older profile'}            | ${oruText().replace('UNICODE UTF-8', 'UNICODE UTF-8|||1.2^CISIS_CDA_HL7_V1')} | ${'hl7v2-cda'}
    ${'a document without profile'}   | ${`${oruText()}OBX|1|ED|11502-2^CR^LN||^TEXT^XML^Base64^PD94||||||F\r`}       | ${'hl7v2-cda'}
    ${'a picture among results'}      | ${`${oruText()}OBX|1|ED|IMG^Image^L||^IM^JPEG^Base64^PD94||||||F\r`}          | ${'hl7v2-oru'}
    ${'a sender with a telling name'} | ${oruText({ application: 'CISIS_CDA_HL7_V2' })}                               | ${'hl7v2-oru'}
    ${'an admission'}                 | ${oruText().replace('ORU^R01^ORU_R01', 'ADT^A01')}                            | ${undefined}
  `('$what: $kind', ({ text, kind }: { text: string; kind: string | undefined }) => {
    expect(kindOf(decode(text))).toBe(kind);
  });
});

describe('contentOf', () => {
  it.each`
    type                 | content
    ${'ORU^R01^ORU_R01'} | ${'results'}
    ${'ORU^R30'}         | ${undefined}
    ${'MDM^T02^MDM_T02'} | ${'document'}
    ${'MDM^T10'}         | ${'document'}
    ${'MDM^T04'}         | ${'document'}
    ${'MDM^T01'}         | ${undefined}
    ${'OML^O21^OML_O21'} | ${'order'}
    ${'OML^O33'}         | ${'order'}
    ${'OML^O35'}         | ${'order'}
    ${'ORM^O01'}         | ${undefined}
    ${'ADT^A01^ADT_A01'} | ${'patient-event'}
    ${'ADT^A40'}         | ${'patient-event'}
    ${'ADT^A03'}         | ${undefined}
    ${'ACK^R01^ACK'}     | ${'acknowledgement'}
    ${'ZAM^Z02^ZAM_Z01'} | ${'business-acknowledgement'}
    ${'constructor'}     | ${undefined}
  `('$type: $content', ({ type, content }: { type: string; content: string | undefined }) => {
    expect(contentOf(decode(oruText().replace('ORU^R01^ORU_R01', type)))).toBe(content);
  });
});

describe('fillerNumberOf', () => {
  const exams = [1, 2].map((number) => ({ ...glucose, fields: { 3: `F-${number}` } }));

  it.each`
    what                          | text                                                                 | number
    ${'what every OBR says'}      | ${oruText()}                                                         | ${'261123-0042'}
    ${'else what every ORC says'} | ${oruText({ exams })}                                                | ${'261123-0042'}
    ${'else the group number'}    | ${oruText({ exams }).replaceAll('|261123-0042^LABO||CM', '||G7|CM')} | ${'G7'}
    ${'else the first OBR'}       | ${oruText({ exams }).replaceAll('|261123-0042^LABO||CM', '|||CM')}   | ${'F-1'}
    ${'else nothing'}             | ${oruText({ exams: [] })}                                            | ${undefined}
  `('is $what', ({ text, number }: { text: string; number: string | undefined }) => {
    expect(fillerNumberOf(decode(text))).toBe(number);
  });
});

describe('receptionKeyOf', () => {
  it('is the control id and the time', () => {
    const reading = readHeader(oru({ controlId: '1' }));

    expect(reading.status === 'read' && receptionKeyOf(reading.header)).toBe('1|20261123103000');
  });
});
