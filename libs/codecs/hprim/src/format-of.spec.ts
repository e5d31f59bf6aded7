import { sampleHprimFiles } from '@segur/testing';
import iconv from 'iconv-lite';
import { formatOf } from './format-of.js';

describe('formatOf', () => {
  it.each(sampleHprimFiles)('knows the sample $name', ({ bytes }) => {
    expect(formatOf(bytes)).toBe('hprim-sante');
  });

  it.each`
    what                           | bytes                                                             | format
    ${'HPRIM Santé after a mark'}  | ${Buffer.from('\ufeffH|^~\\&|A')}                                 | ${'hprim-sante'}
    ${'HPRIM Santé in UTF-16'}     | ${iconv.encode('H|~^\\&|A', 'utf-16le', { addBOM: true })}        | ${'hprim-sante'}
    ${'HPRIM Médecin'}             | ${Buffer.from('A\r\nB\r\n****LAB****\r\nRES|X')}                  | ${'hprim-medecin'}
    ${'HPRIM Médecin in UTF-16'}   | ${iconv.encode('A\r\n****FIN****', 'utf-16be', { addBOM: true })} | ${'hprim-medecin'}
    ${'HPRIM Médecin, text only'}  | ${Buffer.from('A\n*****FINFICHIER*****  \n')}                     | ${'hprim-medecin'}
    ${'HL7 v2'}                    | ${Buffer.from('MSH|^~\\&|A')}                                     | ${undefined}
    ${'a word in H'}               | ${Buffer.from('Hello')}                                           | ${undefined}
    ${'XML'}                       | ${Buffer.from('<ClinicalDocument/>')}                             | ${undefined}
    ${'nothing'}                   | ${Buffer.alloc(0)}                                                | ${undefined}
    ${'a megabyte of empty lines'} | ${Buffer.alloc(1 << 20, '\n')}                                    | ${undefined}
  `('$what is $format', ({ bytes, format }: { bytes: Buffer; format: string | undefined }) => {
    expect(formatOf(bytes)).toBe(format);
  });
});
