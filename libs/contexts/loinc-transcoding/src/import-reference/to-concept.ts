import type { LinguisticVariantRow, LoincTableRow } from '@segur/loinc-files';
import type { LoincConcept, OrderOrObservation } from '@segur/terminology';

/** What the French variant says of one code. */
export interface FrenchNames {
  /** Absent: it translates the parts and not the name. */
  readonly name?: string;
  readonly terms: readonly string[];
}

const KINDS: ReadonlySet<string> = new Set(['Order', 'Observation', 'Both', 'Subset'] satisfies OrderOrObservation[]);

/** A line of the LOINC table as mapping needs it, with its French names and what replaces it. */
export function toConcept(row: LoincTableRow, french: FrenchNames | undefined, mapTo: LoincConcept['mapTo']): LoincConcept {
  return {
    code: row.code,
    status: row.status,
    axes: {
      component: row.component,
      property: row.property,
      time: row.timeAspect,
      system: row.system,
      scale: row.scale,
      method: row.method,
    },
    longCommonName: row.longCommonName,
    ...(row.shortName && { shortName: row.shortName }),
    ...(french?.name && { frenchName: french.name }),
    ...(french && french.terms.length > 0 && { frenchTerms: french.terms }),
    ...(row.relatedNames.length > 0 && { relatedNames: row.relatedNames }),
    ...(row.class && { class: row.class }),
    ...(isKind(row.orderOrObservation) && { orderOrObservation: row.orderOrObservation }),
    ...(row.panelType && { isPanel: true }),
    exampleUcumUnits: row.exampleUcumUnits,
    ...(row.commonTestRank !== undefined && { commonTestRank: row.commonTestRank }),
    ...(mapTo && { mapTo }),
  };
}

/** The name that may be sent is the long one; the shorter ones help matching. */
export function toFrenchNames({ longCommonName, displayName, component, relatedNames }: LinguisticVariantRow): FrenchNames {
  const name = longCommonName || displayName;
  const terms = [...new Set([component, displayName, ...relatedNames])].filter((term) => term !== '' && term !== name);
  return { ...(name && { name }), terms };
}

function isKind(text: string): text is OrderOrObservation {
  return KINDS.has(text);
}
