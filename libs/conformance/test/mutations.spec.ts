import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCrBio, LIMITS } from '../src/index.js';
import { OFFICIAL_LAYERS } from '../src/official.js';
import { RULES } from '../src/rules/rules.js';
import { FAULTS, ownDocument } from './faults.js';

const xml = ownDocument;
const check = (text: string) => checkCrBio(Buffer.from(text)).findings;

describe('A document with one fault', () => {
  it('has none to start with', () => {
    expect(check(xml)).toEqual([]);
  });

  it.each(FAULTS)('%s', (_, taken, put, code) => {
    const faulty = xml.replace(taken, put);

    expect(faulty).not.toBe(xml);
    expect(check(faulty).map((finding) => finding.code)).toContain(code);
  });

  it('is not even read when it is too large', () => {
    const { findings, layers } = checkCrBio(new Uint8Array(LIMITS.bytes + 1));

    expect(findings.map(({ code }) => code)).toEqual(['cda-too-large']);
    expect(layers).toEqual(['security']);
  });

  it('never shows a value of the document in a finding', () => {
    const secret = 'SECRET-VALUE';
    for (const value of ['4.89', '19790328', '279035121518989', 'TESTPRESC', 'GLY', 'tel:0600000000', 'c1-r1', '2.25.102']) {
      const findings = check(xml.replaceAll(value, `${secret} ${value}`));

      expect(JSON.stringify(findings)).not.toContain(secret);
    }
  });
});

/** What the published schematrons say, by layer, and what keeps them from saying it. */
const OFFICIAL = [
  ...OFFICIAL_LAYERS.map((layer) => `official-${layer}`),
  'official-unchecked',
  'official-layer-unreadable',
  'schematron-unreadable',
];

describe('RULES', () => {
  const tried = new Set(FAULTS.map(([, , , code]) => code));

  it('each have a fault that they find', () => {
    expect(RULES.map(({ code }) => code).filter((code) => !tried.has(code))).toEqual([]);
  });

  it('are all explained in docs/codes/conformance.json', () => {
    const file = join(import.meta.dirname, '../../../docs/codes/conformance.json');
    const explained = Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object);
    const used = new Set([...RULES.map(({ code }) => code), ...tried, 'cda-too-large', 'xsd', 'unit-not-ucum', ...OFFICIAL]);

    expect(explained.sort()).toEqual([...used].sort());
  });

  it('have a code each', () => {
    expect(new Set(RULES.map(({ code }) => code)).size).toBe(RULES.length);
  });
});
