import { HprimDecodingError, decodeHprimSante } from '@segur/hprim';
import { hprimText, testLaboratory } from '@segur/testing';
import { splitRequests } from '../split-requests.js';
import { toReport } from './to-report.js';

const context = { laboratory: testLaboratory, reportSetId: 'r', revision: 1 };
const whole = hprimText({ exams: [{ codes: 'A~B', results: [{ type: 'NM', code: 'A', value: '1' }], comments: ['c'] }] });

/** A reader whose time grows with the square of its input does not end within the limit of a test. */
describe('a hostile file is read or refused in a time that its size gives', () => {
  it.each([' ', '1', '1^', '~', '^', '@', '\\', '<', '1 ', '.', '1,', '-', '1-', '\\F\\'])('each field filled with %p', (piece) => {
    const filler = `${piece.repeat(60_000 / piece.length)}x`;
    for (const name of ['P', 'OBR', 'OBX', 'C'])
      for (const number of [2, 3, 4, 5, 6, 7, 8, 10, 12, 13, 15, 16, 28, 32])
        look(whole.replace(new RegExp(`\\r${name}\\|.*\\r`), (line) => fill(line, number, filler)));
  });

  it.each(['P|1|||', 'OBR|1||A~B|GLY', 'OBX|1|NM|GLY||1|||||F||||BIOCH', 'OBX|1', 'C|1|L|x', 'ZZZ', 'A|'])(
    'twenty thousand lines of %p',
    (line) => {
      look(whole.replace(/\rL\|.*/, () => `\r${`${line}\r`.repeat(20_000)}L|1\r`));
    },
  );

  it('as many examinations as fit in OBR.4, and results for none of them', () => {
    const results = 'OBX|1|NM|GLY||1|||||F||||BIOCH\r'.repeat(20_000);

    look(whole.replace('|A~B|', `|${'1^2^'.repeat(15_000)}|`).replace(/\rL\|.*/, () => `\r${results}L|1\r`));
  });

  it('many requests under many comments of one patient', () => {
    const requests = Array.from({ length: 20_000 }, (_, index) => `OBR|1||T~${index}\r`).join('');
    const message = decodeHprimSante(Buffer.from(`H|~^\\&|F\rP|1\r${'C|1\r'.repeat(20_000)}${requests}L|1\r`));

    expect(() => splitRequests(message)).toThrow(expect.objectContaining({ code: 'hprim-limit' }) as Error);
  });
});

function fill(line: string, number: number, filler: string): string {
  const fields = line.slice(1, -1).split('|');
  fields[number] = filler;
  return `\r${Array.from(fields, (field) => field ?? '').join('|')}\r`;
}

function look(text: string): void {
  try {
    const message = decodeHprimSante(Buffer.from(text, 'latin1'));
    toReport(message, context);
    splitRequests(message);
  } catch (error) {
    expect(error).toBeInstanceOf(HprimDecodingError);
  }
}
