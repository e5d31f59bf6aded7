import type { Finding } from '@segur/errors';
import { writeCsv } from '@segur/loinc-files';
import { buildProposalIndex, proposeCodes } from '@segur/propose-codes';
import type { LocalTest, LoincConcept, Proposal } from '@segur/terminology';

/** What is proposed for a whole catalogue. */
export interface Suggestions {
  /** `local_code,rank,loinc,score,confidence,reason`, the lines in the order of the catalogue. */
  readonly csv: string;
  /** The analyses for which nothing is proposed, and what would have to be known. */
  readonly findings: readonly Finding[];
}

const HEADER = ['local_code', 'rank', 'loinc', 'score', 'confidence', 'reason'];

/**
 * Proposes codes for each analysis of a catalogue, from the table that is given and from nothing else.
 *
 * @param top - How many codes for one analysis, at most.
 * @param partial - The table is no release: a better code may not be in it, and nothing is sure enough to be called `high`.
 */
export function suggestCodes(
  tests: readonly LocalTest[],
  concepts: Iterable<LoincConcept>,
  { top, partial = false }: { readonly top: number; readonly partial?: boolean },
): Suggestions {
  const index = buildProposalIndex(concepts);
  const findings: Finding[] = [];
  const rows = tests.flatMap((test) => {
    const { proposals, missingFacts } = proposeCodes(index, test, { top });
    if (proposals.length === 0) findings.push(nothingFor(test, missingFacts));
    return proposals.map((proposal) => {
      const confidence = partial && proposal.confidence === 'high' ? 'medium' : proposal.confidence;
      return rowOf(test, { ...proposal, confidence }, missingFacts);
    });
  });
  return { csv: writeCsv([HEADER, ...rows], ','), findings };
}

function rowOf(
  { localCode }: LocalTest,
  { code, name, rank, probability, confidence, explanation }: Proposal,
  missingFacts: readonly string[],
): readonly string[] {
  const reasons = [...explanation.map(({ reason }) => reason), ...(rank === 1 ? missingFacts : [])];
  // A code goes with one of its names wherever it stands: the licence of LOINC.
  const reason = [name, reasons.join(' ; ')].filter(Boolean).join(' — ');
  return [localCode, `${rank}`, code, probability.toFixed(4), confidence, reason];
}

function nothingFor({ localCode }: LocalTest, missingFacts: readonly string[]): Finding {
  const asked = missingFacts.length > 0 ? missingFacts.join(' ; ') : undefined;
  return {
    severity: 'info',
    code: 'loinc-nothing-proposed',
    location: localCode,
    message: asked ? `No code of the table fits; to be told: ${asked}` : 'No code of the table fits',
    messageFr: asked ? `Aucun code de la table ne convient ; à préciser : ${asked}` : 'Aucun code de la table ne convient',
  };
}
