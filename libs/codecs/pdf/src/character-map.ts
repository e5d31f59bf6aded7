import { UnusableFont } from './unusable-font.js';

/**
 * Reads the table `cmap`: which glyph shows a code point.
 *
 * @throws {UnusableFont} No Unicode subtable of format 4 or 12.
 * @see OpenType 1.9, "cmap"
 */
export function readCharacterMap(cmap: Buffer): ReadonlyMap<number, number> {
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => {
    const record = 4 + 8 * index;
    const key = `${cmap.readUInt16BE(record)}.${cmap.readUInt16BE(record + 2)}`;
    return [key, cmap.subarray(cmap.readUInt32BE(record + 4))] as const;
  });
  const byKey = new Map(subtables);
  // The widest repertoire first: full Unicode, then its first plane.
  for (const key of ['3.10', '0.6', '0.4', '3.1', '0.3']) {
    const subtable = byKey.get(key);
    if (subtable?.readUInt16BE(0) === 12) return readSegmentedCoverage(subtable);
    if (subtable?.readUInt16BE(0) === 4) return readSegmentMapping(subtable);
  }
  throw new UnusableFont('The font maps no Unicode', { subtables: subtables.length });
}

function readSegmentedCoverage(table: Buffer): ReadonlyMap<number, number> {
  const map = new Map<number, number>();
  const groups = table.readUInt32BE(12);
  for (let group = 16; group < 16 + 12 * groups; group += 12) {
    const first = table.readUInt32BE(group);
    const last = Math.min(table.readUInt32BE(group + 4), 0x10ffff);
    const glyph = table.readUInt32BE(group + 8);
    for (let code = first; code <= last; code += 1) map.set(code, glyph + code - first);
  }
  return map;
}

function readSegmentMapping(table: Buffer): ReadonlyMap<number, number> {
  const map = new Map<number, number>();
  const size = table.readUInt16BE(6);
  const [ends, starts, deltas, ranges] = [14, 16 + size, 16 + 2 * size, 16 + 3 * size] as const;
  for (let segment = 0; segment < size; segment += 2) {
    const start = table.readUInt16BE(starts + segment);
    const end = table.readUInt16BE(ends + segment);
    const delta = table.readUInt16BE(deltas + segment);
    const range = table.readUInt16BE(ranges + segment);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      // The offset counts from the place where it is written.
      const listed = range === 0 ? code : table.readUInt16BE(ranges + segment + range + 2 * (code - start));
      if (listed !== 0) map.set(code, (listed + delta) & 0xffff);
    }
  }
  return map;
}
