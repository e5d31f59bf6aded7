import type { LoincConcept } from '@segur/terminology';

/**
 * Concepts of a table written as text: one code a line, its columns between `|`.
 *
 * Columns: code | component | property | time | system | scale | method | long common name | French terms | UCUM units. Several
 * terms or units stand between `;`, the usual one first. A part that is not known is empty; at the end of a line, left out.
 */
export function readRows(table: string): readonly LoincConcept[] {
  return table
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => toConcept(line.split('|').map((cell) => cell.trim())));
}

function toConcept(cells: readonly string[]): LoincConcept {
  const [code = '', component = '', property = '', time = '', system = '', scale = '', method = '', name = '', terms, units] =
    cells;
  return {
    code,
    status: 'ACTIVE',
    axes: { component, property, time, system, scale, method },
    longCommonName: name,
    frenchTerms: listed(terms),
    // LOINC writes a panel without property nor scale.
    ...(property === '-' && scale === '-' && { isPanel: true }),
    exampleUcumUnits: listed(units),
  };
}

function listed(cell = ''): readonly string[] {
  return cell === '' ? [] : cell.split(';').map((item) => item.trim());
}
