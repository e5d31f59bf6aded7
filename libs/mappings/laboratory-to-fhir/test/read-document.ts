import { writeFhirJson } from '@segur/fhir';
import type { Laboratory, Report } from '@segur/laboratory';
import { testLaboratory } from '@segur/testing';
import { toFhirDocument } from '../src/index.js';

/** A resource as a reader of the bytes has it. */
export interface ReadResource {
  readonly resourceType: string;
  readonly [field: string]: unknown;
}

/** A document as its reader has it. */
export class ReadDocument {
  private readonly byUrl: ReadonlyMap<string, ReadResource>;

  constructor(report: Report, laboratory: Laboratory = testLaboratory) {
    const bytes = writeFhirJson(toFhirDocument(report, laboratory, { createdAt: new Date('2026-11-20T15:01:00Z') }));
    const { entry } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { entry: { fullUrl: string; resource: ReadResource }[] };
    this.byUrl = new Map(entry.map(({ fullUrl, resource }) => [fullUrl, resource]));
  }

  /** Every resource of a type. */
  all(type: string): readonly ReadResource[] {
    return [...this.byUrl.values()].filter(({ resourceType }) => resourceType === type);
  }

  /** The first one of a type. */
  one(type: string): ReadResource {
    const [found] = this.all(type);
    if (!found) throw new Error(`No ${type}`);
    return found;
  }

  /** The observation whose code reads like this. */
  result(text: string): ReadResource {
    const found = this.all('Observation').find(({ code }) => (code as { text: string }).text === text);
    if (!found) throw new Error(`No observation of ${text}`);
    return found;
  }

  /** What references lead to, in their order. */
  follow(references: unknown): readonly ReadResource[] {
    const list = (Array.isArray(references) ? references : [references]) as { reference: string }[];
    return list.map(({ reference }) => {
      const found = this.byUrl.get(reference);
      if (!found) throw new Error(`Nothing at ${reference}`);
      return found;
    });
  }

  /** A resource with each reference replaced by what is there, three steps far. */
  deep(resource: unknown, steps = 3): unknown {
    if (Array.isArray(resource)) return resource.map((one) => this.deep(one, steps));
    if (typeof resource !== 'object' || resource === null) return resource;
    const { reference } = resource as { reference?: string };
    if (reference !== undefined && steps > 0) return this.deep(this.byUrl.get(reference), steps - 1);
    return Object.fromEntries(Object.entries(resource).map(([name, field]) => [name, this.deep(field, steps)]));
  }
}
