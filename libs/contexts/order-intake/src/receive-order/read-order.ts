import type { z } from 'zod';
import type { Finding } from '@segur/errors';
import type { Identity } from '@segur/identity';
import type { Order, PrescribedExam, Professional } from '@segur/laboratory';
import { orderBody, type OrderBody } from './order-body.js';

/** An order without what only its reception gives. */
export type OrderContent = Omit<Order, 'orderId' | 'revision'>;

/** Reads the JSON body of an order into the canonical order, or says where it is wrong: one finding per place, by JSON Pointer. */
export function readOrder(body: unknown): { readonly order: OrderContent } | { readonly findings: readonly Finding[] } {
  const result = orderBody.safeParse(body, { reportInput: false });
  return result.success ? { order: toOrder(result.data) } : { findings: result.error.issues.flatMap(toFindings) };
}

function toOrder(body: OrderBody): OrderContent {
  return {
    ...(body.placerNumber !== undefined && { placerNumber: body.placerNumber }),
    ...(body.fillerNumber !== undefined && { fillerNumber: body.fillerNumber }),
    prescribedAt: body.prescribedAt,
    prescriber: toProfessional(body.prescriber),
    ...(body.prescriber.structure && { prescriberFiness: body.prescriber.structure.finess }),
    patient: toIdentity(body.patient),
    urgency: toUrgency(body.urgency),
    exams: body.exams.map(toExam),
    copies: body.recipients.flatMap((recipient) => (recipient.role === 'CORRESPONDENT' ? [toProfessional(recipient)] : [])),
    patientCopy: body.recipients.some(({ role }) => role === 'PATIENT'),
  };
}

function toProfessional(given: OrderBody['prescriber']): Professional {
  return {
    // National identifiers carry the digit of their kind: 8 for RPPS.
    nationalId: `8${given.rpps}`,
    family: given.familyName ?? '',
    ...(given.givenName !== undefined && { given: given.givenName }),
    ...(given.prefix && { prefix: given.prefix }),
    ...(given.suffix && { suffix: given.suffix }),
    telecoms: [],
    ...(given.mssante !== undefined && { mssAddress: given.mssante }),
  };
}

const STATUSES = { PROVISOIRE: 'provisoire', RECUPEREE: 'recuperee', VALIDEE: 'validee', QUALIFIEE: 'qualifiee' } as const;

function toIdentity(given: OrderBody['patient']): Identity {
  return {
    status: STATUSES[given.identityStatus],
    traits: {
      birthName: given.birthName,
      birthFirstName: given.firstName ?? given.firstNames.split(' ')[0] ?? given.firstNames,
      birthGivenNames: given.firstNames,
      ...(given.usedName !== undefined && { usedName: given.usedName }),
      ...(given.usedFirstName !== undefined && { usedFirstName: given.usedFirstName }),
      birthDate: given.birthDate.replaceAll('-', ''),
      sex: given.sex,
      ...(given.birthPlace !== undefined && { birthPlaceInsee: given.birthPlace }),
      ...(given.birthPlaceName !== undefined && { birthPlaceName: given.birthPlaceName }),
    },
    ...(given.ins && { insMatricule: given.ins }),
    localIds: given.ipp ? [given.ipp] : [],
    addresses: [],
    telecoms: [],
  };
}

function toUrgency(given: OrderBody['urgency']): Order['urgency'] {
  if (given.level === 'ROUTINE') return { level: 'ROUTINE' };
  const { level, motive, callback } = given;
  return { level, motive, ...(callback !== undefined && { callback }) };
}

function toExam({ loinc, freeText, localExam, specimens, comment }: OrderBody['exams'][number]): PrescribedExam {
  return {
    ...(loinc && { loinc: { code: loinc.code, ...(loinc.label !== undefined && { label: loinc.label }) } }),
    ...(freeText !== undefined && { freeText }),
    ...(localExam && { local: { localCode: localExam.code, label: localExam.label } }),
    specimens: specimens.map(({ nature }) => ({ code: nature.code, system: nature.system, label: nature.label ?? '' })),
    ...(comment !== undefined && { comment }),
  };
}

function toFindings(issue: z.core.$ZodIssue): Finding[] {
  const at = (path: readonly PropertyKey[]) =>
    path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  const finding = (code: string, path: readonly PropertyKey[], message: string): Finding => ({
    severity: 'error',
    code,
    location: at(path),
    message,
  });
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => finding('order-member-unknown', [...issue.path, key], 'No such member in an order'));
  }
  const missing = issue.code === 'invalid_type' && issue.message.endsWith('undefined');
  return [finding(missing ? 'order-member-missing' : 'order-member-invalid', issue.path, missing ? 'Required' : issue.message)];
}
