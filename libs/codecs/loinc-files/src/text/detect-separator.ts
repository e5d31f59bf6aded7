import { CsvScanner, type CsvRecord, type Separator } from './csv-scanner.js';

const SEPARATORS = [';', '\t', ','] as const satisfies readonly Separator[];
const LOOKED_AT = 64 * 1024;
const RECORDS = 20;

/**
 * What separates the cells of a file: the sign that cuts its first lines into the same number of cells, and the more cells the better.
 *
 * A file of one column has none: `;` is answered.
 *
 * @param isRight - Whether the first lines, cut by a sign, are what the caller waits for; the first sign for which they are wins.
 */
export function detectSeparator(text: string, isRight: (records: readonly CsvRecord[]) => boolean = () => false): Separator {
  const beginning = text.slice(0, LOOKED_AT);
  let best: { separator: Separator; even: boolean; width: number } = { separator: ';', even: false, width: 1 };
  for (const separator of SEPARATORS) {
    const scanner = new CsvScanner(separator);
    const records = [...scanner.push(beginning), ...(beginning.length === text.length ? scanner.end() : [])]
      .filter(({ openQuote }) => !openQuote)
      .slice(0, RECORDS);
    if (isRight(records)) return separator;
    const widths = records.map(({ cells }) => cells.length);
    const most = Math.max(1, ...widths);
    const even = most > 1 && Math.min(...widths) === most;
    if (even === best.even ? most > best.width : even) best = { separator, even, width: most };
  }
  return best.separator;
}
