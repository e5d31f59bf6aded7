import { readablePage } from './readable-page.js';

describe('readablePage', () => {
  it.each(['', '<ClinicalDocument', '<ClinicalDocument xmlns="urn:hl7-org:v3"/>'])(
    'shows nothing of what is no report: "%s"',
    (text) => {
      expect(readablePage(Buffer.from(text))).toBeUndefined();
    },
  );
});
