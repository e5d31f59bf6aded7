import { testBiologist, testLaboratory } from '@segur/testing';
import { chapterOf, toChapters } from './chapters.js';
import { codeFrom } from './codes.js';
import { defaultDelivery } from './default-delivery.js';
import { FindingLog } from './finding-log.js';
import { contradicts, sortFlags } from './interpretations.js';
import { readPrintedNumber, readPrintedRatio } from './printed-number.js';
import { Signatures } from './signatures.js';
import { SpecimenShelf, toSpecimenType } from './specimen-shelf.js';
import { uniqueIds } from './unique-ids.js';
import { readRange } from './unit-and-range.js';

describe('chapterOf', () => {
  const names = { BIOCH: '18719-5', CH: '18721-1' };
  it.each`
    section          | codes           | sentLoinc    | own                   | chapter
    ${'CH'}          | ${['GLY']}      | ${undefined} | ${{}}                 | ${'18719-5'}
    ${'bioch'}       | ${['GLY']}      | ${undefined} | ${{}}                 | ${'18719-5'}
    ${'CH'}          | ${['GLY']}      | ${undefined} | ${{ CH: '18723-7' }}  | ${'18723-7'}
    ${'ch'}          | ${['GLY']}      | ${undefined} | ${{ CH: '18723-7' }}  | ${'18723-7'}
    ${'CH'}          | ${['GLY']}      | ${undefined} | ${{ GLY: '18723-7' }} | ${'18723-7'}
    ${'?'}           | ${['A', 'GLY']} | ${undefined} | ${{ GLY: '18723-7' }} | ${'18723-7'}
    ${'CH'}          | ${['GLY']}      | ${'18727-8'} | ${{}}                 | ${'18727-8'}
    ${'CH'}          | ${['GLY']}      | ${'2345-7'}  | ${{}}                 | ${'18719-5'}
    ${'?'}           | ${['GLY']}      | ${undefined} | ${{ '*': '26436-6' }} | ${'26436-6'}
    ${'?'}           | ${['GLY']}      | ${undefined} | ${{}}                 | ${undefined}
    ${'constructor'} | ${['toString']} | ${undefined} | ${{}}                 | ${undefined}
  `('$section of $codes under $own is $chapter', ({ section, codes, sentLoinc, own, chapter }) => {
    const clues = { section: section as string, codes: codes as string[], sentLoinc: sentLoinc as string | undefined, names };

    expect(chapterOf(clues, { chapters: own as Record<string, string> })).toBe(chapter);
  });

  it('batteries stand under their chapters in the order of the message', () => {
    const battery = (batteryId: string) => ({
      batteryId,
      code: { localCode: batteryId, label: '' },
      observations: [],
      comments: [],
    });
    const chapters = toChapters([
      { chapter: 'B', battery: battery('1') },
      { chapter: 'A', battery: battery('2') },
      { chapter: 'B', battery: battery('3') },
    ]);

    expect(chapters.map(({ code, batteries }) => `${code}: ${batteries.map(({ batteryId }) => batteryId).join(' ')}`)).toEqual([
      'B: 1 3',
      'A: 2',
    ]);
  });
});

describe('Signatures', () => {
  const strict = { ...testLaboratory, defaultBiologist: false };
  const stranger = { localId: 'INCONNU', family: 'X', telecoms: [] };

  it.each`
    named            | laboratory        | outcome        | missing  | signs
    ${testBiologist} | ${strict}         | ${'known'}     | ${false} | ${1}
    ${stranger}      | ${testLaboratory} | ${'defaulted'} | ${false} | ${1}
    ${stranger}      | ${strict}         | ${'unknown'}   | ${false} | ${0}
    ${undefined}     | ${testLaboratory} | ${undefined}   | ${false} | ${1}
    ${undefined}     | ${strict}         | ${undefined}   | ${true}  | ${0}
  `('$named.localId is $outcome', ({ named, laboratory, outcome, missing, signs }) => {
    const signatures = new Signatures(laboratory as typeof strict);

    expect((named as object | undefined) && signatures.take(named as typeof stranger, '2026-11-23').outcome).toBe(outcome);
    expect(signatures.isMissing()).toBe(missing);
    expect(signatures.signed('2026-11-23')?.length ?? 0).toBe(signs);
  });

  it('keeps the last time at which a biologist signed', () => {
    const signatures = new Signatures(strict);
    for (const at of ['2026-11-23T10:00+01:00', '2026-11-23T12:00+01:00', '2026-11-23T11:00+01:00'])
      signatures.take(testBiologist, at);

    expect(signatures.signed('2026-11-24')).toEqual([{ biologist: testBiologist, at: '2026-11-23T12:00+01:00' }]);
  });
});

describe('SpecimenShelf', () => {
  const tube = { label: 'Sérum', collectedAt: '2026-11-23', receivedAt: undefined };

  it('keeps each specimen once, and gives no identifier twice', () => {
    const shelf = new SpecimenShelf();
    const ids = ['S2', undefined, 'S2', undefined].map((accession) => shelf.keep({ ...tube, accession }));

    expect(ids).toEqual(['S2', 'S3', 'S2', 'S3']);
    expect(shelf.keep({ ...tube, label: 'Plasma', accession: 'S2' })).toBe('S4');
    expect(shelf.all).toHaveLength(3);
  });

  it.each`
    code      | text              | system       | type
    ${'SER'}  | ${''}             | ${''}        | ${{ typeCode: 'SER', label: 'Sérum' }}
    ${'X1'}   | ${'Sang veineux'} | ${''}        | ${{ typeCode: 'BLDV', label: 'Sang veineux' }}
    ${'SANG'} | ${''}             | ${''}        | ${{ label: 'SANG' }}
    ${'WAT'}  | ${'Eau'}          | ${'HL70487'} | ${{ typeCode: 'WAT', label: 'Eau' }}
    ${''}     | ${''}             | ${''}        | ${{ label: 'Prélèvement' }}
  `('$code "$text" is $type', ({ code, text, system, type }: Record<string, string>) => {
    expect(toSpecimenType(code!, text!, system!)).toEqual(type);
  });
});

describe('values, flags and ranges', () => {
  it.each`
    text        | comma    | reading
    ${'5,20'}   | ${false} | ${{ kind: 'numeric', text: '5,20', value: '5.20' }}
    ${'<0,5'}   | ${false} | ${{ kind: 'bounded', text: '<0,5', comparator: '<', value: '0.5' }}
    ${'2.920'}  | ${true}  | ${'ambiguous'}
    ${'<2.920'} | ${true}  | ${'ambiguous'}
    ${'NEG'}    | ${false} | ${undefined}
  `('reads $text', ({ text, comma, reading }: { text: string; comma: boolean; reading: unknown }) => {
    expect(readPrintedNumber(text, { decimalComma: comma })).toEqual(reading);
  });

  it('reads a titre', () => {
    expect(readPrintedRatio('1:160', {})).toEqual({ kind: 'ratio', text: '1:160', numerator: '1', denominator: '160' });
    expect(readPrintedRatio('1:160:2', {})).toBeUndefined();
  });

  it('reads a range, and not in another unit', () => {
    const unit = { raw: 'mmol/L', ucum: 'mmol/L' };

    expect(readRange('3,5 - 5,1', unit, {})).toEqual({ range: { text: '3,5 - 5,1', low: '3.5', high: '5.1' }, foreignUnit: false });
    expect(readRange('< 5 g/L', unit, {})).toEqual({ range: { text: '< 5 g/L' }, foreignUnit: true });
    expect(readRange('VR : 1 - 2', unit, {}, '1 - 2').range).toEqual({ text: 'VR : 1 - 2', low: '1', high: '2' });
    expect(readRange('-', unit, {})).toEqual({ foreignUnit: false });
  });

  it('sorts flags, each once', () => {
    expect(sortFlags(['h', 'H', '', ' * ', 'MS'])).toEqual({ codes: ['H'], unknown: ['*', 'MS'] });
  });

  it.each`
    flag    | value  | contradiction
    ${'N'}  | ${'5'} | ${false}
    ${'N'}  | ${'9'} | ${true}
    ${'H'}  | ${'9'} | ${false}
    ${'HH'} | ${'5'} | ${true}
    ${'L'}  | ${'9'} | ${true}
    ${'A'}  | ${'9'} | ${false}
  `('$flag beside $value contradicts 1 to 6: $contradiction', ({ flag, value, contradiction }: Record<string, string>) => {
    const numeric = { kind: 'numeric', text: value!, value: value! } as const;

    expect(contradicts([flag!], numeric, { text: '', low: '1', high: '6' })).toBe(contradiction);
  });
});

describe('codes, identifiers, findings and destinations', () => {
  const local = { code: 'GLY', label: 'Glucose', system: 'LABO' };
  const loinc = { code: '15074-8', label: 'Glucose [Moles/Volume]', system: 'LN' };
  it.each`
    triplets                                    | localCode    | sent
    ${[local, loinc]}                           | ${'GLY'}     | ${'15074-8'}
    ${[loinc, local]}                           | ${'GLY'}     | ${'15074-8'}
    ${[loinc]}                                  | ${'15074-8'} | ${'15074-8'}
    ${[{ ...loinc, code: 'X' }, local]}         | ${'GLY'}     | ${undefined}
    ${[{ code: '', label: 'Fer', system: '' }]} | ${'Fer'}     | ${undefined}
    ${[{ code: '', label: '', system: '' }]}    | ${undefined} | ${undefined}
  `('chooses $localCode', ({ triplets, localCode, sent }) => {
    const reading = codeFrom(triplets as (typeof local)[]);

    expect([reading?.code.localCode, reading?.sentLoinc?.code]).toEqual([localCode, sent]);
  });

  it('numbers what repeats', () => {
    expect(['A', 'B', 'A', 'A'].map(uniqueIds())).toEqual(['A', 'B', 'A#2', 'A#3']);
  });

  it('says a remark once per place, and knows whether it refuses', () => {
    const log = new FindingLog({
      'seen-before': { severity: 'info', en: 'Seen', fr: 'Vu' },
      'not-good': { severity: 'error', en: 'Not good', fr: 'Pas bon' },
    });
    log.add('seen-before', 'OBX[1]');
    log.add('seen-before', 'OBX[1]');
    expect(log.refuses).toBe(false);
    log.add('not-good', 'OBX[2]');

    expect(log.refuses).toBe(true);
    expect(new FindingLog({}, log.findings).refuses).toBe(true);
    expect(log.findings).toEqual([
      { severity: 'info', code: 'seen-before', location: 'OBX[1]', message: 'Seen', messageFr: 'Vu' },
      { severity: 'error', code: 'not-good', location: 'OBX[2]', message: 'Not good', messageFr: 'Pas bon' },
    ]);
  });

  it.each`
    kind     | production | dmp      | mails
    ${'AMB'} | ${true}    | ${true}  | ${true}
    ${'IMP'} | ${true}    | ${true}  | ${false}
    ${'AMB'} | ${false}   | ${false} | ${false}
  `('$kind in production $production: DMP $dmp, mails $mails', ({ kind, production, dmp, mails }) => {
    expect(defaultDelivery({ kind: kind as 'AMB' }, production as boolean)).toMatchObject({
      dmp,
      professionals: mails,
      patient: mails,
    });
  });
});
