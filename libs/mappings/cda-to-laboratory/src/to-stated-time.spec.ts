import { toStatedTime } from './to-stated-time.js';

describe('toStatedTime', () => {
  it.each`
    time                         | stated
    ${'2021'}                    | ${'2021'}
    ${'202101'}                  | ${'2021-01'}
    ${'20210104'}                | ${'2021-01-04'}
    ${'2021010411'}              | ${'2021-01-04T11'}
    ${'202101041120'}            | ${'2021-01-04T11:20'}
    ${'202101041120+0100'}       | ${'2021-01-04T11:20+01:00'}
    ${'20210104112030-0400'}     | ${'2021-01-04T11:20:30-04:00'}
    ${'20210104112030.123+0100'} | ${'2021-01-04T11:20:30+01:00'}
    ${'20210104+0100'}           | ${'2021-01-04'}
  `('reads $time', ({ time, stated }: Record<string, string>) => {
    expect(toStatedTime(time as string)).toBe(stated);
  });

  it.each(['', '21', '20210230', '202101042520', '2021-01-04', 'hier'])('reads nothing in %p', (time) => {
    expect(toStatedTime(time)).toBeUndefined();
  });
});
