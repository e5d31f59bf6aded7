import type { LocalTest } from '@segur/terminology';
import { propertiesOfUnit } from '@segur/terminology';
import { toUcum } from '@segur/units';
import fc from 'fast-check';
import { buildProposalIndex, proposeCodes } from '../src/index.js';
import { CONCEPTS } from './hand-written-concepts.js';

const index = buildProposalIndex(CONCEPTS);
const line = (label: string, unit?: string, specimen?: string, method?: string): LocalTest => ({
  localCode: 'LOCAL',
  label,
  ...(unit ? { unit } : {}),
  ...(specimen ? { specimen } : {}),
  ...(method ? { method } : {}),
});

describe('proposeCodes', () => {
  it.each`
    label                      | unit          | specimen           | method             | code
    ${'Glycémie'}              | ${'g/L'}      | ${'Plasma fluoré'} | ${''}              | ${'2345-7'}
    ${'GLYC.'}                 | ${'mmol/L'}   | ${'Plasma'}        | ${''}              | ${'14749-6'}
    ${'Glycorachie'}           | ${'mmol/L'}   | ${''}              | ${''}              | ${'14744-7'}
    ${'Glycémie à jeun'}       | ${'g/L'}      | ${'Plasma fluoré'} | ${''}              | ${'53049-3'}
    ${'Natriurèse'}            | ${'mmol/L'}   | ${''}              | ${''}              | ${'2955-3'}
    ${'Sodium urinaire'}       | ${'mmol/24h'} | ${'Urines de 24h'} | ${''}              | ${'2956-1'}
    ${'N.A.'}                  | ${'mmol/L'}   | ${'Sérum'}         | ${''}              | ${'2951-2'}
    ${'Glob. blancs'}          | ${'G/L'}      | ${'Sang EDTA'}     | ${''}              | ${'6690-2'}
    ${'PNN'}                   | ${'%'}        | ${'Sang EDTA'}     | ${''}              | ${'770-8'}
    ${'PNN soit'}              | ${'G/L'}      | ${'Sang EDTA'}     | ${''}              | ${'751-8'}
    ${'ACE'}                   | ${'ng/mL'}    | ${'Sérum'}         | ${''}              | ${'2039-6'}
    ${'ACE'}                   | ${'U/L'}      | ${'Sérum'}         | ${''}              | ${'2742-5'}
    ${'T4'}                    | ${'µg/dL'}    | ${'Sérum'}         | ${''}              | ${'3026-2'}
    ${'T4L'}                   | ${'ng/dL'}    | ${'Sérum'}         | ${''}              | ${'3024-7'}
    ${'Protéinurie'}           | ${'g/L'}      | ${''}              | ${''}              | ${'2888-6'}
    ${'TGO'}                   | ${'UI/L'}     | ${'Sérum'}         | ${''}              | ${'1920-8'}
    ${'ASAT'}                  | ${'UI/L'}     | ${'Sérum'}         | ${'IFCC avec P5P'} | ${'30239-8'}
    ${'Sérologie rubéole IgG'} | ${'UI/mL'}    | ${'Sérum'}         | ${''}              | ${'5334-8'}
    ${'Rubéole IgM'}           | ${''}         | ${'Sérum'}         | ${''}              | ${'24116-6'}
    ${'Phénytoïne'}            | ${'mg/L'}     | ${'Sérum'}         | ${''}              | ${'3968-5'}
  `('codes $label in $unit, $specimen $method', ({ label, unit, specimen, method, code }: Record<string, string>) => {
    expect(proposeCodes(index, line(label ?? '', unit, specimen, method)).proposals[0]?.code).toBe(code);
  });

  it('explains each axis in French and names the method twins', () => {
    const [first] = proposeCodes(index, line('Leucocytes', 'G/L', 'Sang EDTA')).proposals;
    expect(first?.methodTwins).toEqual(['26464-8']);
    expect(first?.explanation.map(({ axis, verdict }) => `${axis} ${verdict}`)).toEqual(
      expect.arrayContaining(['component confirmed', 'property confirmed', 'system confirmed', 'method assumed']),
    );
    expect(first?.explanation.find(({ axis }) => axis === 'property')?.reason).toBe('unité G/L → NCnc');
  });

  it('lets a stated property choose, and the unit overrule it', () => {
    const stated = (unit?: string) =>
      proposeCodes(index, { ...line('Glucose', unit, 'Sérum'), property: 'Substance' }).proposals[0]?.code;
    expect(stated()).toBe('14749-6');
    expect(stated('g/L')).toBe('2345-7');
  });

  it('is sure of a plain line and not of one whose method leaves a choice', () => {
    expect(proposeCodes(index, line('Sodium', 'mmol/L', 'Sérum')).proposals[0]?.confidence).toBe('high');
    expect(proposeCodes(index, line('Leucocytes', 'G/L', 'Sang EDTA')).proposals[0]?.confidence).not.toBe('high');
  });

  it('asks for what would tell the codes apart', () => {
    expect(proposeCodes(index, line('Glucose')).missingFacts).toEqual(
      expect.arrayContaining(['quelle unité ?', 'quel prélèvement ?']),
    );
    expect(proposeCodes(index, line('Zzzyx')).missingFacts).toEqual(['aucun code trouvé : quel est le nom complet de l’analyse ?']);
  });

  it('puts what a fact contradicts last, with the reason, and never alone', () => {
    const { proposals } = proposeCodes(index, line('Glucose', 'g/L', 'Plasma'), { top: 20 });
    const molar = proposals.find(({ code }) => code === '14749-6');
    expect(molar?.explanation).toContainEqual({ axis: 'property', verdict: 'contradicted', reason: 'unité g/L : SCnc impossible' });
    expect(molar?.confidence).toBe('low');
    expect(proposals.at(0)?.code).toBe('2345-7');
    expect(proposeCodes(index, line('Phénytoïne', 'mmol/L', 'Sérum')).proposals).toEqual([]);
  });

  it('keeps deprecated codes and panels behind, and says what replaces them', () => {
    const { proposals } = proposeCodes(index, line('Glucose', 'g/L', 'Plasma'), { top: 20 });
    expect(proposals.find(({ code }) => code === 'X2345-0')?.explanation).toContainEqual({
      axis: 'status',
      verdict: 'contradicted',
      reason: 'code obsolète, voir 2345-7',
    });
  });

  it('follows the laboratory’s own validated mapping, and weighs others’', () => {
    const test = line('Analyse maison', 'mmol/L', 'Sérum');
    const [own] = proposeCodes(index, test, { validated: [{ test, code: '2951-2', sameLaboratory: true }] }).proposals;
    expect(own).toMatchObject({ code: '2951-2', confidence: 'high' });
    const [others] = proposeCodes(index, test, { validated: [{ test, code: '2951-2', sameLaboratory: false }] }).proposals;
    expect(others?.confidence).not.toBe('high');
    expect(others?.explanation).toContainEqual({ axis: 'usage', verdict: 'confirmed', reason: 'validé par 1 autre laboratoire' });
  });

  it('takes a like label elsewhere, and values of the same order, for evidence', () => {
    const other = { ...line('Saccharides sanguins', 'g/L', 'Sérum'), valueStats: { n: 500, median: 0.9 } };
    const pair = { test: other, code: '2345-7', sameLaboratory: false };
    const near = proposeCodes(
      index,
      { ...line('Saccharides, sanguins', 'g/L', 'Plasma'), valueStats: { n: 90, median: 1 } },
      { validated: [pair] },
    );
    expect(near.proposals).toEqual([]);
    const glucose = { ...line('Glucose', 'g/L', 'Plasma'), valueStats: { n: 90, median: 1 } };
    const reasons = (median: number): readonly string[] =>
      proposeCodes(index, glucose, {
        validated: [
          { test: { ...glucose, specimen: 'Sérum', valueStats: { n: 500, median } }, code: '2345-7', sameLaboratory: false },
        ],
      })
        .proposals.find(({ code }) => code === '2345-7')
        ?.explanation.filter(({ axis }) => axis === 'usage')
        .map(({ reason }) => reason) ?? [];
    expect(reasons(0.95)).toEqual(['validé 1 fois pour un libellé semblable', 'valeurs du même ordre que les analyses validées']);
    expect(reasons(95)).toContain('valeurs d’un autre ordre que les analyses validées');
  });

  it('never proposes a rejected code again', () => {
    const codes = proposeCodes(index, line('Glucose', 'g/L', 'Plasma'), { rejected: new Set(['2345-7']), top: 50 }).proposals;
    expect(codes.map(({ code }) => code)).not.toContain('2345-7');
  });

  it('prefers the codes of the value set', () => {
    const french = buildProposalIndex(CONCEPTS, { valueSet: new Set(['26464-8']) });
    expect(proposeCodes(french, line('Leucocytes', 'G/L', 'Sang EDTA')).proposals[0]?.code).toBe('26464-8');
  });

  it('marks what may not be sent in France, and is never sure of it', () => {
    const french = buildProposalIndex(CONCEPTS, { valueSet: new Set(['2345-7']) });
    const [first] = proposeCodes(french, line('Sodium', 'mmol/L', 'Sérum')).proposals;
    expect(first).toMatchObject({ code: '2951-2', confidence: 'medium' });
    expect(first?.explanation.at(-1)?.reason).toBe('hors du jeu de valeurs français : ne peut être transmis');
  });

  const labels = fc.constantFrom(
    'Glucose',
    'Glycémie',
    'ACE',
    'PNN',
    'Sodium',
    'T4',
    'Protéines',
    'Leucocytes',
    'Rubéole IgG',
    'ASAT (TGO)',
    'x',
  );
  const units = fc.constantFrom('g/L', 'mmol/L', 'G/L', '%', 'UI/L', 'UI/mL', 'ng/mL', 's', 'mmol/24h', '/mm3', 'mg/g', 'croix');
  const specimens = fc.constantFrom('', 'Sérum', 'Urines', 'LCR', 'Sang EDTA', 'Divers');

  it('never has first what the unit excludes', () => {
    fc.assert(
      fc.property(labels, units, specimens, (label, unit, specimen) => {
        const [first] = proposeCodes(index, line(label, unit, specimen)).proposals;
        const admitted = propertiesOfUnit(toUcum(unit) ?? '');
        const property = first && index.concepts.get(first.code)?.axes.property;
        expect(property === undefined || admitted === undefined || admitted.has(property)).toBe(true);
      }),
    );
  });

  it('survives whatever a catalogue holds', () => {
    const text = fc.oneof(fc.string({ maxLength: 400 }), fc.string({ unit: 'binary', maxLength: 60 }));
    fc.assert(
      fc.property(text, text, text, text, (label, unit, specimen, method) => {
        const { proposals } = proposeCodes(index, {
          ...line(label, unit, specimen, method),
          synonyms: [specimen],
          property: unit,
          timing: method,
        });
        expect(proposals.every(({ probability }) => probability >= 0 && probability <= 1)).toBe(true);
      }),
    );
  });

  it('gives the same list for the same line, whatever was asked before and in whatever order the release lists its codes', () => {
    const reversed = buildProposalIndex([...CONCEPTS].reverse());
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), labels, units, specimens, (noise, label, unit, specimen) => {
        proposeCodes(index, line(noise, unit, specimen));
        const list = proposeCodes(index, line(label, unit, specimen));
        expect(proposeCodes(index, line(label, unit, specimen))).toEqual(list);
        const first = proposeCodes(reversed, line(label, unit, specimen)).proposals[0];
        expect(first?.code).toBe(list.proposals[0]?.code);
      }),
    );
  });
});
