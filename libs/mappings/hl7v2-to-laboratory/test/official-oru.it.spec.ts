import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { decodeMessage, headerOf } from '@segur/hl7v2';
import { describeWithOfficial, testLaboratory } from '@segur/testing';
import { kindOf, toReport } from '../src/index.js';

describeWithOfficial('hl7v2-examples', 'Every published ORU', (directory) => {
  const messages = readdirSync(directory)
    .filter((name) => name.endsWith('.hl7'))
    .map((name) => ({ name, message: decodeMessage(readFileSync(join(directory, name))) }))
    .filter(({ message }) => headerOf(message).messageCode === 'ORU');

  it('is there', () => expect(messages.length).toBeGreaterThanOrEqual(5));

  // All of them carry a finished document: `toDocumentTransmission` converts them. Taken for results, they are refused by name.
  it.each(messages)('$name is a document, and no list of results', ({ message }) => {
    const reading = toReport(message, { laboratory: testLaboratory, reportSetId: 'r', revision: 1 });

    expect(kindOf(message)).toBe('hl7v2-cda');
    expect(reading.status).toBe('refused');
    const errors = reading.findings
      .filter(({ severity }) => severity === 'error')
      .map(({ code, location }) => `${code} ${location}`);
    expect(['hl7-value-type-not-read OBX[1]-5', 'hl7-order-control-not-read ORC[1]-1']).toContain(errors[0]);
  });
});
