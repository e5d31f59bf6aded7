import { TOPICS } from './topics.js';

describe('topics', () => {
  it.each(TOPICS.map((topic) => [topic.name, topic] as const))('%s has an example that follows its schema', (_, topic) => {
    expect(topic.schema.parse(topic.example)).toEqual(topic.example);
  });

  it('have distinct names of the form internal.<domain>.<name>.v<major>', () => {
    const names = TOPICS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^internal\.[a-z-]+(\.[a-z-]+)?\.v\d+$/);
  });
});
