import { Controller, Get, Param, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { CallerGuard, ResourceNotFound, ZodPipe } from '@segur/http-security';
import type { LoincConcept, ValueSetEntry } from '@segur/terminology';
import { ReferenceConcepts } from './reference-concepts.js';
import { searchConcepts } from './search-concepts.js';

const searchQuery = z.object({
  q: z.string().trim().min(1).max(200),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

/** A concept, where it comes from, and what France says of it. */
export interface ShownConcept extends LoincConcept {
  readonly valueSet?: ValueSetEntry;
}

/** `…/loinc/concepts`: the release in force, to look codes up. */
@Controller('api/v1/loinc/concepts')
@UseGuards(CallerGuard)
export class ConceptsController {
  constructor(private readonly references: ReferenceConcepts) {}

  @Get()
  async search(
    @Query(new ZodPipe(searchQuery)) { q, limit }: z.output<typeof searchQuery>,
  ): Promise<{ readonly release: string; readonly valueSetVersion?: string; readonly items: readonly ShownConcept[] }> {
    const { release, valueSetVersion, valueSet, concepts } = await this.references.current();
    const items = searchConcepts(concepts, q, limit).map((concept) => shown(concept, valueSet));
    return { release, ...(valueSetVersion !== undefined && { valueSetVersion }), items };
  }

  @Get(':code')
  async show(@Param('code') code: string): Promise<ShownConcept & { readonly release: string }> {
    const { release, valueSet } = await this.references.current();
    const concept = await this.references.find(code);
    if (!concept) throw new ResourceNotFound('The release in force has no such code', { release });
    return { ...shown(concept, valueSet), release };
  }
}

function shown(concept: LoincConcept, valueSet: ReadonlyMap<string, ValueSetEntry> | undefined): ShownConcept {
  const entry = valueSet?.get(concept.code);
  return entry ? { ...concept, valueSet: entry } : concept;
}
