import type { Laboratory, Professional } from '@segur/laboratory';

/** The biologist of the laboratory that a message designates, by any number the laboratory knows them by. */
export function findBiologist(
  laboratory: Pick<Laboratory, 'biologists'>,
  sought: Pick<Professional, 'nationalId' | 'localId'>,
): Professional | undefined {
  const number = sought.nationalId ?? sought.localId;
  if (!number) return undefined;
  return laboratory.biologists.find(
    ({ nationalId, localId }) => number === nationalId || number === nationalId?.slice(1) || number === localId,
  );
}

/** Persons in order, each once. */
export function distinct(people: readonly Professional[]): readonly Professional[] {
  const keyOf = ({ nationalId, localId, family, given }: Professional) => nationalId ?? localId ?? `${family}|${given ?? ''}`;
  return [...new Map(people.map((person) => [keyOf(person), person])).values()];
}
