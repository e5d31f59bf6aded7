import type {
  Annotation,
  CodeableConcept,
  Element,
  Extension,
  Identifier,
  Quantity,
  Range,
  Ratio,
  Reference,
} from './datatypes.js';

/** The value of a result, or why there is none. */
export interface ObservationResult {
  readonly valueQuantity?: Quantity;
  readonly valueRange?: Range;
  readonly valueRatio?: Ratio;
  readonly valueCodeableConcept?: CodeableConcept;
  readonly valueString?: string;
  readonly valueDateTime?: string;
  readonly _valueDateTime?: Element;
  readonly dataAbsentReason?: CodeableConcept;
}

/** A reference interval: low, high or text, one of them at least (obs-3). */
export interface ReferenceRange {
  readonly low?: Quantity;
  readonly high?: Quantity;
  readonly appliesTo?: readonly CodeableConcept[];
  readonly age?: Range;
  readonly text?: string;
}

/** A result, or what holds results: an examination, a germ, an antibiogram. */
export interface Observation extends ObservationResult {
  readonly resourceType: 'Observation';
  readonly extension?: readonly Extension[];
  readonly identifier?: readonly Identifier[];
  readonly basedOn?: readonly Reference[];
  readonly status: 'preliminary' | 'final' | 'corrected' | 'amended' | 'cancelled';
  readonly category?: readonly CodeableConcept[];
  readonly code: CodeableConcept;
  readonly subject: Reference;
  readonly encounter?: Reference;
  readonly effectiveDateTime?: string;
  /** An instant. */
  readonly issued?: string;
  readonly performer?: readonly Reference[];
  readonly interpretation?: readonly CodeableConcept[];
  readonly note?: readonly Annotation[];
  readonly method?: CodeableConcept;
  readonly specimen?: Reference;
  readonly device?: Reference;
  readonly referenceRange?: readonly ReferenceRange[];
  readonly hasMember?: readonly Reference[];
  readonly derivedFrom?: readonly Reference[];
}
