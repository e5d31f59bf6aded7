import type { Finding } from '@segur/errors';
import { linguisticVariantReader, loincTableReader, mapToReader, type RowReader } from '@segur/loinc-files';
import type { LoincConcept } from '@segur/terminology';
import { findReleaseFiles } from './find-release-files.js';
import { ArchiveUnreadable } from './reference-errors.js';
import type { ReleaseFile, ReleaseSource } from './release-source.js';
import { toConcept, toFrenchNames, type FrenchNames } from './to-concept.js';

/** A concept with what decides whether it is kept in memory. */
export interface ReleasedConcept {
  /** 1 laboratory, 2 clinical, 3 attachments, 4 surveys. */
  readonly classType?: number;
  readonly concept: LoincConcept;
}

/** How far the reading of a release is. */
export interface ReleaseProgress {
  readonly rows: number;
  readonly bytes: number;
  readonly bytesTotal: number;
}

/** What was read of a release, once it is read. */
export interface ReleaseSummary {
  /** Absent: neither the archive nor the table says. */
  readonly version?: string;
  readonly counts: Readonly<Record<'concepts' | 'deprecated' | 'discouraged' | 'replaced' | 'french' | 'panels', number>>;
  /** Any `error` refuses the release. Locations begin with the name of the file. */
  readonly findings: readonly Finding[];
}

/** Takes concepts as they come. */
export type TakeConcepts = (batch: readonly ReleasedConcept[], progress: ReleaseProgress) => Promise<void>;

const BATCH = 2_000;

/**
 * Reads a release as a stream: replacements and French names first, then the table, a few thousand concepts at a time.
 *
 * @param maxBytes - Of unpacked text in all: more is no LOINC release.
 * @throws {ArchiveUnreadable} No LOINC table, too large, or not readable. What `take` throws comes through.
 */
export async function readRelease(source: ReleaseSource, maxBytes: number, take: TakeConcepts): Promise<ReleaseSummary> {
  const { table, mapTo, french, version } = findReleaseFiles(source.files);
  if (!table) throw new ArchiveUnreadable('There is no Loinc.csv in it');
  const bytesTotal = [table, mapTo, french].reduce((total, file) => total + (file?.sizeBytes ?? 0), 0);
  if (bytesTotal > maxBytes) throw new ArchiveUnreadable('It unpacks to more than this platform reads', { sizeBytes: bytesTotal });
  const reading = new Reading(source, bytesTotal);

  const replacements = new Map<string, { code: string; comment?: string }[]>();
  await reading.each(mapTo, mapToReader(), ({ code, target, comment }) => {
    const known = replacements.get(code) ?? [];
    if (known.some((one) => one.code === target)) return;
    replacements.set(code, [...known, { code: target, ...(comment !== undefined && { comment }) }]);
  });
  const names = new Map<string, FrenchNames>();
  await reading.each(french, linguisticVariantReader(), (row) => void names.set(row.code, toFrenchNames(row)));

  const counts = { concepts: 0, deprecated: 0, discouraged: 0, replaced: 0, french: 0, panels: 0 };
  let latest = '';
  let batch: ReleasedConcept[] = [];
  const flush = async () => {
    const full = batch;
    batch = [];
    await take(full, { rows: counts.concepts, bytes: reading.bytes, bytesTotal });
  };
  await reading.each(
    table,
    loincTableReader(),
    (row) => {
      const concept = toConcept(row, names.get(row.code), replacements.get(row.code));
      batch.push({ concept, ...(row.classType !== undefined && { classType: row.classType }) });
      if (compareVersions(row.versionLastChanged, latest) > 0) latest = row.versionLastChanged;
      counts.concepts += 1;
      if (concept.status === 'DEPRECATED') counts.deprecated += 1;
      if (concept.status === 'DISCOURAGED') counts.discouraged += 1;
      if (concept.mapTo) counts.replaced += 1;
      if (concept.frenchName !== undefined) counts.french += 1;
      if (concept.isPanel) counts.panels += 1;
    },
    () => (batch.length >= BATCH ? flush() : undefined),
  );
  if (batch.length > 0) await flush();
  const stated = version ?? (latest || undefined);
  return { counts, findings: reading.findings, ...(stated !== undefined && { version: stated }) };
}

/** `2.9` before `2.10`; the empty text before all. */
export function compareVersions(a: string, b: string): number {
  return COLLATOR.compare(a, b);
}

const COLLATOR = new Intl.Collator('en', { numeric: true });

/** Reads the files of one release one after the other, and keeps their findings together. */
class Reading {
  readonly findings: Finding[] = [];
  bytes = 0;

  constructor(
    private readonly source: ReleaseSource,
    private readonly maxBytes: number,
  ) {}

  /** @param afterPiece - Awaited between pieces: the reading is no faster than what becomes of its rows. */
  async each<Row>(
    file: ReleaseFile | undefined,
    reader: RowReader<Row>,
    take: (row: Row) => void,
    afterPiece: () => Promise<void> | undefined = () => undefined,
  ): Promise<void> {
    if (!file) return;
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for await (const bytes of this.source.open(file)) {
      this.bytes += bytes.length;
      // An archive may unpack to more than it says.
      if (this.bytes > this.maxBytes) throw new ArchiveUnreadable('It unpacks to more than it announces', { path: file.path });
      reader.push(decode(decoder, bytes, file)).forEach(take);
      await afterPiece();
    }
    reader.push(decode(decoder, undefined, file)).forEach(take);
    reader.end().forEach(take);
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    this.findings.push(...reader.findings.map((finding) => ({ ...finding, location: `${name} ${finding.location}` })));
  }
}

function decode(decoder: InstanceType<typeof TextDecoder>, bytes: Buffer | undefined, { path }: ReleaseFile): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch (cause) {
    throw new ArchiveUnreadable('A file of the release is not UTF-8', { path }, { cause });
  }
}
