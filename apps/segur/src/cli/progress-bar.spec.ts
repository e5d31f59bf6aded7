import { ProgressBar } from './progress-bar.js';

class Screen {
  written = '';
  constructor(
    readonly isTTY: boolean,
    readonly columns = 60,
  ) {}

  write(text: string): void {
    this.written += text;
  }
}

describe('ProgressBar', () => {
  it('draws in its place, and keeps to the width of the terminal', () => {
    const screen = new Screen(true);
    const bar = new ProgressBar(screen, 4);
    bar.show(1, 'short.xml');
    bar.show(2, `${'long/'.repeat(30)}end.xml`);
    const frames = screen.written.split('\r\u001B[K').slice(1);

    expect(frames[0]).toBe('[██████░░░░░░░░░░░░░░░░░░] 1/4 short.xml');
    expect(frames[1]).toMatch(/^\[█{12}░{12}\] 2\/4 ….*end\.xml$/);
    expect(frames.every((frame) => frame.length < 60)).toBe(true);
  });

  it('gives its line back', () => {
    const screen = new Screen(true);
    const bar = new ProgressBar(screen, 2);
    bar.show(0, 'a.xml');
    bar.clear();
    bar.clear();

    expect(screen.written.match(/\r\u001B\[K/g)).toHaveLength(2);
    expect(screen.written.endsWith('\r\u001B[K')).toBe(true);
  });

  it.each([
    ['what is no terminal', new Screen(false), 5],
    ['one file', new Screen(true), 1],
  ])('draws nothing for %s', (_, screen, total) => {
    const bar = new ProgressBar(screen, total);
    bar.show(0, 'a.xml');
    bar.clear();

    expect(screen.written).toBe('');
  });
});
