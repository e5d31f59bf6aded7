import type { z } from 'zod';
import type { Finding } from '@segur/errors';
import type { Identity } from '@segur/identity';
import type { LocalCode, Order, PrescribedExam, Professional } from '@segur/laboratory';
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
    ...(body.prescriptionNumber !== undefined && { groupNumber: body.prescriptionNumber }),
    ...(body.fillerNumber !== undefined && { fillerNumber: body.fillerNumber }),
    prescribedAt: body.prescribedAt,
    prescriber: toProfessional(body.prescriber),
    ...(body.prescriber.structure && { prescriberFiness: body.prescriber.structure.finess }),
    patient: toIdentity(body.patient),
    urgency: toUrgency(body.urgency),
    exams: body.exams.map(toExam),
    ...(body.clinicalInformation !== undefined && { clinicalInformation: body.clinicalInformation }),
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

/** Names by which callers know systems of codes; any other is an OID. */
const SYSTEMS: Readonly<Record<string, string>> = { snomed: '2.16.840.1.113883.6.96' };

function toExam(given: OrderBody['exams'][number]): PrescribedExam {
  const { placerNumber, fillerNumber, loinc, freeText, localExam, specimens, comment, answers } = given;
  return {
    ...(placerNumber !== undefined && { placerNumber }),
    ...(fillerNumber !== undefined && { fillerNumber }),
    ...(loinc && { loinc: { code: loinc.code, ...(loinc.label !== undefined && { label: loinc.label }) } }),
    ...(freeText !== undefined && { freeText }),
    ...(localExam && { local: toLocalCode(localExam) }),
    specimens: specimens.map(({ nature }) => ({
      code: nature.code,
      system: SYSTEMS[nature.system.toLowerCase()] ?? nature.system,
      label: nature.label ?? '',
    })),
    ...(comment !== undefined && { comment }),
    ...(answers && { answers: answers.map(({ question, text }) => ({ question: toLocalCode(question), text })) }),
  };
}

function toLocalCode({ code, label, system }: { code: string; label: string; system?: string | undefined }): LocalCode {
  return { localCode: code, label, ...(system !== undefined && { system }) };
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
