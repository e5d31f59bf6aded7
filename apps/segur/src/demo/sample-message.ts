import { bloodCount, glucose, oruText, reactiveProtein, unmappedExam } from '@segur/testing';

/**
 * A final report of an invented patient as a laboratory's software sends it: numbers, a value below the limit, a local code.
 *
 * @param now - Gives the order number: each demonstration is a report of its own.
 */
export function sampleMessage(controlId: string, now: Date): string {
  return oruText({
    controlId,
    fillerNumber: `DEMO-${now.toISOString().replace(/\D/g, '').slice(2, 17)}`,
    exams: [bloodCount, glucose, reactiveProtein, unmappedExam],
  });
}
