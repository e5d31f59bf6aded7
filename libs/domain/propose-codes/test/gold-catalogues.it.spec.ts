import { describeWithOfficial, goldFigures, goldRows, loincSubset } from '@segur/testing';
import type { ProposalList } from '@segur/terminology';
import { buildProposalIndex, proposeCodes } from '../src/index.js';
import { readUnit } from '../src/read-unit.js';

/** In points: a figure that falls by more is a regression. */
const TOLERANCE = 1;

/** In %, measured on 2026-11-24; `npm run bench -- loinc` prints them anew. */
const FIGURES = [
  { name: 'expert-fr-dev', top1: 100, upToMethod: 100, top5: 100, highPrecision: 100, highCoverage: 67.6 },
  { name: 'openelis-haiti-fr', top1: 43.7, upToMethod: 56.9, top5: 61.7, highPrecision: 87.1, highCoverage: 18.6 },
  { name: 'mimic-iv-en', top1: 72.2, upToMethod: 74.8, top5: 86.1, highPrecision: 99.6, highCoverage: 17.7 },
  { name: 'va-dss-en', top1: 23.1, upToMethod: 31.1, top5: 52.3, highPrecision: 84.6, highCoverage: 3.6 },
] as const;

describeWithOfficial('terminology', 'proposals on the gold catalogues', (directory) => {
  const index = buildProposalIndex(loincSubset(directory));

  it.each(FIGURES)('are as good as they were on $name, and the unit never excludes the first', ({ name, ...expected }) => {
    const rows = goldRows(directory, name);
    const lists = new Map<object, ProposalList>(rows.map(({ test }) => [test, proposeCodes(index, test)]));
    const figures = goldFigures(rows, index.concepts, (test) => lists.get(test) ?? proposeCodes(index, test));
    const measured = {
      top1: figures.top1,
      upToMethod: figures.top1UpToMethod,
      top5: figures.top5,
      highPrecision: figures.highPrecision,
      highCoverage: figures.highCoverage,
    };
    const fallen = Object.entries(measured).filter(
      ([figure, share]) => expected[figure as keyof typeof expected] - 100 * share > TOLERANCE,
    );
    expect(fallen).toEqual([]);

    const contradicted = rows.filter(({ test }) => {
      const code = lists.get(test)?.proposals[0]?.code ?? '';
      const property = index.concepts.get(code)?.axes.property ?? '';
      const { properties } = readUnit(test.unit ?? '');
      return property !== '' && properties !== undefined && !properties.has(property);
    });
    expect(contradicted).toEqual([]);
  });
});
