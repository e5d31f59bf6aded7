import { Injectable } from '@nestjs/common';
import type { ValueSetRow } from '@segur/loinc-files';
import { ContextDatabase, type Tx } from '@segur/persistence';
import type { LoincConcept, ValueSetEntry } from '@segur/terminology';
import type { ReleasedConcept } from './read-release.js';

const PAGE = 1_000;

/** Surveys and attachments are half of LOINC's words and none of a laboratory's. */
const NOT_FOR_LABORATORIES = [3, 4];

/** Concepts and value sets in the database, under the import that brought them. */
@Injectable()
export class ReferenceStore {
  constructor(private readonly db: ContextDatabase) {}

  /** Visible to nobody until the import is ready. */
  async addConcepts(importId: string, batch: readonly ReleasedConcept[]): Promise<void> {
    await this.db.queryWithoutTenant(
      `INSERT INTO loinc_concept (import_id, code, class_type, concept)
       SELECT $1, t.* FROM unnest($2::text[], $3::smallint[], $4::json[]) AS t`,
      [
        importId,
        batch.map(({ concept }) => concept.code),
        batch.map(({ classType }) => classType ?? null),
        batch.map(({ concept }) => JSON.stringify({ ...concept, code: undefined })),
      ],
    );
  }

  async addEntries(tx: Tx, importId: string, rows: readonly ValueSetRow[]): Promise<void> {
    await tx.query(`INSERT INTO value_set_entry (import_id, code, entry) SELECT $1, t.* FROM unnest($2::text[], $3::json[]) AS t`, [
      importId,
      rows.map(({ code }) => code),
      rows.map((row) => JSON.stringify({ ...row, code: undefined })),
    ]);
  }

  /** Takes away what an import wrote, e.g. before it begins anew. */
  async clear(importId: string): Promise<void> {
    await this.db.queryWithoutTenant('DELETE FROM loinc_concept WHERE import_id = $1', [importId]);
  }

  /** All codes that a laboratory may mean, in the order of their text; in pages, so that others get their turn in between. */
  async concepts(importId: string): Promise<ReadonlyMap<string, LoincConcept>> {
    const concepts = new Map<string, LoincConcept>();
    const settle = interner();
    for (let after = ''; ;) {
      const rows = await this.db.queryWithoutTenant<{ code: string; concept: Omit<LoincConcept, 'code'> }>(
        `SELECT code, concept FROM loinc_concept
         WHERE import_id = $1 AND code > $2 AND (class_type IS NULL OR class_type <> ALL ($3::smallint[])) ORDER BY code LIMIT ${PAGE}`,
        [importId, after, NOT_FOR_LABORATORIES],
      );
      for (const { code, concept } of rows) concepts.set(code, settle({ code, ...concept }));
      if (rows.length < PAGE) return concepts;
      after = rows.at(-1)?.code ?? '';
    }
  }

  /** One code of a release, whatever it is for. */
  async concept(importId: string, code: string): Promise<LoincConcept | undefined> {
    const [row] = await this.db.queryWithoutTenant<{ concept: Omit<LoincConcept, 'code'> }>(
      'SELECT concept FROM loinc_concept WHERE import_id = $1 AND code = $2',
      [importId, code],
    );
    return row && { code, ...row.concept };
  }

  async valueSet(importId: string): Promise<ReadonlyMap<string, ValueSetEntry>> {
    const rows = await this.db.queryWithoutTenant<{ code: string; entry: Omit<ValueSetEntry, 'code'> }>(
      'SELECT code, entry FROM value_set_entry WHERE import_id = $1 ORDER BY code',
      [importId],
    );
    return new Map(rows.map(({ code, entry }) => [code, { code, ...entry }]));
  }
}

/** The same words stand in thousands of concepts: they are kept once. */
function interner(): (concept: LoincConcept) => LoincConcept {
  const words = new Map<string, string>();
  const once = (word: string) => {
    const known = words.get(word);
    if (known !== undefined) return known;
    words.set(word, word);
    return word;
  };
  return (concept) => ({
    ...concept,
    axes: {
      component: once(concept.axes.component),
      property: once(concept.axes.property),
      time: once(concept.axes.time),
      system: once(concept.axes.system),
      scale: once(concept.axes.scale),
      method: once(concept.axes.method),
    },
    ...(concept.class !== undefined && { class: once(concept.class) }),
    exampleUcumUnits: concept.exampleUcumUnits.map(once),
    ...(concept.relatedNames && { relatedNames: concept.relatedNames.map(once) }),
    ...(concept.frenchTerms && { frenchTerms: concept.frenchTerms.map(once) }),
  });
}
