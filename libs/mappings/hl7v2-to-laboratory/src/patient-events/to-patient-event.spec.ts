import { decodeMessage } from '@segur/hl7v2';
import { toPatientEvent } from './to-patient-event.js';

const context = { oidRoot: '2.999.1', finess: '990000001' };
const PID =
  'PID|1||000003^^^CHU-X&1.2.250.1.9&ISO^PI~279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS||PAT-TROIS^DOMINIQUE^DOMINIQUE^^^^L||19790328|F|||^^^^^^BDL^^63220|||||||||||||||||||||VALI';

function read(
  event: string,
  segments: readonly string[] = [PID],
  changes: { type?: string; version?: string; mode?: string } = {},
) {
  const { type = 'ADT', version = '2.5^FRA^2.11', mode = 'P' } = changes;
  const msh = `MSH|^~\\&|GAM|CHU-X|DPI|CHU-X|20240306111154||${type}^${event}|3975|${mode}|${version}|||||FRA|UNICODE UTF-8|FR||2.11^IHE_FRANCE-2.11-PAM`;
  const reading = toPatientEvent(
    decodeMessage(Buffer.from([msh, 'EVN||20240306111154||||20240306110000', ...segments].join('\r'))),
    context,
  );
  return { reading, findings: reading.findings.map(({ severity, code, location }) => `${severity} ${code} ${location}`) };
}

describe('toPatientEvent', () => {
  it.each`
    event    | kind
    ${'A01'} | ${'admission'}
    ${'A04'} | ${'registration'}
    ${'A08'} | ${'update'}
    ${'A28'} | ${'person-added'}
    ${'A31'} | ${'person-updated'}
  `('reads $event as $kind', ({ event, kind }: { event: string; kind: string }) => {
    const { reading, findings } = read(event);

    expect(findings).toEqual([]);
    expect(reading).toMatchObject({
      status: 'read',
      event: {
        kind,
        event,
        occurredAt: '2024-03-06T11:00:00+01:00',
        identity: { status: 'qualifiee', localIds: [{ root: '1.2.250.1.9', extension: '000003' }] },
        production: true,
      },
    });
    expect(reading).not.toHaveProperty('event.merged');
    expect(reading).not.toHaveProperty('event.consent');
  });

  it.each`
    mrg                                                                       | merged
    ${'000009^^^CHU-X&1.2.250.1.9&ISO^PI'}                                    | ${{ localIds: [{ root: '1.2.250.1.9', extension: '000009' }] }}
    ${'000009^^^LABO^PI~7^^^X&1.2.3&ISO^PI'}                                  | ${{ localIds: [{ root: '2.999.1', extension: '000009' }, { root: '1.2.3', extension: '7' }] }}
    ${'9^^^A&1.2.3&ISO^PI~279035121518989^^^INS&1.2.250.1.213.1.4.8&ISO^INS'} | ${{ localIds: [{ root: '1.2.3', extension: '9' }], insMatricule: { value: '279035121518989', oid: '1.2.250.1.213.1.4.8' } }}
  `('reads a merge of $mrg', ({ mrg, merged }: { mrg: string; merged: object }) => {
    expect(read('A40', [PID, `MRG|${mrg}`]).reading).toMatchObject({ status: 'read', event: { kind: 'merge', merged } });
  });

  it.each`
    zfa                                                                  | consent
    ${'ACTIF|20240306111154|||||||INO|20240306111154|IC|20240306111154'} | ${{ status: 'ACTIF', feeding: { opposed: false, at: '2024-03-06T11:11:54+01:00' }, consultation: { consents: true, at: '2024-03-06T11:11:54+01:00' } }}
    ${'||||||||IO||INC'}                                                 | ${{ feeding: { opposed: true }, consultation: { consents: false } }}
    ${'FERME'}                                                           | ${{ status: 'FERME' }}
    ${'||||||||||INC|20240306'}                                          | ${{ consultation: { consents: false, at: '2024-03-06' } }}
  `('reads the consent in ZFA|$zfa', ({ zfa, consent }: { zfa: string; consent: object }) => {
    const { reading } = read('A01', [PID, `ZFA|${zfa}`]);

    expect(reading.status === 'read' && reading.event.consent).toEqual(consent);
  });

  it('says when a number that is given up is of an authority without OID', () => {
    expect(read('A40', [PID, 'MRG|000009^^^CHU-X&000897406&N^PI']).findings).toEqual(['info hl7-authority-without-oid MRG[1]-1']);
  });

  it('reads the stay, and none where there is none', () => {
    expect(read('A01', [PID, 'PV1|1|I|||||||||||||||||V9']).reading).toMatchObject({
      event: { encounter: { kind: 'IMP', id: 'V9' } },
    });
    expect(read('A28', [PID, 'PV1|1|N']).reading).not.toHaveProperty('event.encounter');
  });

  it('says that a test is one', () => {
    const { reading, findings } = read('A01', [PID], { mode: 'D' });

    expect(findings).toEqual(['warning hl7-test-message MSH[1]-11']);
    expect(reading).toMatchObject({ event: { production: false } });
  });

  it('names the segments that nothing reads, once', () => {
    expect(read('A01', [PID, 'ZZZ|1', 'ZZZ|2']).findings).toEqual(['info hl7-segment-not-read ZZZ[1]']);
  });

  it.each`
    what                        | event    | segments                        | changes               | finding
    ${'another message'}        | ${'R01'} | ${[PID]}                        | ${{ type: 'ORU' }}    | ${'hl7-message-type MSH[1]-9'}
    ${'an event not read'}      | ${'A03'} | ${[PID]}                        | ${{}}                 | ${'hl7-event-not-read MSH[1]-9'}
    ${'an unknown version'}     | ${'A01'} | ${[PID]}                        | ${{ version: '2.1' }} | ${'hl7-version MSH[1]-12'}
    ${'no patient'}             | ${'A01'} | ${[]}                           | ${{}}                 | ${'hl7-required PID[1]'}
    ${'a patient unnumbered'}   | ${'A01'} | ${['PID|||||DUPONT^ANNE']}      | ${{}}                 | ${'hl7-required PID[1]-3'}
    ${'two patients'}           | ${'A40'} | ${[PID, 'MRG|1', PID, 'MRG|2']} | ${{}}                 | ${'hl7-several-patients-not-read PID[2]'}
    ${'a merge of nobody'}      | ${'A40'} | ${[PID]}                        | ${{}}                 | ${'hl7-required MRG[1]-1'}
    ${'a merge without number'} | ${'A40'} | ${[PID, 'MRG|^^^LABO']}         | ${{}}                 | ${'hl7-required MRG[1]-1'}
    ${'an unknown opposition'}  | ${'A01'} | ${[PID, 'ZFA|||||||||OUI']}     | ${{}}                 | ${'hl7-consent-unknown ZFA[1]-9'}
    ${'an unknown consent'}     | ${'A01'} | ${[PID, 'ZFA|||||||||||IO']}    | ${{}}                 | ${'hl7-consent-unknown ZFA[1]-11'}
  `('$what is refused: $finding', ({ event, segments, changes, finding }) => {
    const { reading, findings } = read(event as string, segments as string[], changes as object);

    expect(reading.status).toBe('refused');
    expect(findings).toContain(`error ${String(finding)}`);
  });
});
