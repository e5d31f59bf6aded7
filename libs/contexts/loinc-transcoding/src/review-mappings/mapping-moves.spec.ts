import type { MappingStatus } from '@segur/terminology';
import { afterDeed, MappingMoveForbidden } from './mapping-moves.js';
import type { MappingDeed, ReviewedMapping } from './reviewed-mapping.js';

const target = { loinc: '14749-6', loincLabel: 'Glucose' };
const mapping = (status: MappingStatus, change: Partial<ReviewedMapping> = {}): ReviewedMapping => ({
  mappingId: 'm',
  entryId: 'e',
  status,
  ...(status === 'no_match' ? {} : { target }),
  equivalence: 'equal',
  origin: 'manual',
  author: 'mapper',
  ...change,
});
const deedTo = (to: MappingStatus): MappingDeed => {
  if (to === 'proposed') return { deed: 'proposed', mapping: mapping('proposed') };
  if (to === 'rejected') return { deed: 'rejected', mappingId: 'm', by: 'dr' };
  if (to === 'obsolete') return { deed: 'obsolete', mappingId: 'm', by: 'dr', validTo: '2026-12-01', reason: 'retired' };
  return { deed: to, mappingId: 'm', by: 'dr', validFrom: '2026-11-24' };
};
const STATES: readonly MappingStatus[] = ['proposed', 'validated', 'rejected', 'no_match', 'obsolete'];
const ALLOWED = ['proposed>validated', 'proposed>rejected', 'validated>obsolete', 'no_match>obsolete'];

describe('afterDeed', () => {
  it.each(ALLOWED)('allows %s', (move) => {
    const [from, to] = move.split('>') as [MappingStatus, MappingStatus];

    expect(afterDeed(mapping(from), deedTo(to)).status).toBe(to);
  });

  it('states that no code fits, of a mapping without a target alone', () => {
    const without = { ...mapping('no_match'), status: 'proposed' } as const;

    expect(afterDeed(without, deedTo('no_match'))).toMatchObject({ status: 'no_match', validator: 'dr', validFrom: '2026-11-24' });
    expect(() => afterDeed(without, deedTo('validated'))).toThrow(MappingMoveForbidden);
    expect(() => afterDeed(mapping('proposed'), deedTo('no_match'))).toThrow(MappingMoveForbidden);
  });

  it.each(STATES.flatMap((from) => STATES.map((to) => `${from}>${to}`)).filter((move) => !ALLOWED.includes(move)))(
    'forbids %s',
    (move) => {
      const [from, to] = move.split('>') as [MappingStatus, MappingStatus];

      expect(() => afterDeed(mapping(from), deedTo(to))).toThrow(MappingMoveForbidden);
    },
  );

  it.each(STATES.filter((state) => state !== 'proposed'))('makes no %s out of nothing', (to) => {
    expect(() => afterDeed(undefined, deedTo(to))).toThrow(MappingMoveForbidden);
    expect(() => afterDeed(undefined, { deed: 'proposed', mapping: mapping(to) })).toThrow(MappingMoveForbidden);
  });
});
