import type { Observation, ObservationValue } from '@segur/laboratory';

/** What a report says of a result that could not be obtained, where nobody said more. */
const NOT_DONE = 'Non réalisé';

/** The value of a cancelled result. @param reason - What the sender put in the place of the value, if anything. */
export function absentValue(reason = ''): Extract<ObservationValue, { kind: 'absent' }> {
  return { kind: 'absent', text: reason.trim() || NOT_DONE };
}

/** Why a cancelled result could not be obtained, as a line under the heading of non-conformities; none where nobody said it. */
export function cancellationReasons({
  code,
  value,
  status,
  comments,
}: Pick<Observation, 'code' | 'value' | 'status' | 'comments'>): readonly string[] {
  if (status !== 'cancelled') return [];
  const said = [value.text === NOT_DONE ? '' : value.text, ...comments].filter((reason) => reason !== '');
  return said.length > 0 ? [`${code.label} : ${said.join(' ')}`] : [];
}
