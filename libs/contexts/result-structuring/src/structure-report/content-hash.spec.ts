import { report } from '@segur/testing';
import { contentHash } from './content-hash.js';

describe('contentHash', () => {
  it('does not see the revision, the moment of release, or the order of members', () => {
    const sent = report().build();
    const reordered = Object.fromEntries(Object.entries(sent).reverse()) as unknown as typeof sent;

    expect(contentHash({ ...reordered, revision: 7, releasedAt: '2027-01-01T00:00:00+01:00' })).toBe(contentHash(sent));
  });

  it('sees a comment', () => {
    expect(
      contentHash(
        report()
          .with({ comments: ['À revoir'] })
          .build(),
      ),
    ).not.toBe(contentHash(report().build()));
  });
});
