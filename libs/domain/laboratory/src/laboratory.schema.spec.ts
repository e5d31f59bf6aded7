import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Laboratory, MessageHabits, Professional } from './actors.js';
import { laboratorySchema, parseLaboratory } from './laboratory.schema.js';

const whole = {
  finess: '990000001',
  name: 'LABORATOIRE DE TEST',
  address: { lines: ['12 BIS RUE DES ESSAIS'], postalCode: '99000', city: 'TESTVILLE' },
  telecoms: [{ value: 'tel:0100000000', use: 'WP' }],
  oidRoot: '1.2.250.1.999.1',
  catalogueOid: '1.2.250.1.999.2',
  catalogueName: 'Catalogue',
  sector: 'AMBULATOIRE',
  biologists: [
    {
      nationalId: '899700000011',
      family: 'TESTBIO',
      specialty: { code: 'G15_10/SM03', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Biologie médicale (SM)' },
      telecoms: [],
    },
  ],
  defaultBiologist: true,
};

describe('laboratorySchema', () => {
  it('takes a whole laboratory as it is', () => {
    expect(parseLaboratory(whole)).toEqual(whole);
  });

  it.each`
    what                              | change
    ${'a FINESS of 8 characters'}     | ${{ finess: '99000000' }}
    ${'no biologist'}                 | ${{ biologists: [] }}
    ${'a biologist without number'}   | ${{ biologists: [{ family: 'X', telecoms: [] }] }}
    ${'a telecom without scheme'}     | ${{ telecoms: [{ value: '0100000000' }] }}
    ${'an OID that starts with 3'}    | ${{ oidRoot: '3.1' }}
    ${'a chapter that is no LOINC'}   | ${{ chapters: { CH: 'biochimie' } }}
    ${'a time zone that is not real'} | ${{ timeZone: 'Europe/Lutece' }}
    ${'a field that does not exist'}  | ${{ finnes: '1' }}
  `('refuses $what', ({ change }: { change: object }) => {
    expect(laboratorySchema.safeParse({ ...whole, ...change }).success).toBe(false);
  });

  it('is published as docs/lab.schema.json (npm run -s jest with UPDATE_DOCS=true writes it)', () => {
    const file = join(import.meta.dirname, '../../../../docs/lab.schema.json');
    const published = `${JSON.stringify(z.toJSONSchema(laboratorySchema, { io: 'input' }), null, 2)}\n`;
    if (process.env['UPDATE_DOCS'] === 'true') writeFileSync(file, published);

    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(published));
  });

  it('has a field for each of Laboratory, and no other (checked by the compiler)', () => {
    type Parsed = Required<Omit<z.output<typeof laboratorySchema>, '$schema'>>;
    type Sent = Required<Laboratory>;
    type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
    const proofs: [
      Same<keyof Parsed, keyof Sent>,
      Same<keyof Parsed['messages'], keyof MessageHabits>,
      Same<keyof Parsed['director'], keyof Professional>,
      Same<keyof Parsed['biologists'][number], keyof Professional>,
    ] = [true, true, true, true];

    expect(proofs).not.toContain(false);
  });

  it('describes every field', () => {
    const undescribed: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const { properties = {} } = node as { properties?: Record<string, { description?: string }> };
      for (const [name, field] of Object.entries(properties)) if (!field.description) undescribed.push(`${path}/${name}`);
      for (const [key, child] of Object.entries(node)) visit(child, `${path}/${key}`);
    };
    visit(z.toJSONSchema(laboratorySchema, { io: 'input' }), '');

    expect(undescribed).toEqual([]);
  });
});

describe('docs/lab.example.json', () => {
  const docs = join(import.meta.dirname, '../../../../docs');
  const example = JSON.parse(readFileSync(join(docs, 'lab.example.json'), 'utf8')) as Record<string, unknown>;

  it('is a laboratory', () => {
    expect(parseLaboratory(example)).toEqual(example);
  });

  it('is valid for the published schema, as others read that', () => {
    const published = z.fromJSONSchema(
      JSON.parse(readFileSync(join(docs, 'lab.schema.json'), 'utf8')) as z.core.JSONSchema.JSONSchema,
    );

    expect(published.safeParse(example).error).toBeUndefined();
    expect(published.safeParse({ ...example, finess: 1 }).success).toBe(false);
    expect(published.safeParse({ ...example, cofracs: 1 }).success).toBe(false);
  });

  it('shows every field', () => {
    expect(Object.keys(example).toSorted()).toEqual(Object.keys(laboratorySchema.shape).toSorted());
  });
});
