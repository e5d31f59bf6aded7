import type { z } from 'zod';

/** One variable of a settings schema, as docs/configuration.md prints it. */
export interface SettingDescription {
  readonly name: string;
  /** As people write it. Absent: the variable has no default. */
  readonly fallback?: string;
  readonly required: boolean;
  readonly description: string;
}

/** What this function reads of a zod definition; zod types it as a union of fifty. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly left?: z.ZodType;
  readonly right?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly defaultValue?: unknown;
}

/** Lists the variables that a schema reads, in the order of the schema, whatever it makes of them afterwards. */
export function describeSettings(schema: z.ZodType): readonly SettingDescription[] {
  return [...shapeOf(schema)].map(([name, field]) => {
    const fallback = fallbackOf(field);
    return {
      name,
      ...(fallback !== undefined && fallback !== '' ? { fallback } : {}),
      required: fallback === undefined && !field.safeParse(undefined).success,
      description: descriptionOf(field) ?? '',
    };
  });
}

function definitionOf(schema: z.ZodType): Definition {
  return schema.def as unknown as Definition;
}

function shapeOf(schema: z.ZodType): Map<string, z.ZodType> {
  const definition = definitionOf(schema);
  if (definition.shape) return new Map(Object.entries(definition.shape));
  const inner = [definition.in, definition.left, definition.right, definition.innerType, ...(definition.options ?? [])];
  return new Map(inner.filter((part) => part !== undefined).flatMap((part) => [...shapeOf(part)]));
}

function fallbackOf(field: z.ZodType): string | undefined {
  const definition = definitionOf(field);
  if (definition.defaultValue !== undefined) return String(definition.defaultValue);
  const inner = definition.in ?? definition.innerType;
  return inner && fallbackOf(inner);
}

/** A description given before `.transform()` or `.default()` belongs to the inner type. */
function descriptionOf(field: z.ZodType): string | undefined {
  const definition = definitionOf(field);
  const inner = definition.in ?? definition.innerType;
  return field.description ?? (inner && descriptionOf(inner));
}
