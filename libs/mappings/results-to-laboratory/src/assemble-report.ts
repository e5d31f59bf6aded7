import type { AttachedPdf, Report, Validation } from '@segur/laboratory';
import { distinct } from './biologists.js';
import { toChapters, type PlacedBattery } from './chapters.js';
import { defaultDelivery } from './default-delivery.js';
import { hasPreliminary } from './preliminary.js';
import type { MappingContext } from './report-reading.js';

/** Heading of what is still awaited: one line per examination or result. */
export const AWAITED_TITLE = 'Résultats en cours';
/** Heading of what was wrong with specimens, and of why a result could not be obtained. */
export const NON_CONFORMITY_TITLE = 'Non conformité';

/** Members that a message may leave out: `undefined` stands for absent. */
type Loose<K extends keyof Report> = { readonly [member in K]: Report[member] | undefined };

/** What was read in a message, whatever its format: everything a report is made of. */
export interface ReportFacts
  extends
    Pick<Report, 'fillerNumber' | 'identity' | 'encounter' | 'releasedAt' | 'receivedAt' | 'specimens' | 'copies'>,
    Partial<Loose<'placerNumber' | 'prescriber' | 'prescribedOn' | 'relatives' | 'samplers' | 'facility' | 'printedCopy'>> {
  readonly batteries: readonly PlacedBattery[];
  /** Texts of the order about the patient's state; each is printed once. */
  readonly clinicalInformation: readonly string[];
  readonly comments: readonly (string | undefined)[];
  readonly nonConformities?: readonly string[];
  /** Names of what is still to come. */
  readonly awaited?: readonly string[];
  readonly secondIntention?: readonly AttachedPdf[];
  readonly validations: readonly [Validation, ...Validation[]];
  /** False for messages of training and tests: the report goes nowhere. */
  readonly production: boolean;
}

/** Makes the report of what was read. It is partial while anything is awaited or preliminary. */
export function assembleReport({ reportSetId, revision }: MappingContext, facts: ReportFacts): Report {
  const { identity, encounter, validations, production, awaited = [], secondIntention = [], samplers = [], relatives = [] } = facts;
  const chapters = toChapters(facts.batteries);
  const isOpen = awaited.length > 0 || hasPreliminary(chapters);
  const clinicalInformation = once(facts.clinicalInformation).join('\n');
  const remarks = [
    { title: NON_CONFORMITY_TITLE, text: once(facts.nonConformities ?? []).join('\n') },
    { title: AWAITED_TITLE, text: once(awaited).join('\n') },
  ].filter(({ text }) => text !== '');
  return {
    reportSetId,
    revision,
    status: isOpen ? 'partial' : 'final',
    fillerNumber: facts.fillerNumber,
    ...(facts.placerNumber && { placerNumber: facts.placerNumber }),
    identity,
    ...(relatives.length > 0 && { relatives }),
    ...(facts.prescriber && { prescriber: facts.prescriber }),
    ...(facts.prescribedOn && { prescribedOn: facts.prescribedOn }),
    ...(clinicalInformation && { clinicalInformation }),
    copies: distinct(facts.copies),
    ...(samplers.length > 0 && { samplers }),
    encounter,
    ...(facts.facility && { facility: facts.facility }),
    receivedAt: facts.receivedAt,
    releasedAt: facts.releasedAt,
    specimens: facts.specimens,
    chapters,
    ...(secondIntention.length > 0 && { secondIntention }),
    ...(facts.printedCopy && { printedCopy: facts.printedCopy }),
    comments: facts.comments.filter((comment) => comment !== undefined),
    ...(remarks.length > 0 && { remarks }),
    validations,
    delivery: defaultDelivery(encounter, production),
  };
}

function once(lines: readonly string[]): readonly string[] {
  return [...new Set(lines.filter((line) => line.trim() !== ''))];
}
