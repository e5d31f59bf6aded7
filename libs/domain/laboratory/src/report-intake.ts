import { reportSetIdOf } from './derived-ids.js';
import type { Report } from './report.js';

/**
 * A report as a laboratory's software hands it in: what only the platform knows may be left out.
 *
 * Without `reportSetId`, the laboratory's own number names the report; without `revision`, it is the state after the last known one.
 */
export interface ReportIntake extends Omit<Report, 'reportSetId' | 'revision'> {
  readonly reportSetId?: string;
  readonly revision?: number;
}

/** The report that an intake is a state of, to look up what is known of it. */
export function reportSetIdOfIntake({ reportSetId, fillerNumber }: ReportIntake, tenantId: string): string {
  return reportSetId ?? reportSetIdOf(tenantId, fillerNumber);
}

/** What the platform adds to an intake. */
export interface IntakeCompletion {
  /** The laboratory that hands it in. */
  readonly tenantId: string;
  /** The last known revision of `reportSetIdOfIntake`. Absent: the report is new. */
  readonly knownRevision?: number;
}

/** Adds what was left out; what was stated stays, so whoever numbers revisions must still compare them with what is known. */
export function completeIntake(intake: ReportIntake, { tenantId, knownRevision = 0 }: IntakeCompletion): Report {
  return {
    ...intake,
    reportSetId: reportSetIdOfIntake(intake, tenantId),
    revision: intake.revision ?? knownRevision + 1,
  };
}
