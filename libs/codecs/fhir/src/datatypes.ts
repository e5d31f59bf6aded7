import type { FhirDecimal } from './decimal.js';

/** `value[x]` of an extension, in the types that are written here. */
export interface Extension {
  readonly url: string;
  readonly extension?: readonly Extension[];
  readonly valueString?: string;
  readonly valueCode?: string;
  readonly valueCoding?: Coding;
  readonly valueAddress?: Address;
  readonly valueReference?: Reference;
  readonly valueCodeableConcept?: CodeableConcept;
}

/** What every datatype and the shadow of a primitive may have. */
export interface Element {
  readonly extension?: readonly Extension[];
}

export interface Coding {
  readonly system?: string | undefined;
  readonly code?: string;
  readonly display?: string;
}

export interface CodeableConcept extends Element {
  readonly coding?: readonly Coding[];
  readonly text?: string;
}

/** With an absolute `urn:uuid:` of an entry of the same bundle. */
export interface Reference {
  readonly reference: string;
  readonly display?: string;
}

export interface Identifier {
  readonly use?: 'usual' | 'official';
  readonly type?: CodeableConcept;
  readonly system?: string | undefined;
  readonly value: string;
  readonly assigner?: { readonly display: string };
}

export interface Quantity extends Element {
  readonly value: FhirDecimal;
  readonly comparator?: '<' | '<=' | '>' | '>=';
  readonly unit?: string;
  readonly system?: string;
  readonly code?: string;
}

export interface Range extends Element {
  readonly low?: Quantity;
  readonly high?: Quantity;
}

export interface Ratio extends Element {
  readonly numerator: Quantity;
  readonly denominator: Quantity;
}

export interface Period {
  readonly start?: string;
  readonly end?: string;
}

export interface Annotation {
  readonly text: string;
}

/** Bytes with what they are. */
export interface Attachment {
  readonly contentType: string;
  readonly language?: string;
  /** Base64. */
  readonly data: string;
  /** Of the bytes, not of their base64. */
  readonly size?: number;
  /** Base64 of the SHA-1 of the bytes. */
  readonly hash?: string;
  readonly title?: string;
}

export interface HumanName extends Element {
  readonly use?: 'official' | 'usual';
  readonly family?: string;
  readonly given?: readonly string[];
  readonly prefix?: readonly string[];
  readonly suffix?: readonly string[];
}

export interface Address extends Element {
  readonly line?: readonly string[];
  readonly city?: string;
  readonly postalCode?: string;
  readonly country?: string;
}

export interface ContactPoint {
  readonly system: 'phone' | 'fax' | 'email' | 'url' | 'pager' | 'other';
  readonly value: string;
  readonly use?: 'home' | 'work' | 'mobile';
}

/** XHTML whose root is a `div` in its namespace. */
export interface Narrative {
  readonly status: 'generated';
  readonly div: string;
}
