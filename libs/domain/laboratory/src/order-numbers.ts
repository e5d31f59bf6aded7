import type { Order } from './order.js';

/** The numbers by which a result may name an order. Each once, none empty. */
export interface OrderNumbers {
  /** The prescriber's: of the order, of the prescription it is part of, of its lines. */
  readonly placer: readonly string[];
  /** The laboratory's: of the request, of its lines. */
  readonly filler: readonly string[];
}

/** What a result may say in ORC-2, ORC-4 or OBR-2, and in ORC-3 or OBR-3, when it means this order. */
export function numbersOfOrder({
  placerNumber,
  groupNumber,
  fillerNumber,
  exams,
}: Omit<Order, 'orderId' | 'revision'>): OrderNumbers {
  return {
    placer: once([placerNumber, groupNumber, ...exams.map((exam) => exam.placerNumber)]),
    filler: once([fillerNumber, ...exams.map((exam) => exam.fillerNumber)]),
  };
}

function once(numbers: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(numbers.filter((number) => number !== undefined && number !== ''))] as readonly string[];
}
