/** A share under its name, to four decimals; nothing of nothing is no share. */
export function shareOf<Name extends string>(name: Name, part: number, whole: number): { readonly [key in Name]?: number } {
  return (whole > 0 ? { [name]: Math.round((part / whole) * 1e4) / 1e4 } : {}) as { [key in Name]?: number };
}
