import type { HprimSegment } from '@segur/hprim';
import type { Report } from '@segur/laboratory';
import type { Remarks } from '../remarks.js';

/** Admission status, P.24. @see ASTM E1238, patient segment, from which the format comes */
const STATUS: Readonly<Record<string, Report['encounter']['kind']>> = { OP: 'AMB', IP: 'IMP', ER: 'EMER' };

/** Reads P.24 and P.25. A patient with a bed or a room is in a hospital, whatever is not said: a person decides on the mails. */
export function toEncounter(p: HprimSegment, remarks: Remarks): Report['encounter'] {
  const said = p.text(24).trim().toUpperCase();
  const kind = Object.hasOwn(STATUS, said) ? STATUS[said] : undefined;
  if (kind) return { kind };
  if (said !== '') remarks.add('hprim-field-not-read', p.location(24));
  if (p.text(25).trim() === '' && p.text(25, 2).trim() === '') return { kind: 'AMB' };
  remarks.add('hprim-inpatient-inferred', p.location(25));
  return { kind: 'IMP' };
}
