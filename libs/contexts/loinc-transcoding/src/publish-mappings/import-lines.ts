import type { Finding } from '@segur/errors';
import { fingerprintOf, type LocalTest } from '@segur/terminology';
import { toEntry, type CatalogueEntry } from '../review-mappings/catalogue-entry.js';
import { decideProposal, decideValidation, isStanding, rejectedCodes } from '../review-mappings/decide-review.js';
import type { ReviewedEntry } from '../review-mappings/mapping-ledger.js';
import { ReviewRefused } from '../review-mappings/review-refused.js';
import type { MappingDeed } from '../review-mappings/reviewed-mapping.js';
import { entriesByLine } from './adopt-lines.js';
import { lineKey, type MapLine } from './map-line.js';

/** What taking over the lines of a file does to the review; lines that it does not have stay as they are. */
export interface ImportedLines {
  readonly enter: readonly CatalogueEntry[];
  readonly deeds: readonly MappingDeed[];
  readonly counts: { readonly validated: number; readonly proposed: number; readonly unchanged: number; readonly parked: number };
  /** Lines that were left aside, and why. */
  readonly findings: readonly Finding[];
}

/** How lines are taken over. */
export interface ImportTerms {
  readonly by: string;
  /** A validator answers for the lines: they are validated instead of proposed. */
  readonly signed: boolean;
  readonly fourEyes: boolean;
  readonly day: string;
  /** The laboratory has a catalogue: a code that it does not have is left aside. */
  readonly hasCatalogue: boolean;
  readonly newId: () => string;
}

/** Takes over the lines of a map that comes from elsewhere. @param entries - The active entries. */
export function importLines(entries: Iterable<ReviewedEntry>, lines: readonly MapLine[], terms: ImportTerms): ImportedLines {
  const known = entriesByLine(entries);
  const enter: CatalogueEntry[] = [];
  const deeds: MappingDeed[] = [];
  const findings: Finding[] = [];
  const counts = { validated: 0, proposed: 0, unchanged: 0, parked: 0 };
  const park = (line: MapLine, code: string, message: string) => {
    counts.parked += 1;
    findings.push({ severity: 'warning', code, location: `code ${line.localCode}`, message });
  };

  for (const line of lines) {
    const entry = known.get(lineKey(line));
    if (!entry && terms.hasCatalogue) {
      park(line, 'map-line-unknown', 'The catalogue has no analysis with this code, unit and specimen');
      continue;
    }
    if (entry && terms.hasCatalogue && isRelabelled(entry, line)) {
      park(line, 'map-line-relabelled', 'The catalogue has another label for this code now');
      continue;
    }
    if (entry && isRejected(entry, line)) {
      park(line, 'map-line-rejected', 'This code was rejected for this analysis');
      continue;
    }
    const fresh = entry ? undefined : toEntry(testOf(line));
    try {
      const said = deedsOf(line, entry, fresh?.entryId ?? '', terms);
      if (fresh) enter.push(fresh);
      deeds.push(...said);
      counts[said.length === 0 ? 'unchanged' : terms.signed ? 'validated' : 'proposed'] += 1;
    } catch (error) {
      if (!(error instanceof ReviewRefused)) throw error;
      park(line, error.code, error.message);
    }
  }
  return { enter, deeds, counts, findings };
}

function deedsOf(line: MapLine, entry: ReviewedEntry | undefined, freshId: string, terms: ImportTerms): readonly MappingDeed[] {
  const { target, equivalence = 'equal' } = line;
  const choice = {
    ...(target && { target }),
    equivalence,
    ...(equivalence === 'narrower' && { justification: 'imported' }),
    origin: 'imported' as const,
    author: 'file',
    newId: terms.newId(),
  };
  const situation = { entryId: entry?.entryId ?? freshId, mappings: entry?.mappings ?? [], fourEyes: terms.fourEyes };
  return terms.signed
    ? decideValidation(situation, choice, { by: terms.by, validFrom: terms.day })
    : decideProposal(situation, choice);
}

/** The analysis is perhaps another one than the file was made for. Case and blanks make no difference. */
function isRelabelled({ test }: ReviewedEntry, { label }: MapLine): boolean {
  return label.trim() !== '' && fingerprintOf({ ...test, label }) !== fingerprintOf(test);
}

/** Rejected, and not taken after all. */
function isRejected({ mappings }: ReviewedEntry, { target }: MapLine): boolean {
  const taken = mappings.some((known) => isStanding(known) && known.target?.loinc === target?.loinc);
  return target !== undefined && !taken && rejectedCodes(mappings).has(target.loinc);
}

/** The analysis that a line tells of, where no catalogue does. */
function testOf({ localCode, label, unit, specimen, method }: MapLine): LocalTest {
  return { localCode, label, ...(unit && { unit }), ...(specimen && { specimen }), ...(method && { method }) };
}
