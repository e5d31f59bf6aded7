import type { DocumentTransmission } from '@segur/hl7v2-to-laboratory';
import { refuseTransmission } from './refuse-transmission.js';

const document = (level: 1 | 3) => ({ level, bytes: Buffer.alloc(0) });

describe('refuseTransmission', () => {
  it.each`
    action       | documents                     | codes
    ${'create'}  | ${[document(3)]}              | ${[]}
    ${'create'}  | ${[document(1)]}              | ${[]}
    ${'create'}  | ${[document(1), document(3)]} | ${['document-second-not-read']}
    ${'replace'} | ${[document(3)]}              | ${[]}
    ${'replace'} | ${[document(1)]}              | ${[]}
    ${'delete'}  | ${[document(1)]}              | ${[]}
    ${'delete'}  | ${[document(1), document(3)]} | ${[]}
  `('$action of $documents.length document(s): $codes', ({ codes, ...transmission }: { codes: string[] }) => {
    const findings = refuseTransmission(transmission as unknown as DocumentTransmission);

    expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual(codes.map((code) => `error ${code}`));
  });
});
