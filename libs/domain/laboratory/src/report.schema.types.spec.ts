import type { Identity } from '@segur/identity';
import type { z } from 'zod';
import type { Organization, Professional } from './actors.js';
import type { image, attachedPdf, performingLaboratory } from './attachment.schema.js';
import type { AttachedPdf, Image } from './attachment.js';
import type { identity } from './identity.schema.js';
import type { observation } from './observation.schema.js';
import type { Observation, PerformingLaboratory } from './observation.js';
import type { organization, professional } from './people.schema.js';
import type { batteryFields, isolateFields } from './report-content.schema.js';
import type { Battery, Isolate } from './report-content.js';
import type { reportIntakeSchema, reportSchema } from './report.schema.js';
import type { ReportIntake } from './report-intake.js';
import type { Report } from './report.js';

/**
 * A type that is proven by itself, by a field that no other type has. Where one stands inside another, its name is enough: a battery
 * may hold batteries, and the compiler takes types that are too deep for equal.
 */
type NameOf<T> = T extends { observationId: unknown }
  ? 'Observation'
  : T extends { batteryId: unknown }
    ? 'Battery'
    : T extends { isolateId: unknown }
      ? 'Isolate'
      : T extends { attachmentId: unknown }
        ? 'AttachedPdf'
        : T extends { imageId: unknown }
          ? 'Image'
          : T extends { insMatricule?: unknown; traits: unknown }
            ? 'Identity'
            : 'mssAddress' extends keyof T
              ? 'Professional'
              : 'sector' extends keyof T
                ? 'Organization'
                : 'director' extends keyof T
                  ? 'PerformingLaboratory'
                  : never;

/** Every leaf of a type with its path, as one flat union: assignability alone would not see an optional field that one side lacks. */
type Fields<T, Path extends string> = {
  [K in keyof T & string]-?: Leaves<NonNullable<T[K]>, `${Path}.${K}${object extends Pick<T, K> ? '?' : ''}`>;
}[keyof T & string];
type Leaves<T, Path extends string> = T extends string | number | boolean
  ? [Path, T]
  : T extends readonly [infer First, ...infer Rest]
    ? [Path, 'tuple'] | Leaves<First, `${Path}[0]`> | Leaves<Rest, `${Path}[1..]`>
    : T extends readonly (infer Item)[]
      ? [Path, 'list'] | Leaves<Item, `${Path}[]`>
      : [NameOf<T>] extends [never]
        ? [Path, 'object'] | Fields<T, Path>
        : [Path, NameOf<T>];
/** A union of objects counts field by field for each of its members. */
type Own<T> = T extends unknown ? Fields<T, ''> : never;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Proof<Schema extends z.ZodType, Type> = Same<Own<z.output<Schema>>, Own<Type>>;

describe('The schemas of a report (checked by the compiler)', () => {
  it('are the types, no optional field more or less on either side', () => {
    const proofs: [
      Proof<typeof reportSchema, Report>,
      Proof<typeof reportIntakeSchema, ReportIntake>,
      Proof<typeof batteryFields, Battery>,
      Proof<typeof isolateFields, Isolate>,
      Proof<typeof observation, Observation>,
      Proof<typeof image, Image>,
      Proof<typeof attachedPdf, AttachedPdf>,
      Proof<typeof performingLaboratory, PerformingLaboratory>,
      Proof<typeof professional, Professional>,
      Proof<typeof organization, Organization>,
      Proof<typeof identity, Identity>,
    ] = [true, true, true, true, true, true, true, true, true, true, true];

    expect(proofs).not.toContain(false);
  });

  it('see a field that is missing, one too many, one that is optional on one side, and another kind of value', () => {
    type Changed<Change> = Same<Own<Omit<Battery, keyof Change> & Change>, Own<Battery>>;
    const differences: [
      Same<Own<Omit<Battery, 'images'>>, Own<Battery>>,
      Same<Own<Omit<Report, 'remarks'>>, Own<Report>>,
      Changed<{ readonly extra?: string }>,
      Changed<{ readonly batteryId?: string }>,
      Changed<{ readonly comments: string }>,
      Changed<{ readonly batteries?: readonly Observation[] }>,
      Changed<{ readonly code: Omit<Battery['code'], 'system'> }>,
    ] = [false, false, false, false, false, false, false];

    expect(differences).not.toContain(true);
  });
});
