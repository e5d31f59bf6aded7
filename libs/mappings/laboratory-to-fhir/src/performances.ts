import type { Entry, Reference } from '@segur/fhir';
import type { Laboratory, PerformingLaboratory, Report } from '@segur/laboratory';
import { refer, urnOf } from './document-ids.js';
import { toDateTime, toInstant } from './fhir-time.js';
import type { Organizations } from './organizations.js';
import type { People } from './people.js';

const PERFORMER = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type', code: 'performer' }] };

/**
 * Who did examinations for the laboratory. A performer of FHIR has no time: where one is stated, a Provenance says when.
 *
 * @see FHIR R4, Provenance.occurred: "the period during which the activity occurred"
 */
export class Performances {
  private readonly done = new Map<string, { readonly by: PerformingLaboratory; readonly targets: Set<string> }>();

  constructor(
    private readonly report: Report,
    private readonly laboratory: Laboratory,
    private readonly organizations: Organizations,
    private readonly people: People,
  ) {}

  /** Remembers what was done elsewhere, and by whom. */
  add(by: PerformingLaboratory | undefined, target: Reference): void {
    if (by?.at === undefined) return;
    const key = JSON.stringify([this.performersOf(by), by.at]);
    const known = this.done.get(key) ?? { by, targets: new Set<string>() };
    this.done.set(key, { ...known, targets: known.targets.add(target.reference) });
  }

  /** Who answers for it there, and the laboratory; ours where nobody else is said to have done it. */
  performersOf(by: PerformingLaboratory | undefined): readonly Reference[] {
    if (!by) return [this.organizations.own];
    const { director, organization } = by;
    return [...(director ? [this.people.referAt(director, organization)] : []), this.organizations.refer(organization)];
  }

  entries(createdAt: Date): readonly Entry[] {
    return [...this.done].map(([key, { by, targets }]) => {
      const [first, onBehalfOf] = this.performersOf(by);
      return {
        fullUrl: urnOf(this.report, 'provenance', key),
        resource: {
          resourceType: 'Provenance',
          target: [...targets].map((reference) => ({ reference })),
          occurredDateTime: toDateTime(by.at ?? '', this.laboratory),
          recorded: toInstant(createdAt, this.laboratory),
          agent: [{ type: PERFORMER, who: first ?? refer(this.report, 'organization'), ...(onBehalfOf && { onBehalfOf }) }],
        },
      };
    });
  }
}
