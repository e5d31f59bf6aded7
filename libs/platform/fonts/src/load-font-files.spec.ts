import { loadFontFiles } from './load-font-files.js';

describe('loadFontFiles', () => {
  it('gives two different TrueType fonts', () => {
    const { regular, bold } = loadFontFiles();

    expect([regular, bold].map((file) => file.readUInt32BE(0))).toEqual([0x00010000, 0x00010000]);
    expect(regular.equals(bold)).toBe(false);
  });
});
