import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkWithOfficialKit, describeWithOfficial, type KitRemark } from '@segur/testing';
import { checkCrBio } from '../src/index.js';
import { checkOfficial, OFFICIAL_LAYERS } from '../src/official.js';
import { FAULTS, ownDocument } from './faults.js';

const LAYERS: readonly string[] = OFFICIAL_LAYERS;
/** `layer rule` of each error, in order: what two validators must agree on. */
const ofKit = (remarks: readonly KitRemark[]) =>
  remarks
    .filter(({ layer }) => LAYERS.includes(layer))
    .map(({ layer, rule }) => `${layer} ${rule}`)
    .sort();
const ofOurs = (xml: Buffer, ciSisDir: string, severity: string) =>
  checkOfficial(xml, { ciSisDir, version: '2024.01' })
    .findings.filter((finding) => finding.severity === severity && finding.code !== 'official-unchecked')
    .map(({ code, message }) => `${code.slice('official-'.length)} ${/^\[([^\]]+)\]/.exec(message)?.[1]}`)
    .sort();

/** One in twelve of the faults, for time: each costs both validators half a second. What no schematron engine reads is left out. */
const tried = FAULTS.filter(([, , , code], index) => index % 12 === 0 && !code.startsWith('cda-'));

/** What the official layers refuse and our rules do not, each with the reason. */
const LEFT_TO_THE_KIT: Readonly<Record<string, string>> = {};

describeWithOfficial('ci-sis', 'Our runner of the published schematrons', (ciSisDir) => {
  const examples = readdirSync(join(ciSisDir, 'examples')).filter((name) => name.includes('2024.01'));

  it.each(examples)('finds in %s what the kit finds', async (name) => {
    const xml = readFileSync(join(ciSisDir, 'examples', name));
    const { errors, warnings } = await checkWithOfficialKit(xml);

    expect(ofOurs(xml, ciSisDir, 'error')).toEqual(ofKit(errors));
    expect(ofOurs(xml, ciSisDir, 'warning')).toEqual(ofKit(warnings));
  });

  it.each(tried)(
    'finds in a document with the fault "%s" what the kit finds, and our rules refuse it too',
    async (what, taken, put) => {
      const xml = Buffer.from(ownDocument.replace(taken, put));
      const { errors } = await checkWithOfficialKit(xml);
      const { findings } = checkCrBio(xml, { ciSisDir });
      const ours = findings.filter(({ severity, code }) => severity === 'error' && code !== 'xsd');

      expect(ofOurs(xml, ciSisDir, 'error')).toEqual(ofKit(errors));
      if (errors.length > 0 && !(what in LEFT_TO_THE_KIT)) expect(ours).not.toEqual([]);
    },
  );

  it('reads no rule of a folder that is not the kit, and says which file is missing', () => {
    const { findings, layers } = checkOfficial(Buffer.from(ownDocument), { ciSisDir: join(ciSisDir, 'examples') });

    expect(layers).toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual(LAYERS.map(() => 'official-layer-unreadable'));
    expect(findings.map(({ location }) => location)).toContain('schematrons/profils/IHE.sch');
  });
});
