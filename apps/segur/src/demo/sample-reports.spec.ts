import { decodeMessage } from '@segur/hl7v2';
import { toReport } from '@segur/hl7v2-to-laboratory';
import { isolatesOf } from '@segur/laboratory';
import { testLaboratory } from '@segur/testing';
import { sampleReports } from './sample-reports.js';

const samples = sampleReports(new Date('2026-11-23T10:30:00Z'));

function read(text: string) {
  const reading = toReport(decodeMessage(Buffer.from(text)), { laboratory: testLaboratory, reportSetId: 'r', revision: 1 });
  if (reading.status === 'refused') throw new Error(JSON.stringify(reading.findings));
  return reading.report;
}

describe('the reports of the demonstration', () => {
  it.each(samples.flatMap(({ title, messages }) => messages.map(({ controlId, text }) => [title, controlId, text])))(
    '%s: %s is read into a report',
    (_title, controlId, text) => {
      expect(text).toContain(controlId);
      expect(read(text).chapters.length).toBeGreaterThan(0);
    },
  );

  it('are five, of one number each', () => {
    const numbers = samples.map(({ messages }) => [...new Set(messages.map(({ text }) => read(text).fillerNumber))]);

    expect(numbers.map((each) => each.length)).toEqual([1, 1, 1, 1, 1]);
    expect(new Set(numbers.flat()).size).toBe(5);
  });

  it('have a germ with its antibiogram', () => {
    const [isolate] = isolatesOf(read(samples[1]?.messages[0]?.text ?? '').chapters);

    expect(isolate?.organism.label).toBe('Escherichia coli');
    expect(
      isolate?.antibiograms.flatMap(({ observations }) => observations.map(({ interpretations }) => interpretations.join())),
    ).toEqual(['R', 'R', 'S']);
  });
});
