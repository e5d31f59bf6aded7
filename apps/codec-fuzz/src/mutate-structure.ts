import type { Random } from './random.js';

/** What an input is a tree or a list of: changed as such, it stays well-formed, and gets past the first door. */
export type Structure = 'elements' | 'members' | 'lines';

/** Changes an input without breaking its syntax; the same bytes when nothing of that structure is in them. */
export function mutateStructure(bytes: Buffer, random: Random, structure: Structure): Buffer {
  if (structure === 'elements') return moveElement(bytes, random);
  return structure === 'members' ? changeMember(bytes, random) : moveLine(bytes, random);
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** An element is lost, comes twice, or stands where another did. */
function moveElement(bytes: Buffer, random: Random): Buffer {
  const text = bytes.toString('latin1');
  const [one, other] = [elementAt(text, random.below(text.length)), elementAt(text, random.below(text.length))];
  if (!one || !other) return bytes;
  const content = random.pick(['', text.slice(one.from, one.to).repeat(2), text.slice(other.from, other.to)]);
  return Buffer.from(text.slice(0, one.from) + content + text.slice(one.to), 'latin1');
}

/** The first element that begins at a place or after it. */
function elementAt(text: string, at: number): Range | undefined {
  const opening = /<([A-Za-z][\w:.-]*)(?:"[^"]*"|'[^']*'|[^<>"'])*?(\/?)>/g;
  opening.lastIndex = at;
  const found = opening.exec(text);
  if (!found) return undefined;
  if (found[2] === '/') return { from: found.index, to: opening.lastIndex };
  const same = new RegExp(`<(/?)${found[1]}(?=[\\s/>])[^<>]*?(/?)>`, 'g');
  same.lastIndex = opening.lastIndex;
  let depth = 1;
  for (let next = same.exec(text); next; next = same.exec(text)) {
    if (next[2] !== '/') depth += next[1] === '/' ? -1 : 1;
    if (depth === 0) return { from: found.index, to: same.lastIndex };
  }
  return undefined;
}

type Holder = Json[] | { [name: string]: Json };
type Json = null | boolean | number | string | Holder;

/** A value of the tree is lost, comes twice, becomes another of the tree or one of another kind. */
function changeMember(bytes: Buffer, random: Random): Buffer {
  try {
    const root = JSON.parse(bytes.toString()) as Json;
    const holders = holdersOf(root);
    if (holders.length === 0) return bytes;
    changeOne(random.pick(holders), random.pick(holders), random);
    return Buffer.from(JSON.stringify(root));
  } catch {
    // No JSON any more, or deeper than this harness itself can go.
    return bytes;
  }
}

function changeOne(one: Holder, other: Holder, random: Random): void {
  const name = random.pick(Object.keys(one));
  const borrowed = random.pick(Object.values(other)) as Json;
  const value = random.pick<Json>([
    null,
    '',
    'x',
    -1,
    1e300,
    true,
    [],
    {},
    [[]],
    structuredClone(borrowed),
    structuredClone(borrowed),
  ]);
  if (Array.isArray(one)) one.splice(Number(name), random.below(2), value);
  else if (random.chance(0.3)) delete one[name];
  else one[random.chance(0.2) ? random.pick(Object.keys(other)) : name] = value;
}

/** Lists and objects that hold something. */
function holdersOf(value: Json): Holder[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(holdersOf);
  return Object.keys(value).length === 0 ? inside : [value, ...inside];
}

/** Whole lines come twice, are lost, or change places. */
function moveLine(bytes: Buffer, random: Random): Buffer {
  const end = bytes.includes(0x0d) && !bytes.includes('\r\n') ? '\r' : '\n';
  const lines = bytes.toString('latin1').split(end);
  const taken = lines.splice(1 + random.below(lines.length - 1), random.chance(0.6) ? 1 : 0);
  const copied = lines.slice(random.below(lines.length)).slice(0, random.spread(1, 4));
  lines.splice(1 + random.below(lines.length), 0, ...(random.chance(0.4) ? taken : random.chance(0.6) ? copied : []));
  return Buffer.from(lines.join(end), 'latin1');
}
