import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readCdaHeader } from '@segur/cda';
import { describeWithOfficial } from '@segur/testing';
import { encodeSubmitObjectsRequest } from '@segur/xds';
import { toDocumentEntry } from './document-entry.js';
import { toSubmissionSet } from './submission-set.js';

const visibility = { maskedToProfessionals: false, hiddenFromPatient: false, hiddenFromRepresentatives: false };

describeWithOfficial('ci-sis', 'metadata of the official examples', (directory) => {
  const examples = join(directory, 'examples');
  const headerOf = (name: string) => readCdaHeader(readFileSync(join(examples, name)));
  const names = readdirSync(examples).filter((name) => name.endsWith('.xml') && !name.includes('Auto-Presentable'));

  it.each(names)('%s gives metadata that can be written', (name) => {
    const header = headerOf(name);
    const entry = toDocumentEntry(header, {
      entryId: 'Document01',
      qualifiedIns: { value: '279035121518989', oid: '1.2.250.1.213.1.4.10' },
      visibility,
    });
    const set = toSubmissionSet(header, entry, { uniqueId: '2.25.1', sourceId: '2.25.2', submittedAt: new Date(0) });

    expect(encodeSubmitObjectsRequest({ set, documents: [entry] })).toContain(entry.uniqueId);
    expect(entry.creationTime).toMatch(/^\d{14}$/);
  });

  it('lists every chapter, and takes the times of the main act in UTC', () => {
    const header = headerOf('BIO-CR-BIO_2024.01_TSH_1.xml');
    const entry = toDocumentEntry(header, { entryId: 'Document01', qualifiedIns: undefined, visibility });

    expect(entry).toMatchObject({
      eventCodes: ['18719-5', '18727-8', '18718-7'].map((code) => ({ code })),
      creationTime: '20210401161000',
      serviceStartTime: '20210104082200',
      serviceStopTime: '20210104150500',
      patientId: { id: '1234567890121', type: 'PI' },
    });
  });
});
