import { randomBytes } from 'node:crypto';
import { DocumentDamaged } from './document-errors.js';
import { KeyRing } from './key-ring.js';
import { DocumentOpener, DocumentSealer } from './sealing.js';

const ring = KeyRing.of({ current: 'a', keys: { a: randomBytes(32).toString('base64') } });
const hash = 'ab'.repeat(32);
const bytes = Buffer.from('Glycémie 5,20 mmol/L');

describe('sealing a document', () => {
  const sealer = new DocumentSealer(ring);
  const wrapped = sealer.wrap('t', hash);
  const sealed = sealer.seal(bytes, 0, true);
  const openerOf = (tenant = 't', sha256 = hash, key = wrapped) => new DocumentOpener(ring, key, tenant, sha256);

  it('opens what it sealed, under the name of the key', () => {
    expect(openerOf().open(sealed, 0, true)).toEqual(bytes);
    expect(wrapped.keyId).toBe('a');
  });

  it('shows nothing of the bytes, and never seals twice alike', () => {
    expect(sealed.includes(bytes)).toBe(false);
    expect(sealer.seal(bytes, 0, true)).not.toEqual(sealed);
    expect(new DocumentSealer(ring).wrap('t', hash).wrapped).not.toEqual(wrapped.wrapped);
  });

  it.each(Array.from({ length: 5 }, (_, n) => Math.floor((n * (sealed.length - 1)) / 4)))('finds byte %d changed', (at) => {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;

    expect(() => openerOf().open(changed, 0, true)).toThrow(DocumentDamaged);
  });

  it.each`
    what                         | open
    ${'moved to another place'}  | ${() => openerOf().open(sealed, 1, true)}
    ${'no longer the last'}      | ${() => openerOf().open(sealed, 0, false)}
    ${'cut short'}               | ${() => openerOf().open(sealed.subarray(0, 20), 0, true)}
    ${'emptied'}                 | ${() => openerOf().open(Buffer.alloc(0), 0, true)}
    ${'given to another tenant'} | ${() => openerOf('u')}
    ${'given another hash'}      | ${() => openerOf('t', 'cd'.repeat(32))}
    ${'of another document'}     | ${() => openerOf('t', hash, new DocumentSealer(ring).wrap('t', hash)).open(sealed, 0, true)}
    ${'with the key damaged'}    | ${() => openerOf('t', hash, { ...wrapped, wrapped: randomBytes(60) })}
  `('refuses a piece that is $what', ({ open }: { open: () => unknown }) => {
    expect(open).toThrow(DocumentDamaged);
  });
});
