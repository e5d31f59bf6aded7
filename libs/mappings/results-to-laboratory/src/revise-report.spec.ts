import {
  isolatesOf,
  observationsOf,
  type Battery,
  type Isolate,
  type Observation,
  type Report,
  type Specimen,
} from '@segur/laboratory';
import { report, testBiologist } from '@segur/testing';
import { PROVISIONAL_GERM } from './preliminary.js';
import { NO_CHANGES } from './received-changes.js';
import { reviseReport, type RevisedReport } from './revise-report.js';

const base = report().build();
const observation = (id: string, text: string, changes: Partial<Observation> = {}): Observation => ({
  observationId: id,
  code: { localCode: id, label: `Analyse ${id}` },
  value: { kind: 'text', text },
  interpretations: [],
  status: 'final',
  comments: [],
  ...changes,
});
const battery = (batteryId: string, observations: readonly Observation[], changes: Partial<Battery> = {}): Battery => ({
  batteryId,
  code: { localCode: batteryId, label: `Examen ${batteryId}` },
  observations,
  comments: [],
  ...changes,
});
const germ = (isolateId: string, changes: Partial<Isolate> = {}): Isolate => ({
  isolateId,
  organism: { label: isolateId },
  observations: [],
  antibiograms: [],
  comments: [],
  ...changes,
});
const state = (batteries: readonly Battery[], changes: Partial<Report> = {}): Report => {
  return { ...base, status: 'final', chapters: [{ code: '18725-2', batteries }], comments: [], ...changes };
};
const reportOf = (revised: RevisedReport): Report => {
  if (revised.status === 'emptied') throw new Error('emptied');
  return revised.report;
};
const said = (whole: Report) => observationsOf(whole).map(({ observationId, value }) => `${observationId} ${value.text}`);

describe('reviseReport', () => {
  const before = state([battery('X', [observation('A', '1'), observation('B', '2')]), battery('Y', [observation('C', '3')])]);

  it.each`
    what                         | fullReplace | expected
    ${'what is left out stands'} | ${false}    | ${['A 1', 'B 9', 'C 3', 'D 4']}
    ${'what is left out goes'}   | ${true}     | ${['B 9', 'D 4']}
  `('$what', ({ fullReplace, expected }: { fullReplace: boolean; expected: string[] }) => {
    const received = state([battery('X', [observation('B', '9'), observation('D', '4')])]);
    const sorted = said(reportOf(reviseReport(before, received, NO_CHANGES, { fullReplace }))).sort();

    expect(sorted).toEqual(expected);
  });

  it('says nothing new of a message that comes again', () => {
    expect(reviseReport(before, before, NO_CHANGES)).toMatchObject({ status: 'revised', report: before });
  });

  it('takes the order of a message that holds everything', () => {
    const received = state([battery('Y', [observation('C', '3')]), battery('X', [observation('B', '2'), observation('A', '1')])]);

    expect(said(reportOf(reviseReport(before, received, NO_CHANGES)))).toEqual(['C 3', 'B 2', 'A 1']);
  });

  it('keeps the results of an examination that moved to another chapter, once', () => {
    const moved = { ...before, chapters: [{ code: '18719-5', batteries: [battery('X', [observation('A', '1')])] }] };
    const { chapters } = reportOf(reviseReport(before, moved, NO_CHANGES));

    expect(chapters.map(({ code, batteries }) => [code, batteries.map(({ batteryId }) => batteryId)])).toEqual([
      ['18725-2', ['Y']],
      ['18719-5', ['X']],
    ]);
    expect(said({ ...before, chapters })).toEqual(['C 3', 'A 1', 'B 2']);
  });

  it.each`
    what                | isolates                                               | changes                      | expected
    ${'stands'}         | ${[germ('E. coli', { comments: ['Nombreux'] })]}       | ${{}}                        | ${[['E. coli', ['Nombreux']]]}
    ${'is taken out'}   | ${[germ('E. coli'), germ('S. aureus')]}                | ${{ removed: ['E. coli'] }}  | ${[['S. aureus', []]]}
    ${'is certain now'} | ${[germ('E. coli', { comments: [PROVISIONAL_GERM] })]} | ${{ promoted: ['E. coli'] }} | ${[['E. coli', []]]}
  `('a germ $what', ({ isolates, changes, expected }) => {
    const culture = state([battery('ECBU', [observation('ASPECT', 'Trouble')], { isolates: isolates as Isolate[] })], {
      status: 'partial',
    });
    const revised = reportOf(reviseReport(culture, state([]), { ...NO_CHANGES, ...(changes as object) }));

    expect(isolatesOf(revised.chapters).map(({ organism, comments }) => [organism.label, comments])).toEqual(expected);
    expect(revised.status).toBe('final');
  });

  it('a germ sent again without doubt is certain', () => {
    const found = (comments: readonly string[]) => state([battery('ECBU', [], { isolates: [germ('E. coli', { comments })] })]);
    const revised = reportOf(reviseReport(found([PROVISIONAL_GERM]), found([]), NO_CHANGES));

    expect([revised.status, isolatesOf(revised.chapters)[0]?.comments]).toEqual(['final', []]);
  });

  it('adds an antibiogram to the germ that was found before', () => {
    const found = (antibiograms: readonly Battery[]) =>
      state([battery('HEMOC', [], { isolates: [germ('S. aureus', { antibiograms })] })]);
    const revised = reviseReport(found([]), found([battery('ATB', [observation('OXA', 'S')])]), NO_CHANGES);

    expect(said(reportOf(revised))).toEqual(['OXA S']);
  });

  it('keeps two specimens that two messages call S1 apart', () => {
    const specimen = (label: string): Specimen => ({ specimenId: 'S1', label, collectedAt: '2026-11-23' });
    const one = state([battery('X', [observation('A', '1', { specimenId: 'S1' })], { specimenId: 'S1' })], {
      specimens: [specimen('Sérum')],
    });
    const other = state([battery('Y', [observation('C', '3', { specimenId: 'S1' })])], { specimens: [specimen('Urine')] });
    const revised = reportOf(reviseReport(one, other, NO_CHANGES));
    const labels = new Map(revised.specimens.map(({ specimenId, label }) => [specimenId, label]));

    expect(observationsOf(revised).map(({ specimenId }) => labels.get(specimenId ?? ''))).toEqual(['Sérum', 'Urine']);
    expect(labels.get(revised.chapters[0]?.batteries[0]?.specimenId ?? '')).toBe('Sérum');
  });

  it('keeps attached reports, but for those taken out; never an outdated print of the whole', () => {
    const pdf = (attachmentId: string) => ({ attachmentId, title: attachmentId, data: 'JVBERi0=' });
    const one = state([battery('X', [observation('A', '1')])], { secondIntention: [pdf('P1'), pdf('P2')], printedCopy: pdf('CR') });
    const revised = reportOf(reviseReport(one, state([battery('X', [observation('A', '2')])]), { ...NO_CHANGES, removed: ['P1'] }));

    expect(revised.secondIntention).toEqual([pdf('P2')]);
    expect(revised.printedCopy).toBeUndefined();
  });

  it.each`
    what                              | awaited             | received                                   | settled    | left
    ${'a result that came'}           | ${'Analyse Z\nTSH'} | ${[battery('X', [observation('Z', '1')])]} | ${[]}      | ${'TSH'}
    ${'an examination that is whole'} | ${'TSH'}            | ${[]}                                      | ${['TSH']} | ${undefined}
    ${'nothing of it'}                | ${'TSH'}            | ${[]}                                      | ${[]}      | ${'TSH'}
  `('what is awaited after $what', ({ awaited, received, settled, left }) => {
    const partial = state([battery('X', [observation('A', '1')])], {
      remarks: [{ title: 'Résultats en cours', text: awaited as string }],
    });
    const changes = { ...NO_CHANGES, settled: settled as string[] };
    const revised = reportOf(reviseReport(partial, state(received as Battery[]), changes));

    expect(revised.remarks?.[0]?.text).toBe(left);
    expect(revised.status).toBe(left === undefined ? 'final' : 'partial');
  });

  it('keeps everybody who signed, with their last signature', () => {
    const second = { ...testBiologist, nationalId: '899700000037', family: 'SECOND' };
    const at = (hour: number) => `2026-11-23T${hour}:00:00+01:00`;
    const one = state([battery('X', [observation('A', '1')])], { validations: [{ biologist: testBiologist, at: at(10) }] });
    const other = state([battery('Y', [observation('C', '3')])], {
      validations: [
        { biologist: second, at: at(11) },
        { biologist: testBiologist, at: at(12) },
      ],
    });

    expect(reportOf(reviseReport(one, other, NO_CHANGES)).validations).toEqual([
      { biologist: second, at: at(11) },
      { biologist: testBiologist, at: at(12) },
    ]);
  });

  it('a first message that only takes out what was never sent leaves no report', () => {
    expect(reviseReport(undefined, state([]), { ...NO_CHANGES, removed: ['A'] })).toEqual({ status: 'emptied', unmatched: ['A'] });
  });
});
