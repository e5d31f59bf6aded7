import { checkWithOfficialKit, describeWithOfficial } from '@segur/testing';
import { writeCrBio, writeCrBioN1 } from '../src/index.js';
import { everyFeature, features, headerFeatures } from './every-feature.js';
import { bareDocument } from './feature-samples.js';

const ACCEPTED = { errors: [], warnings: [] };

describeWithOfficial('ci-sis', 'Official layers', () => {
  it.each(Object.keys(features))('accept: %s', async (name) => {
    expect(await checkWithOfficialKit(writeCrBio(features[name] ?? bareDocument))).toEqual(ACCEPTED);
  });

  it('accept all of it at once', async () => {
    expect(await checkWithOfficialKit(writeCrBio(everyFeature))).toEqual(ACCEPTED);
  });

  it.each(headerFeatures)('accept as level 1 the header of: %s', async (name) => {
    const { header, pdf } = features[name] ?? bareDocument;

    expect(await checkWithOfficialKit(writeCrBioN1(header, pdf))).toEqual(ACCEPTED);
  });
});
