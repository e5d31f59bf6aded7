import { RecordedGaps } from './recorded-gaps.js';

describe('RecordedGaps', () => {
  it('knows what was recorded, for one laboratory and one release', () => {
    const gaps = new RecordedGaps();
    gaps.add('A', 1, ['GLY', 'XYZ']);

    expect(gaps.has('A', 1, ['XYZ'])).toBe(true);
    expect(gaps.has('A', 1, ['XYZ', 'NEW'])).toBe(false);
    expect(gaps.has('B', 1, ['XYZ'])).toBe(false);
    expect(gaps.has('A', 2, ['XYZ'])).toBe(false);
    expect(gaps.has('B', 7, [])).toBe(true);
  });

  it('forgets with a new release', () => {
    const gaps = new RecordedGaps();
    gaps.add('A', 1, ['GLY']);
    gaps.add('A', 2, ['XYZ']);

    expect(gaps.has('A', 2, ['GLY'])).toBe(false);
    expect(gaps.has('A', 2, ['XYZ'])).toBe(true);
  });
});
