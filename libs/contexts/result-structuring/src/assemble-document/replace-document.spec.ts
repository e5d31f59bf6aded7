import type { Report } from '@segur/laboratory';
import { report } from '@segur/testing';
import { replaceDocument } from './replace-document.js';

const state: Report = report().build();
const stated = (root: string, reason?: 'completed' | 'corrected') => ({ document: { root }, ...(reason && { reason }) });
const published = { revision: 2, documentId: '2.25.2' };

describe('replaceDocument', () => {
  it.each`
    what                                     | replaces                         | earlier                       | expected
    ${'a first state'}                       | ${undefined}                     | ${{ known: false }}           | ${undefined}
    ${'a document of another system'}        | ${stated('1.2.3', 'corrected')}  | ${{ known: false }}           | ${stated('1.2.3', 'corrected')}
    ${'what channels were given'}            | ${stated('2.25.9')}              | ${{ known: true, published }} | ${stated('2.25.2', 'corrected')}
    ${'a partial report that is whole now'}  | ${stated('2.25.2', 'completed')} | ${{ known: true, published }} | ${stated('2.25.2', 'completed')}
    ${'nothing, where nobody has any of it'} | ${stated('2.25.2', 'completed')} | ${{ known: true }}            | ${undefined}
  `('says that it replaces $what', ({ replaces, earlier, expected }) => {
    expect(replaceDocument({ ...state, ...(replaces && { replaces }) }, earlier as never).replaces).toEqual(expected);
  });
});
