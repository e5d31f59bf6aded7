import { crc32 } from 'node:zlib';

/** One file of an archive. */
export interface ZipEntry {
  /** ASCII, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const LOCAL_HEADER = 30;
const CENTRAL_HEADER = 46;
const END_OF_DIRECTORY = 22;
const VERSION = 10;

/**
 * Writes a ZIP archive of stored files: no compression, no data descriptor, no ZIP64, no entry for folders.
 *
 * A library's checksum in JavaScript costs ten times what zlib's does, and with nothing to compress there is little else to write.
 *
 * @param at - Time stamp of every entry; its UTC fields are written, as a ZIP knows no time zone.
 * @see PKWARE APPNOTE 6.3.3, 4.3.7, 4.3.12 and 4.3.16
 */
export function encodeStoredZip(entries: readonly ZipEntry[], at: Date): Buffer {
  const { date, time } = dosTime(at);
  const chunks: Uint8Array[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, bytes } of entries) {
    const name = Buffer.from(path, 'ascii');
    // Version, flags, method (0: stored), time, date, checksum, both sizes, length of the name: alike in both headers.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(VERSION, 0);
    common.writeUInt16LE(time, 6);
    common.writeUInt16LE(date, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);

    const local = Buffer.alloc(LOCAL_HEADER);
    local.writeUInt32LE(0x04034b50, 0);
    common.copy(local, 4);
    chunks.push(local, name, bytes);

    const central = Buffer.alloc(CENTRAL_HEADER);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(VERSION, 4);
    common.copy(central, 6);
    central.writeUInt32LE(offset, 42);
    directory.push(central, name);
    offset += LOCAL_HEADER + name.length + bytes.length;
  }
  const end = Buffer.alloc(END_OF_DIRECTORY);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(
    directory.reduce((size, { length }) => size + length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, ...directory, end]);
}

/** Two seconds is the precision; years before 1980 and after 2107 do not exist. */
function dosTime(at: Date): { readonly date: number; readonly time: number } {
  const year = Math.min(Math.max(at.getUTCFullYear(), 1980), 2107) - 1980;
  return {
    date: (year << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
  };
}
