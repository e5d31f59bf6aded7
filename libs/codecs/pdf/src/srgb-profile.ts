/**
 * The colour space of our pages, as PDF/A-1 wants it said: an ICC profile of version 2 for sRGB.
 *
 * Made from the numbers of the standards, so that no file of somebody else must be shipped.
 *
 * @see ICC.1:2001-04; IEC 61966-2-1; ISO 19005-1, 6.2.2
 */
export function srgbProfile(): Buffer {
  const curve = curveTag();
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', descriptionTag('sRGB IEC61966-2.1')],
    ['cprt', Buffer.concat([signature('text'), Buffer.from('No copyright, use freely\0', 'latin1')])],
    ['wtpt', xyzTag(0.9642, 1, 0.8249)],
    // Primaries of sRGB, adapted from D65 to D50 by the Bradford transform.
    ['rXYZ', xyzTag(0.4360747, 0.2225045, 0.0139322)],
    ['gXYZ', xyzTag(0.3850649, 0.7168786, 0.0971045)],
    ['bXYZ', xyzTag(0.1430804, 0.0606169, 0.7141733)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  return assemble(tags);
}

const HEADER = 128;

function assemble(tags: readonly (readonly [string, Buffer])[]): Buffer {
  const table = Buffer.alloc(4 + 12 * tags.length);
  table.writeUInt32BE(tags.length, 0);
  const offsets = new Map<Buffer, number>();
  const bodies: Buffer[] = [];
  let offset = HEADER + table.length;
  for (const [index, [tag, body]] of tags.entries()) {
    const place = offsets.get(body) ?? offset;
    if (place === offset) {
      const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
      bodies.push(padded);
      offsets.set(body, offset);
      offset += padded.length;
    }
    table.write(tag, 4 + 12 * index, 'latin1');
    table.writeUInt32BE(place, 8 + 12 * index);
    table.writeUInt32BE(body.length, 12 + 12 * index);
  }
  return Buffer.concat([header(offset), table, ...bodies]);
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(HEADER);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x02100000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  // A date is mandatory, and means nothing here.
  for (const [index, part] of [2000, 1, 1, 0, 0, 0].entries()) bytes.writeUInt16BE(part, 24 + 2 * index);
  bytes.write('acsp', 36, 'latin1');
  // The illuminant of every profile: D50.
  for (const [index, value] of [0.9642, 1, 0.8249].entries()) bytes.writeInt32BE(fixed(value), 68 + 4 * index);
  return bytes;
}

function signature(type: string): Buffer {
  return Buffer.from(`${type}\0\0\0\0`, 'latin1');
}

function xyzTag(...values: readonly [number, number, number]): Buffer {
  const body = Buffer.alloc(12);
  for (const [index, value] of values.entries()) body.writeInt32BE(fixed(value), 4 * index);
  return Buffer.concat([signature('XYZ '), body]);
}

function descriptionTag(text: string): Buffer {
  const ascii = Buffer.from(`${text}\0`, 'latin1');
  const count = Buffer.alloc(4);
  count.writeUInt32BE(ascii.length, 0);
  // No Unicode and no Macintosh form: their lengths are zero, and the second has a fixed room of 67 bytes.
  return Buffer.concat([signature('desc'), count, ascii, Buffer.alloc(4 + 4 + 2 + 1 + 67)]);
}

const SAMPLES = 256;

function curveTag(): Buffer {
  const body = Buffer.alloc(4 + 2 * SAMPLES);
  body.writeUInt32BE(SAMPLES, 0);
  for (let index = 0; index < SAMPLES; index += 1) {
    const value = index / (SAMPLES - 1);
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    body.writeUInt16BE(Math.round(linear * 0xffff), 4 + 2 * index);
  }
  return Buffer.concat([signature('curv'), body]);
}

function fixed(value: number): number {
  return Math.round(value * 0x10000);
}
