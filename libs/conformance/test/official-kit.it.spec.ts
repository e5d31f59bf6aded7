import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkWithOfficialKit, describeWithOfficial } from '@segur/testing';
import { checkCrBio, validateXsd } from '../src/index.js';
import { isUnit } from '../src/rules/units.js';

const xml = readFileSync(join(import.meta.dirname, 'fixtures', 'cr-bio-2024.01.xml'), 'utf8');

describeWithOfficial('ci-sis', 'The official kit and our checks', (ciSisDir) => {
  it('agree on our own document', async () => {
    expect(await checkWithOfficialKit(Buffer.from(xml))).toEqual({ errors: [], warnings: [] });
    expect(checkCrBio(Buffer.from(xml), { ciSisDir })).toEqual({
      findings: [],
      layers: ['security', 'xsd', 'rules', 'units'],
      kind: { version: '2024.01', level: 3, selfPresentable: false },
    });
  });

  const examples = readdirSync(join(ciSisDir, 'examples')).filter((name) => name.includes('2024.01'));
  it.each(examples)('let pass %s, whose only defects are the known ones', (name) => {
    const { findings } = checkCrBio(readFileSync(join(ciSisDir, 'examples', name)), { ciSisDir });

    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each`
    fault                           | taken                                            | put                            | location                | message
    ${'title before code'}          | ${/(<code [^>]*><\/code>)(<title>.*?<\/title>)/} | ${'$2$1'}                      | ${'//title'}            | ${/is not expected here. Expected/}
    ${'an unknown element'}         | ${'<setId'}                                      | ${'<foo></foo><setId'}         | ${'//foo'}              | ${/is not expected here. Expected/}
    ${'a French date'}              | ${'"19790328"'}                                  | ${'"28/03/1979"'}              | ${'//birthTime/@value'} | ${/has a value that is not valid/}
    ${'an unknown attribute'}       | ${'<setId '}                                     | ${'<setId secret="19790328" '} | ${'//setId/@secret'}    | ${/not allowed/}
    ${'a value of an unknown type'} | ${'xsi:type="PQ"'}                               | ${'xsi:type="PQX"'}            | ${'//value/@xsi:type'}  | ${/./}
  `('XSD refuses $fault, and quotes no value', ({ taken, put, location, message }) => {
    const findings = validateXsd(Buffer.from(xml.replace(taken, put)), ciSisDir);

    expect(findings[0]).toMatchObject({ severity: 'error', code: 'xsd', message: expect.stringMatching(message) });
    expect(findings[0]?.location).toContain(location.split('/@')[0]);
    expect(JSON.stringify(findings)).not.toMatch(/28\/03|19790328|PQX/);
  });

  it('keep a DOCTYPE from the XSD validator', () => {
    const declared = xml.replace('<ClinicalDocument', '<!DOCTYPE a [<!ENTITY b "c">]><ClinicalDocument');

    expect(validateXsd(Buffer.from(declared), ciSisDir).map(({ code }) => code)).toEqual(['cda-doctype']);
  });

  it('look units up in the official list', () => {
    const listed = (unit: string) =>
      checkCrBio(Buffer.from(xml.replace('unit="mmol/L"', `unit="${unit}"`)), { ciSisDir }).findings.map(({ code }) => code);

    expect(listed('m[IU]/L')).toEqual([]);
    // UCUM, and yet not in the list.
    expect(listed('fmol/hL')).toEqual(['unit-not-ucum']);
  });

  it('know every unit of the official list that medicine prints', () => {
    const file = join(ciSisDir, 'schematrons/profils/terminologies/terminologie/2.16.840.1.113883.6.8.xml');
    const codes = Array.from(readFileSync(file, 'utf8').matchAll(/<code>([^<&]+)<\/code>/g), ([, code = '']) => code.trim());

    expect(codes.length).toBeGreaterThan(700);
    expect(codes.filter((code) => !isUnit(code))).toEqual(
      codes.filter((code) => /^(B\[|cal_|bit_s|\[m\/s2|%\[slope\]|lg|10\.)/.test(code) && !isUnit(code)),
    );
  });
});
