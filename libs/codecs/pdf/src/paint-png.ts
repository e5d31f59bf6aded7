/** A decoded picture: rows from top to bottom, 8 bits a sample, opaque. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  /** 1 grey, 3 red green blue. */
  readonly components: 1 | 3;
  readonly samples: Buffer;
}

/** What the first chunk says. `colour`: 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha. */
export interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly colour: number;
}

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Samples of one pixel. */
export function channelsOf({ colour }: PngHeader): number {
  return CHANNELS[colour] ?? 1;
}

/** Bytes of one row, without its filter. */
export function rowLength(header: PngHeader): number {
  return Math.ceil((header.width * channelsOf(header) * header.bits) / 8);
}

/** Makes samples of 8 bits over white of the rows as they stand in a PNG, their filters taken back. */
export function paintPng(lines: Buffer, header: PngHeader, palette: Buffer | undefined, transparent: Buffer | undefined): Raster {
  const { width, height, bits, colour } = header;
  const components = colour === 0 || colour === 4 ? 1 : 3;
  const [channels, row] = [channelsOf(header), rowLength(header)];
  const samples = Buffer.alloc(width * height * components);
  const key = colour === 0 || colour === 2 ? transparentColour(transparent, channels) : undefined;
  if (bits === 8 && components === channels && colour !== 3 && !key) return { width, height, components, samples: lines };
  let to = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (channel: number) => sampleAt(lines, y * row, x * channels + channel, bits);
      const index = colour === 3 ? at(0) : 0;
      const alpha = alphaOf(colour, at, channels, bits, index, transparent, key);
      for (let channel = 0; channel < components; channel += 1) {
        const value = colour === 3 ? (palette?.[index * 3 + channel] ?? 0) : toByte(at(channel), bits);
        samples[to++] = Math.round((value * alpha + 255 * (255 - alpha)) / 255);
      }
    }
  }
  return { width, height, components, samples };
}

function alphaOf(
  colour: number,
  at: (channel: number) => number,
  channels: number,
  bits: number,
  index: number,
  transparent: Buffer | undefined,
  key: readonly number[] | undefined,
): number {
  if (colour === 4 || colour === 6) return toByte(at(channels - 1), bits);
  if (colour === 3) return transparent?.[index] ?? 255;
  return key?.every((value, channel) => at(channel) === value) ? 0 : 255;
}

/** The one colour of a picture without alpha that counts as transparent. */
function transparentColour(chunk: Buffer | undefined, channels: number): readonly number[] | undefined {
  if (!chunk || chunk.length < 2 * channels) return undefined;
  return Array.from({ length: channels }, (_, channel) => chunk.readUInt16BE(2 * channel));
}

function sampleAt(lines: Buffer, start: number, sample: number, bits: number): number {
  if (bits === 8) return lines[start + sample] ?? 0;
  if (bits === 16) return lines.readUInt16BE(start + 2 * sample);
  const bit = sample * bits;
  return ((lines[start + (bit >> 3)] ?? 0) >> (8 - bits - (bit & 7))) & ((1 << bits) - 1);
}

function toByte(value: number, bits: number): number {
  return bits === 16 ? value >> 8 : bits === 8 ? value : Math.round((value * 255) / ((1 << bits) - 1));
}
