import fc from 'fast-check';

/** A list, rarely long. */
export function some<T>(item: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> {
  return fc.array(item, { maxLength });
}

type Optional<T> = { [K in keyof T as object extends Pick<T, K> ? K : never]-?: fc.Arbitrary<NonNullable<T[K]>> };
type Mandatory<T> = { [K in keyof T as object extends Pick<T, K> ? never : K]: fc.Arbitrary<T[K]> };

/** A record whose optional fields come and go; all of them must be named, so that a field added to the model cannot be forgotten. */
export function record<T extends object>(
  mandatory: Mandatory<T>,
  ...[optional]: keyof Optional<T> extends never ? [] : [optional: Optional<T>]
): fc.Arbitrary<T> {
  const model = { ...mandatory, ...optional } as Record<string, fc.Arbitrary<unknown>>;
  return fc.record(model, {
    requiredKeys: Object.keys(mandatory),
    noNullPrototype: true,
  }) as fc.Arbitrary<unknown> as fc.Arbitrary<T>;
}
