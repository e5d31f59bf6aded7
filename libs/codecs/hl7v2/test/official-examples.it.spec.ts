import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithOfficial } from '@segur/testing';
import {
  decodeAck,
  decodeBusinessAck,
  decodeMessage,
  encodeBusinessAck,
  encodeMessage,
  headerOf,
  toSegmentValues,
  type Hl7Message,
} from '../src/index.js';

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

describeWithOfficial('hl7v2-examples', 'official answers', (directory) => {
  const official = (name: string) => decodeMessage(readFileSync(join(directory, name)));
  /** Fields of every segment, without times and identifiers of messages, and without what trails and says nothing. */
  const shape = (message: Hl7Message) =>
    message.segments.map(({ name, raw }) => {
      const fields = raw.split('|');
      for (const index of { MSH: [6, 9], EVN: [2] }[name] ?? []) fields[index] = '';
      return fields.join('|').replace(/\|+$/, '');
    });

  it.each(['v1.2_ACK_R01.hl7', 'v2.1_ACK_R01.hl7'])('%s accepts', (name) => {
    expect(decodeAck(official(name))).toEqual({ code: 'AA', controlId: '015', errors: [] });
  });

  it.each(readdirSync(directory).filter((name) => name.includes('_ZAM_')))('%s is read, and written the same', (name) => {
    const message = official(name);
    const ack = decodeBusinessAck(message);
    const header = headerOf(message);
    const written = encodeBusinessAck(
      {
        sender: { application: header.sendingApplication, facility: header.sendingFacility },
        receiver: { application: header.receivingApplication, facility: header.receivingFacility },
        sentAt: '20261123',
        controlId: '1',
      },
      ack ?? { kind: 'dmp-reception', messageControlId: '', at: '' },
    );

    expect(ack?.messageControlId).toBe('015');
    expect(shape(decodeMessage(written))).toEqual(shape(message));
  });

  it.each(readdirSync(directory).filter((name) => name.endsWith('.hl7')))('%s says the same when it is written again', (name) => {
    const message = official(name);
    const again = decodeMessage(encodeMessage(toSegmentValues(message)));

    expect(again.segments.map(({ raw }) => raw.replace(/[\^~&|]+(?=\||~|$)/g, ''))).toEqual(
      message.segments.map(({ raw }) => raw.replace(/[\^~&|]+(?=\||~|$)/g, '')),
    );
  });
});
