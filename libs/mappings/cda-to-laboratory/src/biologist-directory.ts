import type { CdaEntity, CdaHeader } from '@segur/cda';
import type { Professional } from '@segur/laboratory';
import type { NamedLaboratory } from './to-laboratory.js';
import { isSamePerson, toProfessional } from './to-people.js';

/**
 * The biologists of one document. A document says more of a person in one place than in another, and the one that we write says the same
 * everywhere: so everything known of a person is put together here.
 */
export class BiologistDirectory {
  readonly people: readonly Professional[];

  /** The director of the laboratory first, then who answers for the document, then who validated. */
  constructor(
    { serviceEvents, legalAuthenticator, authenticators }: CdaHeader,
    private readonly laboratory: NamedLaboratory,
  ) {
    const entities = [serviceEvents[0]?.performer, legalAuthenticator, ...authenticators];
    const people: Professional[] = [];
    for (const person of entities.flatMap((entity) => (entity && this.read(entity)) ?? [])) {
      const index = people.findIndex((known) => isSamePerson(known, person));
      if (index < 0) people.push(person);
      else people[index] = together(people[index] as Professional, person);
    }
    this.people = people;
  }

  /** Somebody of this document, with all that is known of them. Absent when the entity names nobody. */
  find(entity: CdaEntity): Professional | undefined {
    const person = this.read(entity);
    const known = person && this.people.find((candidate) => isSamePerson(candidate, person));
    return known ?? person;
  }

  /** What they share with the laboratory is left to it: writing puts it back. */
  private read(entity: CdaEntity): Professional | undefined {
    if (!entity.person) return undefined;
    const person = toProfessional(entity);
    if (!person) return undefined;
    const { address, organization, telecoms, ...own } = person;
    const here = organization === undefined || organization.nationalId === `1${this.laboratory.finess}`;
    return {
      ...own,
      ...(address && !isEqual(address, this.laboratory.address) && { address }),
      telecoms: isEqual(telecoms, this.laboratory.telecoms) ? [] : telecoms,
      ...(!here && organization && { organization }),
    };
  }
}

function together(one: Professional, other: Professional): Professional {
  return { ...other, ...one, telecoms: one.telecoms.length > 0 ? one.telecoms : other.telecoms };
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
