import type { Identity } from '@segur/identity';

/**
 * Whether two identities of one laboratory are of one person: two matricules decide; else a number of the laboratory that both have, or
 * birth name and date.
 */
export function isSamePatient(a: Identity, b: Identity): boolean {
  if (a.insMatricule && b.insMatricule) return a.insMatricule.value === b.insMatricule.value;
  const isShared = a.localIds.some(({ root, extension }) =>
    b.localIds.some((id) => id.root === root && id.extension === extension),
  );
  return isShared || bornAs(a, b);
}

/** Whether birth names and dates agree. */
export function bornAs(a: Identity, b: Identity): boolean {
  return a.traits.birthDate === b.traits.birthDate && plain(a.traits.birthName) === plain(b.traits.birthName);
}

/** Accents, case, hyphens and apostrophes do not tell two people apart: every software writes them its own way. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toUpperCase();
}
