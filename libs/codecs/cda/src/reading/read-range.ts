import type { CdaNode } from '../cda-tree.js';
import type { CdaBound, CdaObservation, CdaQuantity } from '../cr-bio-document.js';
import { child, peek, present, toCode } from '../read-cda-types.js';
import { printRange } from './printed-text.js';
import { toBound } from './read-value.js';
import type { ReadingContext } from './reading-context.js';

type Bounds = NonNullable<CdaObservation['range']>;

/** The reference interval of a result. */
export interface ReadRange {
  readonly bounds?: Bounds;
  /** As printed; empty: there is none. */
  readonly text: string;
  /** Further intervals, which the volet does not allow: their words alone are kept. */
  readonly others: readonly string[];
}

/** Reads `referenceRange`: bounds, or words. */
export function readRange(owner: CdaNode, unitOfResult: string, context: ReadingContext): ReadRange {
  const ranges = owner.children.filter(({ name }) => name === 'referenceRange');
  const [first, ...others] = ranges.map((range) => readOne(range, unitOfResult, context));
  for (const extra of ranges.slice(1)) context.notes.add('cda.unread', extra);
  return present<ReadRange>({
    bounds: first?.bounds,
    text: first?.text ?? '',
    others: others.map(({ text }) => text).filter((text) => text !== ''),
  });
}

function readOne(range: CdaNode, unitOfResult: string, context: ReadingContext): Omit<ReadRange, 'others'> {
  range.read = true;
  const observation = child(range, 'observationRange');
  const interpretation = child(observation, 'interpretationCode');
  // Bounds of what is normal are meant; those of anything else are kept, and said to be others.
  if (interpretation && toCode(interpretation)?.code !== 'N') context.notes.add('cda.unread', interpretation);
  const words = context.words(child(observation, 'text'));
  const value = child(observation, 'value');
  const valueWords = value && (context.originalText(value) ?? context.words(value));
  const low = value && toBound(value, 'low');
  const high = value && toBound(value, 'high');
  // The model's bounds belong to the interval. One that does not is printed so, where it stands alone.
  for (const name of ['low', 'high']) {
    const bound = peek(value, name);
    if (bound?.attributes['inclusive'] === 'false') context.notes.add('cda.unread', bound, 'inclusive');
  }
  const bounds = low || high ? present<Bounds>({ low: low && toLimit(low), high: high && toLimit(high) }) : undefined;
  return present<Omit<ReadRange, 'others'>>({ bounds, text: words ?? valueWords ?? printRange(low, high, unitOfResult) });
}

function toLimit({ value, unit, translations }: CdaBound): CdaQuantity {
  return present<CdaQuantity>({ value, unit, translations });
}
