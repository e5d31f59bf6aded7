import type { Identity } from '@segur/identity';
import type { Order, Professional, Report } from '@segur/laboratory';
import { bornAs } from '../structure-report/same-patient.js';

/**
 * Completes a report from the order it answers: the prescriber's number, and what the message left out about the prescriber.
 *
 * The message always wins where it says something. An order for somebody else is no order for this report, whatever its number: then
 * `linked` is false and nothing is taken from it.
 */
export function completeFromOrder(report: Report, order: Order): { readonly report: Report; readonly linked: boolean } {
  if (!isSamePatient(report.identity, order.patient)) return { report, linked: false };
  const prescriber = completePrescriber(report.prescriber, order.prescriber);
  const placerNumber = report.placerNumber ?? order.placerNumber;
  return {
    linked: true,
    report: {
      ...report,
      ...(placerNumber !== undefined && { placerNumber }),
      ...(prescriber && { prescriber, prescribedOn: report.prescribedOn ?? order.prescribedAt }),
    },
  };
}

/** The order's prescriber may be printed only under a name. */
function completePrescriber(sent: Professional | undefined, ordered: Professional): Professional | undefined {
  if (!sent) return ordered.family === '' ? undefined : ordered;
  if (sent.mssAddress !== undefined || ordered.mssAddress === undefined || sent.nationalId !== ordered.nationalId) return sent;
  return { ...sent, mssAddress: ordered.mssAddress };
}

/** Numbers of the laboratory are not compared: an order has those of its prescriber. */
function isSamePatient(a: Identity, b: Identity): boolean {
  if (a.insMatricule && b.insMatricule) return a.insMatricule.value === b.insMatricule.value;
  return bornAs(a, b);
}
