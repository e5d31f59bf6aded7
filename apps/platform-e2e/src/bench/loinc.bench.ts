import { goldFigures, goldNames, goldRows, loincSubset, officialDirectory, type GoldFigures, type GoldRow } from '@segur/testing';
import { buildProposalIndex, proposeCodes, type Axes } from '@segur/propose-codes';
import { tenths, thousandths, whole, type Figures } from './figures.js';

const EVIDENCE: readonly Axes[] = ['lexicon', 'property', 'system', 'time', 'scale', 'method', 'challenge', 'usage'];
/** Lines without specimen, several under one label: there is nothing to leave out. */
const NOT_ABLATED: ReadonlySet<string> = new Set(['va-dss-en']);
const LINES = 10_000;

/** LOINC proposals: how often they are right on catalogues with known codes, what each kind of evidence is worth, and what a line costs. */
export function benchLoinc(): Promise<Figures> {
  const directory = officialDirectory('terminology');
  const title = 'LOINC proposals on the gold catalogues, in %';
  if (directory === undefined) return Promise.resolve({ title: `${title} [skipped: no terminology]`, columns: [], rows: [] });

  const index = buildProposalIndex(loincSubset(directory));
  const names = goldNames(directory);
  const gold = new Map<string, readonly GoldRow[]>(names.map((name) => [name, goldRows(directory, name)]));
  const measure = (name: string, without?: Axes): GoldFigures =>
    goldFigures(gold.get(name) ?? [], index.concepts, (test) =>
      proposeCodes(index, test, without === undefined ? {} : { without: new Set([without]) }),
    );
  const rows = [
    ...names.map((name) => rowOf(name, '', measure(name))),
    ...names
      .filter((name) => !NOT_ABLATED.has(name))
      .flatMap((name) => EVIDENCE.map((without) => rowOf(name, without, measure(name, without)))),
  ];
  const cpu = cpuOfLines(index, [...gold.values()].flat());
  return Promise.resolve({
    title,
    columns: ['catalogue', 'without', 'lines', 'top-1', 'up to method', 'top-5', 'high right', 'high share'],
    rows,
    remarks: [
      `${String(index.concepts.size)} concepts; ${String(LINES)} lines: ${tenths(cpu / 1000)} s of one core, ` +
        `${thousandths(cpu / LINES)} ms a line, ${whole((LINES * 1000) / cpu)} lines/s (aim: 30 s)`,
    ],
  });
}

function rowOf(name: string, without: string, figures: GoldFigures): readonly string[] {
  const percent = (share: number): string => tenths(100 * share);
  return [
    name,
    without,
    whole(figures.rows),
    percent(figures.top1),
    percent(figures.top1UpToMethod),
    percent(figures.top5),
    percent(figures.highPrecision),
    percent(figures.highCoverage),
  ];
}

/** CPU milliseconds of ten thousand lines, each labelled as no other is: nothing is remembered from line to line but the units. */
function cpuOfLines(index: ReturnType<typeof buildProposalIndex>, rows: readonly GoldRow[]): number {
  const begun = process.cpuUsage();
  for (let line = 0; line < LINES; line++) {
    const { test } = rows[line % rows.length] ?? {};
    if (test) proposeCodes(index, { ...test, label: `${test.label} ${String(line)}` });
  }
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}
