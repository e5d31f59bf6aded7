import { decodeMessage } from '@segur/hl7v2';
import { observationsOf } from '@segur/laboratory';
import { reviseReport } from '@segur/results-to-laboratory';
import { glucose, oruText, testLaboratory, type MessageResult } from '@segur/testing';
import { toReport } from './to-report.js';

const context = { laboratory: testLaboratory, reportSetId: 'r', revision: 1 };

/** One examination `EX` of the order status, with results `A`, `B`… of the statuses given. */
function read(order: string, results: readonly Partial<MessageResult>[]) {
  const whole = results.map((result, index) => {
    const code = String.fromCharCode(65 + index);
    return { type: 'NM', code: `${code}^Analyse ${code}^L`, value: '1', ...result };
  });
  const exams = [{ ...glucose, code: 'EX^Examen^L', status: order, results: whole }];
  return toReport(decodeMessage(Buffer.from(oruText({ exams }))), context);
}

function told(order: string, results: readonly Partial<MessageResult>[]) {
  const reading = read(order, results);
  const findings = reading.findings.map(({ severity, code, location }) => `${severity} ${code} ${location}`);
  if (reading.status === 'refused') return { refused: findings };
  const { report, changes } = reading;
  return {
    ...{ findings, report: report.status },
    changes: { removed: changes.removed, promoted: changes.promoted },
    results: observationsOf(report).map(({ code, status }) => `${code.localCode} ${status}`),
    remarks: report.remarks ?? [],
  };
}

describe('OBX-11 under OBR-25', () => {
  // What the report is, which results it holds beside the final `A`, and what is said at OBX[2]-11.
  it.each`
    status | order  | report       | results              | awaited                | finding
    ${'F'} | ${'F'} | ${'final'}   | ${['B final']}       | ${undefined}           | ${[]}
    ${'C'} | ${'C'} | ${'final'}   | ${['B corrected']}   | ${undefined}           | ${[]}
    ${'X'} | ${'F'} | ${'final'}   | ${['B cancelled']}   | ${undefined}           | ${[]}
    ${'N'} | ${'F'} | ${'final'}   | ${[]}                | ${undefined}           | ${['info hl7-not-asked']}
    ${'P'} | ${'P'} | ${'partial'} | ${['B preliminary']} | ${'Examen'}            | ${[]}
    ${'S'} | ${'A'} | ${'partial'} | ${['B preliminary']} | ${'Examen'}            | ${[]}
    ${'P'} | ${'F'} | ${'partial'} | ${['B preliminary']} | ${undefined}           | ${['warning hl7-status-contradiction']}
    ${'F'} | ${'P'} | ${'partial'} | ${['B final']}       | ${'Examen'}            | ${[]}
    ${'I'} | ${'A'} | ${'partial'} | ${[]}                | ${'Examen\nAnalyse B'} | ${['info hl7-result-awaited']}
    ${'O'} | ${'A'} | ${'partial'} | ${[]}                | ${'Examen\nAnalyse B'} | ${['info hl7-result-awaited']}
    ${'I'} | ${'F'} | ${'partial'} | ${[]}                | ${'Analyse B'}         | ${['warning hl7-status-contradiction', 'info hl7-result-awaited']}
    ${'R'} | ${'F'} | ${'partial'} | ${[]}                | ${'Analyse B'}         | ${['warning hl7-status-contradiction', 'warning hl7-result-unverified']}
    ${''}  | ${'F'} | ${'final'}   | ${['B final']}       | ${undefined}           | ${['warning hl7-status-assumed']}
    ${''}  | ${'P'} | ${'partial'} | ${['B preliminary']} | ${'Examen'}            | ${['warning hl7-status-assumed']}
  `('$status under $order: $report, $results', ({ status, order, report, results, awaited, finding }) => {
    const result = { status: status as string, ...(status === 'X' && { value: '' }) };

    expect(told(order as string, [{}, result])).toEqual({
      report,
      results: ['A final', ...(results as string[])],
      changes: { removed: [], promoted: [] },
      remarks: awaited === undefined ? [] : [{ title: 'Résultats en cours', text: awaited as string }],
      findings: (finding as string[]).map((code) => `${code} OBX[2]-11`),
    });
  });

  it.each`
    order  | results              | findings
    ${'I'} | ${['A preliminary']} | ${['warning hl7-status-contradiction OBX[1]-11']}
    ${'S'} | ${['A preliminary']} | ${['warning hl7-status-contradiction OBX[1]-11']}
  `('a final result of an order without results ($order) may still change', ({ order, results, findings }) => {
    expect(told(order as string, [{}])).toMatchObject({ report: 'partial', results, findings });
  });

  it('results that nobody verified (OBR-25 R) never enter a report', () => {
    expect(told('R', [{}])).toEqual({
      refused: expect.arrayContaining(['warning hl7-result-unverified OBX[1]-11', 'error hl7-no-result OBX[1]']) as unknown,
    });
  });

  it.each`
    status | value  | changes
    ${'D'} | ${'1'} | ${{ removed: ['EX/B'], promoted: [] }}
    ${'D'} | ${''}  | ${{ removed: ['EX/B'], promoted: [] }}
    ${'U'} | ${''}  | ${{ removed: [], promoted: ['EX/B'] }}
  `('$status speaks of a result sent before', ({ status, value, changes }) => {
    expect(told('F', [{}, { status: status as string, value: value as string }])).toMatchObject({
      ...{ results: ['A final'], changes, report: 'final' },
    });
  });

  it('U with its value again is final', () => {
    expect(told('F', [{ status: 'U' }])).toMatchObject({ results: ['A final'], findings: [] });
  });

  it('W refuses the whole message and names the rule', () => {
    const reading = read('F', [{}, { status: 'W' }]);

    expect(reading.findings).toMatchObject([{ code: 'hl7-withdrawal', severity: 'error', location: 'OBX[2]-11' }]);
    expect(reading.findings[0]?.message).toMatch(/OBX-11 W.*withdraw/);
  });

  it('a status nobody knows refuses the message', () => {
    expect(told('F', [{ status: 'Q' }])).toEqual({
      refused: expect.arrayContaining(['error hl7-status-unknown OBX[1]-11']) as unknown,
    });
    expect(told('Q', [{}])).toEqual({ refused: ['error hl7-status-unknown OBR[1]-25'] });
  });

  it('an examination given up before it had results says why', () => {
    const exams = [glucose, { ...glucose, code: 'K^Potassium^L', status: 'X', results: [], notes: ['Tube hémolysé'] }];
    const reading = toReport(decodeMessage(Buffer.from(oruText({ exams }))), context);

    expect(reading.status === 'read' && observationsOf(reading.report)[1]).toMatchObject({
      observationId: 'K/K',
      status: 'cancelled',
      value: { kind: 'absent', text: 'Non réalisé' },
      comments: ['Tube hémolysé'],
    });
    expect(reading.status === 'read' && reading.report.remarks).toEqual([
      { title: 'Non conformité', text: 'Potassium : Tube hémolysé' },
    ]);
  });
});

describe('messages that follow each other', () => {
  type Step = readonly [string, readonly Partial<MessageResult>[]];
  const play = (...steps: readonly Step[]) =>
    steps.reduce<ReturnType<typeof reviseReport> | undefined>((before, [order, results]) => {
      const reading = read(order, results);
      if (reading.status === 'refused') throw new Error(JSON.stringify(reading.findings));
      return reviseReport(before?.status === 'revised' ? before.report : undefined, reading.report, reading.changes);
    }, undefined);

  it.each`
    sequence       | steps                                                                            | results                       | report       | reason
    ${'P, F'}      | ${[['P', [{ status: 'P' }]], ['F', [{}]]]}                                       | ${['A final 1']}              | ${'final'}   | ${'completed'}
    ${'P, U'}      | ${[['P', [{ status: 'P' }]], ['F', [{ status: 'U', value: '' }]]]}               | ${['A final 1']}              | ${'final'}   | ${'completed'}
    ${'F, C'}      | ${[['F', [{}]], ['C', [{ status: 'C', value: '2' }]]]}                           | ${['A corrected 2']}          | ${'final'}   | ${'corrected'}
    ${'F, F else'} | ${[['F', [{}]], ['F', [{ value: '2' }]]]}                                        | ${['A corrected 2']}          | ${'final'}   | ${'corrected'}
    ${'F, C, F'}   | ${[['F', [{}]], ['C', [{ status: 'C', value: '2' }]], ['F', [{ value: '2' }]]]}  | ${['A corrected 2']}          | ${'final'}   | ${'corrected'}
    ${'F, P'}      | ${[['F', [{}]], ['P', [{ status: 'P' }]]]}                                       | ${['A preliminary 1']}        | ${'partial'} | ${'corrected'}
    ${'F+F, D'}    | ${[['F', [{}, {}]], ['F', [{ status: 'D' }]]]}                                   | ${['B final 1']}              | ${'final'}   | ${'corrected'}
    ${'F+F, F'}    | ${[['F', [{}, {}]], ['F', [{}]]]}                                                | ${['A final 1', 'B final 1']} | ${'final'}   | ${'corrected'}
    ${'F+I, F+F'}  | ${[['A', [{}, { status: 'I', value: '' }]], ['F', [{}, {}]]]}                    | ${['A final 1', 'B final 1']} | ${'final'}   | ${'completed'}
    ${'F+I, B'}    | ${[['A', [{}, { status: 'I', value: '' }]], ['F', [{ code: 'B^Analyse B^L' }]]]} | ${['A final 1', 'B final 1']} | ${'final'}   | ${'completed'}
    ${'F+I, A'}    | ${[['A', [{}, { status: 'I', value: '' }]], ['A', [{}]]]}                        | ${['A final 1']}              | ${'partial'} | ${'completed'}
  `('$sequence: $results', ({ steps, results, report, reason }) => {
    const revised = play(...(steps as Step[]));
    if (revised?.status !== 'revised') throw new Error('emptied');

    expect(observationsOf(revised.report).map(({ code, status, value }) => `${code.localCode} ${status} ${value.text}`)).toEqual(
      results,
    );
    expect([revised.report.status, revised.reason]).toEqual([report, reason]);
  });

  it('F, C, D leaves nothing: the report is to be deleted', () => {
    expect(play(['F', [{}]], ['C', [{ status: 'C', value: '2' }]], ['F', [{ status: 'D' }]])).toEqual({
      status: 'emptied',
      unmatched: [],
    });
  });

  it('names what is changed and was never sent', () => {
    expect(play(['F', [{}]], ['F', [{ code: 'Z^Z^L', status: 'D' }]])?.unmatched).toEqual(['EX/Z']);
  });
});
