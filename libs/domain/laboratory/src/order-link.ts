import type { Identity } from '@segur/identity';
import type { Order } from './order.js';

/** Which order a report answers. */
export type OrderLink =
  | { readonly status: 'linked'; readonly order: Order }
  /** No order has a number of the report. */
  | { readonly status: 'none' }
  /** Those that have are about other patients. */
  | { readonly status: 'other-patient' }
  /** Several orders of this patient have a number of the report, and say different things; or far too many orders have it. */
  | { readonly status: 'ambiguous' };

/** A number that more orders than this have is no order's number. Whoever looks for them need not read more than one above it. */
export const MOST_ORDERS_OF_A_NUMBER = 20;

/**
 * Decides which order a report answers, and rather none than a wrong one: numbers repeat from one prescriber's software to the next, so
 * the patient has to agree too, and one order alone may be left.
 *
 * Orders that say the same (the same prescription handed in twice) are one: the first of them.
 *
 * @param orders - Those that have a number of the report, the prescriber's or the laboratory's, in the order they came.
 * @see orders.md §9 and §12
 */
export function decideOrderLink(patient: Identity, orders: readonly Order[]): OrderLink {
  if (orders.length === 0) return { status: 'none' };
  if (orders.length > MOST_ORDERS_OF_A_NUMBER) return { status: 'ambiguous' };
  const ofPatient = orders.filter((order) => isOrderOf(order.patient, patient));
  const [first] = ofPatient;
  if (!first) return { status: 'other-patient' };
  const said = new Set(ofPatient.map(contentOfOrder));
  return said.size === 1 ? { status: 'linked', order: first } : { status: 'ambiguous' };
}

/**
 * Whether an order and a report are about one person. Two matricules decide, and dates of birth that contradict each other overrule them;
 * without, birth name, date of birth, first name and sex agree: twins share the first two.
 *
 * Numbers of patients are not compared: an order has those of its prescriber.
 */
export function isOrderOf(ordered: Identity, reported: Identity): boolean {
  const [a, b] = [ordered.traits, reported.traits];
  const datesAgree = a.birthDate === b.birthDate;
  if (ordered.insMatricule && reported.insMatricule) {
    return ordered.insMatricule.value === reported.insMatricule.value && (datesAgree || a.birthDate === '' || b.birthDate === '');
  }
  const sexesAgree = a.sex === b.sex || a.sex === 'U' || b.sex === 'U';
  return a.birthDate !== '' && datesAgree && sexesAgree && plain(a.birthName) === plain(b.birthName) && firstNamesAgree(a, b);
}

/** One writes `JEAN PIERRE`, another `Jean-Pierre`, a third `Jean`: the shorter is how the longer begins. */
function firstNamesAgree(a: Identity['traits'], b: Identity['traits']): boolean {
  const [one, other] = [namesOf(a), namesOf(b)];
  const length = Math.min(one.length, other.length);
  return length > 0 ? one.slice(0, length).join() === other.slice(0, length).join() : true;
}

function namesOf({ birthFirstName, birthGivenNames }: Identity['traits']): readonly string[] {
  const names = birthGivenNames && birthGivenNames.trim() !== '' ? birthGivenNames : birthFirstName;
  return names.split(/[^\p{L}\p{M}]+/u).flatMap((name) => plain(name) || []);
}

/** Accents, case, hyphens and apostrophes do not tell two people apart: every software writes them its own way. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toUpperCase();
}

/** What an order says, without what its reception gave it, as one text: two orders of one text are one prescription handed in twice. */
export function contentOfOrder(order: Order): string {
  return JSON.stringify({ ...order, orderId: '', revision: 0 }, (_key, member: unknown) =>
    member !== null && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
