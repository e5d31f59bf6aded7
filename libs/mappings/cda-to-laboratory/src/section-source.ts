import type { CdaId } from '@segur/cda';
import type { Specimen, Validation } from '@segur/laboratory';
import { uniqueIds } from '@segur/results-to-laboratory';
import type { BiologistDirectory } from './biologist-directory.js';
import { isOwn, nameOf, toIdentifier, type Source } from './source.js';

/** What every section of one document shares. */
export interface BodySource extends Source {
  readonly directory: BiologistDirectory;
  readonly validations: readonly Validation[];
  readonly specimens: SpecimenRack;
  /** One numbering for the whole report. */
  readonly unique: { readonly observation: Unique; readonly battery: Unique; readonly isolate: Unique };
}

type Unique = (id: string) => string;

/** A `BodySource` seen from one section, whose path begins the identifiers of what has none: `c1.s2`. */
export interface SectionSource extends BodySource {
  readonly path: string;
  /** What is printed above this section: the name of a battery that has none. */
  readonly heading: string;
  /** Next number of a kind in this section. */
  readonly next: (kind: 'b' | 'o' | 'i' | 'img') => string;
  /** Keys of the specimens of this section, by the identifier that results name. */
  readonly specimenKeys: ReadonlyMap<string, string>;
}

/** The specimens of a report: a tube that several sections describe alike is one. */
export interface SpecimenRack {
  readonly all: readonly Specimen[];
  /** Puts a specimen there, and gives its key. */
  put(specimen: Omit<Specimen, 'specimenId'>, id: CdaId): string;
  /** Keys in the order of the rack, none twice: that in which a section is written. */
  inOrder(keys: readonly string[]): readonly string[];
}

/** Counts what has no identifier: `c1.s2.o3`. The same document gives the same numbers. */
export function pathNumbers(path: string): SectionSource['next'] {
  const counts = new Map<string, number>();
  return (kind) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return `${path}.${kind}${count}`;
  };
}

/** Unique numberings for one document. */
export function uniqueNumbers(): BodySource['unique'] {
  return { observation: uniqueIds(), battery: uniqueIds(), isolate: uniqueIds() };
}

/** An empty rack. */
export function specimenRack(): SpecimenRack {
  const unique = uniqueIds();
  const all: Specimen[] = [];
  const keys = new Map<string, string>();
  return {
    all,
    put: (specimen, id) => {
      const content = JSON.stringify([specimen, id.root, id.extension]);
      const known = keys.get(content);
      if (known !== undefined) return known;
      const specimenId = unique(nameOf(id));
      keys.set(content, specimenId);
      all.push({ specimenId, ...specimen });
      return specimenId;
    },
    inOrder: (wanted) => all.flatMap(({ specimenId }) => (wanted.includes(specimenId) ? [specimenId] : [])),
  };
}

/** The text of an identifier, to find it again. */
export function keyOf({ root, extension }: CdaId): string {
  return `${root}^${extension ?? ''}`;
}

/**
 * The identifier of a result or of a germ: the document's own where it gives one, else its path.
 *
 * Those that our own documents derive, the number of the request before the identifier, give the identifier back.
 */
export function identified(
  id: CdaId | undefined,
  path: string,
  { oidRoot, fillerNumber }: Source,
): { readonly name: string; readonly identifier?: ReturnType<typeof toIdentifier> } {
  if (!id) return { name: path };
  const prefix = `${fillerNumber}-`;
  const own = isOwn(id, 'result', oidRoot) || isOwn(id, 'isolate', oidRoot);
  if (own && nameOf(id).startsWith(prefix) && nameOf(id) !== prefix) {
    return { name: nameOf(id).slice(prefix.length) };
  }
  return { name: nameOf(id), identifier: toIdentifier(id) };
}
