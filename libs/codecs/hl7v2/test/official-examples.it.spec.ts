import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithOfficial } from '@segur/testing';
import { decodeMessage, headerOf } from '../src/index.js';

describeWithOfficial('hl7v2-examples', 'official HL7 v2 examples', (directory) => {
  it.each(readdirSync(directory).filter((name) => name.endsWith('.hl7')))('%s is read, every segment of it', (name) => {
    const bytes = readFileSync(join(directory, name));
    const message = decodeMessage(bytes);
    const lines = bytes
      .toString('utf8')
      .split(/[\r\n]+/)
      .filter((line) => line.trim() !== '');

    expect(message.segments.map(({ raw }) => raw)).toEqual(lines);
    expect(headerOf(message).controlId).not.toBe('');
  });
});
