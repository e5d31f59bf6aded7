import type { Finding } from '@segur/errors';
import { decideOrderLink, type Order, type Professional, type Report } from '@segur/laboratory';

/** A report with what its order says of it. */
export interface CompletedReport {
  readonly report: Report;
  /** Absent: it answers no order that is known, or none with certainty. */
  readonly orderId?: string;
  /** Why an order that has its number was not used. */
  readonly findings: readonly Finding[];
}

/**
 * Completes a report from the order it answers: number of the prescription, prescriber and date, what was said of the patient's state.
 *
 * The message always wins where it says something. Where it is not certain which order is meant, nothing is taken from any.
 *
 * @param orders - Those that have a number of the report, in the order they came.
 */
export function completeFromOrder(report: Report, orders: readonly Order[]): CompletedReport {
  const link = decideOrderLink(report.identity, orders);
  switch (link.status) {
    case 'none':
      return { report, findings: [] };
    case 'other-patient':
      return { report, findings: [OTHER_PATIENT] };
    case 'ambiguous':
      return { report, findings: [AMBIGUOUS] };
    case 'linked':
      return { report: complete(report, link.order), orderId: link.order.orderId, findings: [] };
  }
}

function complete(report: Report, order: Order): Report {
  const prescriber = completePrescriber(report.prescriber, order.prescriber);
  const placerNumber = report.placerNumber ?? order.placerNumber ?? order.groupNumber;
  const clinicalInformation = report.clinicalInformation ?? contextOf(order);
  return {
    ...report,
    ...(placerNumber !== undefined && { placerNumber }),
    ...(prescriber && { prescriber, prescribedOn: report.prescribedOn ?? order.prescribedAt }),
    ...(clinicalInformation !== undefined && { clinicalInformation }),
  };
}

/** The order's prescriber may be printed only under a name. */
function completePrescriber(sent: Professional | undefined, ordered: Professional): Professional | undefined {
  if (!sent) return ordered.family === '' ? undefined : ordered;
  if (sent.mssAddress !== undefined || ordered.mssAddress === undefined || sent.nationalId !== ordered.nationalId) return sent;
  return { ...sent, mssAddress: ordered.mssAddress };
}

/** Renseignements cliniques, then the answers to clinical questions, each once. */
function contextOf({ clinicalInformation, exams }: Order): string | undefined {
  const answers = exams.flatMap((exam) =>
    (exam.answers ?? []).map(({ question, text }) => `${question.label || question.localCode} : ${text}`),
  );
  const said = new Set([...(clinicalInformation ? [clinicalInformation] : []), ...answers]);
  return said.size > 0 ? [...said].join('\n') : undefined;
}

const OTHER_PATIENT: Finding = {
  severity: 'warning',
  code: 'order-other-patient',
  location: 'OBR[1]-2',
  message: 'An order has the number of this report and another patient: nothing was taken from it',
  messageFr: 'Une prescription porte le numéro de ce compte rendu mais un autre patient : rien n’en a été repris',
};

const AMBIGUOUS: Finding = {
  severity: 'warning',
  code: 'order-ambiguous',
  location: 'OBR[1]-2',
  message: 'Several orders of this patient have the number of this report: nothing was taken from any',
  messageFr: 'Plusieurs prescriptions de ce patient portent le numéro de ce compte rendu : rien n’en a été repris',
};
