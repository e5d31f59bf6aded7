import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkWithOfficialKit, describeWithOfficial } from '@segur/testing';
import { readCrBio, writeCrBio, writeCrBioN1, type CrBioHeader } from '../src/index.js';
import { everyFeature, features } from './every-feature.js';
import { bareDocument } from './feature-samples.js';

/** Writes what was read. What the model of a new report demands and an old one lacks is left to the official layers to see. */
function writeAgain(bytes: Uint8Array): Buffer {
  const { header: read, body, pdf = bareDocument.pdf } = readCrBio(bytes);
  const header = read as unknown as CrBioHeader;
  return body ? writeCrBio({ header, ...body, pdf }) : writeCrBioN1(header, pdf);
}

describe('A document of ours', () => {
  it.each(Object.keys(features))('is read whole, and what was read is written in the same bytes again: %s', (name) => {
    const written = writeCrBio(features[name] ?? bareDocument);
    // The first reading gives what only people were shown, such as another spelling of a unit, the spelling of the document.
    const settled = writeAgain(written);

    expect(readCrBio(written).findings).toEqual([]);
    expect(writeAgain(settled).toString('utf8')).toBe(settled.toString('utf8'));
  });

  it('is read whole when it says all at once', () => {
    expect(readCrBio(writeCrBio(everyFeature)).findings).toEqual([]);
  });
});

describeWithOfficial('ci-sis', 'An official example', (directory) => {
  const examples = join(directory, 'examples');

  it.each(readdirSync(examples))('is accepted by every official layer when it is read and written again: %s', async (name) => {
    const written = writeAgain(readFileSync(join(examples, name)));

    expect(await checkWithOfficialKit(written)).toEqual({ errors: [], warnings: [] });
  });
});
