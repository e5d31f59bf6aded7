/** Reads comma-separated text with quotes (RFC 4180) into rows by column name. */
export function readCsvTable(text: string): readonly Readonly<Record<string, string>>[] {
  const [header = [], ...rows] = linesOf(text.replace(/^\uFEFF/u, ''));
  return rows
    .filter((row) => row.length > 1)
    .map((row) => Object.fromEntries(header.map((column, position) => [column, row[position] ?? ''])));
}

const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gu;

function linesOf(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  for (const [whole, quoted, plain, end] of text.matchAll(FIELD)) {
    if (whole === '' && line.length === 0) break;
    line.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    lines.push(line);
    line = [];
    if (end === '') break;
  }
  return lines;
}
