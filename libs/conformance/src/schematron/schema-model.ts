import type { Severity } from '@segur/errors';
import type { NodePattern } from './node-pattern.js';

/** A Schematron schema, ready to run: includes read, abstract patterns and rules put in place, the phase chosen. */
export interface Schema {
  /** Path of the entry file: addresses in `doc()` are relative to it. */
  readonly path: string;
  /** Prefixes of `ns` elements. */
  readonly namespaces: ReadonlyMap<string, string>;
  /** Those of the schema, of the phase and of all its patterns: what one pattern declares, the others may read. */
  readonly lets: readonly Let[];
  readonly patterns: readonly Pattern[];
}

/** Within one pattern, a node is taken by the first rule whose context it matches. */
export interface Pattern {
  /** Its id, else its title. */
  readonly name: string;
  readonly lets: readonly Let[];
  readonly rules: readonly Rule[];
}

/** What is said of the nodes of one context. */
export interface Rule {
  readonly context: NodePattern;
  /** In the order of the schema: a `let` serves what follows it, and may be declared anew. */
  readonly steps: readonly (Let | Check)[];
}

/** A named value. */
export interface Let {
  readonly kind: 'let';
  readonly name: string;
  readonly value: string;
}

/** An `assert` (fails when its test is false) or a `report` (fails when it is true). */
export interface Check {
  readonly kind: 'assert' | 'report';
  /** `pattern#rN.aM`: Mth check of the Nth rule of the pattern, as other validators of these rules count them. */
  readonly id: string;
  readonly test: string;
  readonly severity: Severity;
  readonly message: readonly MessagePart[];
}

/** Words of the schema, or an expression that completes them. */
export type MessagePart = string | { readonly select: string };
