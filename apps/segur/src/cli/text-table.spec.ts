import { textTable } from './text-table.js';

describe('textTable', () => {
  it('gives each column the width of what it holds, numbers to the right, no blank at the end', () => {
    const columns = [{ title: 'file' }, { title: 'errors', align: 'right' }, { title: 'layers' }] as const;

    expect(
      textTable(columns, [
        ['a.xml', '3', 'xsd rules'],
        ['long-name.xml', '12', ''],
      ]),
    ).toBe(
      [
        'file           errors  layers',
        '-------------  ------  ---------',
        'a.xml               3  xsd rules',
        'long-name.xml      12',
      ].join('\n'),
    );
  });

  it('has its head alone when there are no rows', () => {
    expect(textTable([{ title: 'a' }], [])).toBe('a\n-');
  });
});
