import type { Equivalence, MappingOrigin } from '@segur/terminology';
import type { LoincTarget } from '../code-report/code-observations.js';
import { ReviewRefused } from './review-refused.js';
import type { MappingDeed, MappingEvidence, ObsoleteReason, ReviewedMapping } from './reviewed-mapping.js';

/** What is known of one catalogue entry when somebody decides about it. */
export interface ReviewSituation {
  readonly entryId: string;
  /** Every mapping of the entry, ended ones too. */
  readonly mappings: readonly ReviewedMapping[];
  /** The laboratory asks that who validates is not who proposed. */
  readonly fourEyes: boolean;
}

/** What somebody says of an entry. Without a target: no code fits. */
export interface Choice {
  readonly target?: LoincTarget;
  readonly equivalence?: Equivalence;
  readonly justification?: string;
  readonly origin: MappingOrigin;
  /** Who proposes. */
  readonly author: string;
  readonly evidence?: MappingEvidence;
  /** For the mapping, should there be none yet. */
  readonly newId: string;
}

/** Proposes a code, or that none fits. Proposing what is proposed or in force already changes nothing. @throws {ReviewRefused} */
export function decideProposal({ entryId, mappings }: ReviewSituation, choice: Choice): readonly MappingDeed[] {
  const { target, equivalence = 'equal', justification, origin, author, evidence, newId } = choice;
  if (mappings.some((known) => isOpen(known) && sameTarget(known, target))) return [];
  if (equivalence === 'narrower' && !justification) throw new ReviewRefused('mapping-justification-missing');
  const rejected = target && rejectedCodes(mappings).has(target.loinc);
  if (rejected && !justification) throw new ReviewRefused('mapping-was-rejected', { loinc: target.loinc });
  return [
    {
      deed: 'proposed',
      mapping: {
        mappingId: newId,
        entryId,
        status: 'proposed',
        ...(target && { target }),
        equivalence,
        ...(justification && { justification }),
        origin,
        author,
        ...(evidence && { evidence }),
      },
    },
  ];
}

/**
 * Puts a code, or the statement that none fits, in force from a day on; what was in force then ends on that day.
 *
 * @param validFrom - ISO 8601 date.
 * @throws {ReviewRefused}
 */
export function decideValidation(
  situation: ReviewSituation,
  choice: Choice,
  { by, validFrom, reason = 'replaced' }: { readonly by: string; readonly validFrom: string; readonly reason?: ObsoleteReason },
): readonly MappingDeed[] {
  const { mappings, fourEyes } = situation;
  const standing = mappings.filter(isStanding);
  if (standing.some((known) => sameTarget(known, choice.target) && (known.validFrom ?? '') <= validFrom)) return [];

  // What ends on a later day is history already, and history is not rewritten: the change begins on that day or after it.
  const planned = mappings.some(({ status, validTo = '' }) => status === 'obsolete' && validTo > validFrom);
  if (planned) throw new ReviewRefused('mapping-change-planned');

  const waiting = mappings.find((known) => known.status === 'proposed' && sameTarget(known, choice.target));
  const created = waiting
    ? []
    : decideProposal({ ...situation, mappings: mappings.filter(({ status }) => status === 'rejected') }, choice);
  if (fourEyes && (waiting?.author ?? choice.author) === by) throw new ReviewRefused('mapping-four-eyes');
  return [
    ...created,
    ...standing.map((known) => endOf(known, validFrom, by, reason)),
    { deed: choice.target ? 'validated' : 'no_match', mappingId: waiting?.mappingId ?? choice.newId, by, validFrom },
  ];
}

/** Says that a code does not fit the entry: it is not proposed again for the same fingerprint. */
export function decideRejection(situation: ReviewSituation, choice: Choice, by: string): readonly MappingDeed[] {
  const { mappings } = situation;
  if (choice.target && rejectedCodes(mappings).has(choice.target.loinc)) return [];
  const waiting = mappings.find((known) => known.status === 'proposed' && sameTarget(known, choice.target));
  const created = waiting ? [] : decideProposal({ ...situation, mappings: [] }, choice);
  return [...created, { deed: 'rejected', mappingId: waiting?.mappingId ?? choice.newId, by }];
}

/** Ends what is in force, and anything validated for later. */
export function decideEnd(
  mappings: readonly ReviewedMapping[],
  { by, day, reason }: { readonly by: string; readonly day: string; readonly reason: ObsoleteReason },
): readonly MappingDeed[] {
  return mappings.filter(isStanding).map((known) => endOf(known, day, by, reason));
}

/** The codes that a person said do not fit: proposals leave them out. */
export function rejectedCodes(mappings: readonly ReviewedMapping[]): ReadonlySet<string> {
  return new Set(mappings.flatMap(({ status, target }) => (status === 'rejected' && target ? [target.loinc] : [])));
}

/** Validated without an end, be it from a later day on. */
export function isStanding({ status }: ReviewedMapping): boolean {
  return status === 'validated' || status === 'no_match';
}

function isOpen(mapping: ReviewedMapping): boolean {
  return mapping.status === 'proposed' || isStanding(mapping);
}

function sameTarget({ target }: ReviewedMapping, other: LoincTarget | undefined): boolean {
  return target?.loinc === other?.loinc;
}

/** A mapping that would have begun later never begins: its span is empty. */
function endOf({ mappingId, validFrom = '' }: ReviewedMapping, day: string, by: string, reason: ObsoleteReason): MappingDeed {
  return { deed: 'obsolete', mappingId, by, validTo: validFrom > day ? validFrom : day, reason };
}
