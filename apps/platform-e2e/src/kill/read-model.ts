/** One message in the list of what was received. */
export interface Reception {
  readonly id: string;
  readonly controlId: string;
}

interface Page {
  readonly items: readonly Reception[];
  readonly next?: string;
}

/** Reads `GET /api/v1/receptions` to its last page. @throws {Error} A page is not answered. */
export async function allReceptions(url: string, apiKey: string): Promise<readonly Reception[]> {
  const receptions: Reception[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const query: string = cursor === '' ? 'limit=200' : `limit=200&cursor=${cursor}`;
    const answer = await fetch(`${url}/api/v1/receptions?${query}`, { headers: { authorization: `Bearer ${apiKey}` } });
    if (!answer.ok) throw new Error(`GET /api/v1/receptions answered ${answer.status}`);
    const page = (await answer.json()) as Page;
    receptions.push(...page.items);
    cursor = page.next;
  }
  return receptions;
}
