import type { HprimRepetition } from '@segur/hprim';
import type { Professional } from '@segur/laboratory';
import { toNationalNumber } from '@segur/results-to-laboratory';

const SUFFIXES: Readonly<Record<string, NonNullable<Professional['suffix']>>> = {
  DR: 'DR',
  DOCTEUR: 'DR',
  PR: 'PR',
  PROFESSEUR: 'PR',
};
/** A title before a name, as `DR X`: senders have no field for it. */
const TITLED = /^(DR|DOCTEUR|PR|PROFESSEUR)\.?\s+(\S.*)$/i;
/** Systems that stand in the third component where others write a given name. */
const SYSTEMS = ['L', 'RPPS', 'ADELI'];

/** Reads a person, `id~name~given`, or nothing when the repetition holds neither number nor name. */
export function toProfessional(person: HprimRepetition): Professional | undefined {
  const [number, name, third] = [1, 2, 3].map((part) => person.text(part).trim()) as [string, string, string];
  if (number === '' && name === '') return undefined;
  const system = third.toUpperCase();
  const given = SYSTEMS.includes(system) ? '' : third;
  const [, title, family = name] = TITLED.exec(name) ?? [];
  const suffix = title && SUFFIXES[title.toUpperCase()];
  // Figures alone are not a number of the national register: the sender must say that they are.
  const nationalId = system === 'RPPS' || system === 'ADELI' ? toNationalNumber(number, system) : undefined;
  return {
    ...(nationalId ? { nationalId } : number !== '' && { localId: number }),
    family,
    ...(given && { given }),
    ...(suffix && { suffix }),
    telecoms: [],
  };
}
