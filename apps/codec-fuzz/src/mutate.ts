import { mutateStructure, type Structure } from './mutate-structure.js';
import type { Random } from './random.js';

/** What inputs of one format are made of. */
export interface Grammar {
  /** Signs and words that mean something in the format, or that others stumbled over. */
  readonly words: readonly string[];
  /** What opens a level, when written again and again. */
  readonly openings: readonly string[];
  /** Absent: the format has none that text shows. */
  readonly structure?: Structure;
}

type Mutation = (bytes: Buffer, random: Random, grammar: Grammar) => Buffer;

// A document grows by repetition; beyond this a case costs more time than it finds.
const MAX_BYTES = 512 * 1024;

const NUMBERS = [
  '0',
  '-1',
  '-0',
  '1e999',
  'NaN',
  '0x10',
  '99999999999999999999999',
  '1.7976931348623157e309',
  '٣',
  '00',
  '29990231',
  '20261332',
];
// Not UTF-8: overlong forms, halves of pairs, bytes that begin nothing. Then signs that text tools handle apart.
const BAD_BYTES = [
  'c080',
  'eda080',
  'f4908080',
  'ff',
  'fe',
  '80',
  'c3',
  'efbfbe',
  'efbbbf',
  '00',
  'e280a8',
  'c2a0',
  'f09f9880',
  '1a',
  '0b',
  '1c0d',
];

function splice(bytes: Buffer, at: number, removed: number, inserted: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(Math.min(bytes.length, at + removed))]);
}

/** Begin and end of what stands between two separators, a value most of the time. */
function valueAt(bytes: Buffer, at: number): { readonly from: number; readonly length: number } {
  const isEdge = (byte: number | undefined) =>
    byte === undefined || byte < 0x20 || '|^~&"<>=,:[]{} '.includes(String.fromCharCode(byte));
  let from = at;
  let to = at;
  while (from > 0 && !isEdge(bytes[from - 1])) from -= 1;
  while (to < bytes.length && !isEdge(bytes[to])) to += 1;
  return { from, length: to - from };
}

const cutEnd: Mutation = (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1));
const cutStart: Mutation = (bytes, random) => bytes.subarray(random.below(Math.min(bytes.length, 64) + 1));

const turnBits: Mutation = (bytes, random) => {
  const turned = Buffer.from(bytes);
  for (let count = random.spread(1, 32); count > 0 && turned.length > 0; count -= 1) {
    const at = random.below(turned.length);
    turned[at] = (turned[at] ?? 0) ^ (1 << random.below(8));
  }
  return turned;
};

const insertBytes: Mutation = (bytes, random) =>
  splice(bytes, random.below(bytes.length + 1), 0, random.bytes(random.spread(1, 64)));

const removeBlock: Mutation = (bytes, random) => {
  const length = random.spread(1, Math.max(1, bytes.length / 2));
  return splice(bytes, random.below(bytes.length - length + 1), length, Buffer.alloc(0));
};

const repeatBlock: Mutation = (bytes, random) => {
  const at = random.below(bytes.length);
  const block = bytes.subarray(at, at + random.spread(1, Math.max(1, bytes.length)));
  const times = Math.min(random.spread(1, 20_000), Math.floor((MAX_BYTES - bytes.length) / Math.max(1, block.length)));
  return splice(bytes, at, 0, Buffer.alloc(Math.max(0, times) * block.length, block));
};

const insertWord: Mutation = (bytes, random, { words }) =>
  splice(bytes, random.below(bytes.length + 1), random.chance(0.3) ? random.spread(1, 16) : 0, Buffer.from(random.pick(words)));

/** A value becomes empty, a strange number, a word of the format, very long, or another value of the same input. */
const replaceValue: Mutation = (bytes, random, { words }) => {
  const { from, length } = valueAt(bytes, random.below(bytes.length));
  const other = valueAt(bytes, random.below(bytes.length));
  const made = random.pick<() => string | Buffer>([
    () => '',
    () => random.pick(NUMBERS),
    () => random.pick(words),
    () => random.pick(['9', 'A', ' ', 'é', '\\', '&', '%']).repeat(random.spread(10, 100_000)),
    () => bytes.subarray(other.from, other.from + other.length),
  ]);
  return splice(bytes, from, length, Buffer.from(made()));
};

const nest: Mutation = (bytes, random, { openings }) =>
  splice(
    bytes,
    random.below(bytes.length + 1),
    0,
    Buffer.from(random.pick(openings).repeat(random.spread(2, 20_000)).slice(0, MAX_BYTES)),
  );

const spoilCharset: Mutation = (bytes, random) =>
  random.pick<() => Buffer>([
    () => splice(bytes, random.below(bytes.length + 1), 0, Buffer.from(random.pick(BAD_BYTES), 'hex')),
    () => Buffer.from(bytes.toString('utf8'), 'latin1'),
    () => Buffer.from(bytes.toString('latin1'), 'utf8'),
    () => Buffer.from(`\ufeff${bytes.toString('utf8')}`, random.chance(0.5) ? 'utf8' : 'utf16le'),
  ])();

const MUTATIONS: readonly Mutation[] = [
  cutEnd,
  cutStart,
  turnBits,
  insertBytes,
  removeBlock,
  repeatBlock,
  insertWord,
  insertWord,
  replaceValue,
  replaceValue,
  replaceValue,
  nest,
  spoilCharset,
];

/** What keeps the syntax of most inputs: damage of meaning alone. */
const GENTLE: readonly Mutation[] = [
  (bytes, random, { structure }) => (structure ? mutateStructure(bytes, random, structure) : bytes),
  replaceValue,
];

/** Damages an input once or several times, as the numbers fall: half of the inputs in their meaning alone. */
export function mutate(bytes: Buffer, random: Random, grammar: Grammar): Buffer {
  const mutations = grammar.structure && random.chance(0.5) ? GENTLE : MUTATIONS;
  let damaged = bytes;
  for (let count = random.spread(1, 6); count > 0; count -= 1) damaged = random.pick(mutations)(damaged, random, grammar);
  return damaged.subarray(0, MAX_BYTES * 2);
}
