/** Whether a patient has a DMP, and whether it is attached to Mon espace santé. */
export const PATIENT_STATES = ['open', 'closed', 'absent', 'not-attached'] as const;

export type PatientState = (typeof PATIENT_STATES)[number];

/** States that go with the last three digits of a matricule before its key, so that a test needs no setting: 997, 998, 999. */
const BY_ENDING: Readonly<Record<string, PatientState>> = { '997': 'not-attached', '998': 'closed', '999': 'absent' };

/** The DMPs of the patients: everybody has one that is open, but for those that are told apart (rule M4, TD0.2). */
export class KnownPatients {
  private readonly told = new Map<string, PatientState>();

  /** @param matricule - 13 digits and the key. */
  stateOf(matricule: string): PatientState {
    return this.told.get(matricule) ?? BY_ENDING[matricule.slice(10, 13)] ?? 'open';
  }

  tell(matricule: string, state: PatientState): void {
    this.told.set(matricule, state);
  }

  clear(): void {
    this.told.clear();
  }
}
