import type { Entry, Identifier, Practitioner, PractitionerRole, Reference } from '@segur/fhir';
import type { Telecom } from '@segur/identity';
import { observationsOf, sectionsOf, type Laboratory, type Organization, type Professional, type Report } from '@segur/laboratory';
import { ARCS, knownBiologist, maybeSamePerson } from '@segur/laboratory-to-cda';
import { toConcept, toIdentifier } from './code-systems.js';
import { refer, urnOf } from './document-ids.js';
import type { Organizations } from './organizations.js';
import { toContactPoints, toFhirAddress } from './to-contact.js';

const PROFESSIONALS = '1.2.250.1.71.4.2.1';

/** Somebody at the place where they are spoken of. */
interface Role {
  readonly person: string;
  readonly organization?: Reference;
}

/**
 * Everybody who was referred to, each once, with all that is said of them in any place and in the settings of the laboratory; a role for
 * each place where they work. A mailbox without a person is a role without a practitioner.
 *
 * One number under names that share nothing is two people, as in the CR-BIO.
 */
export class People {
  private readonly byKey = new Map<string, Professional>();
  private readonly roles = new Map<string, Role>();
  private readonly staff: ReadonlySet<string>;

  constructor(
    private readonly report: Report,
    private readonly laboratory: Laboratory,
    private readonly organizations: Organizations,
  ) {
    const validations = sectionsOf(report.chapters).flatMap((section) => section.validations ?? []);
    const signed = [...report.validations, ...validations, ...(report.signedBy ? [report.signedBy] : [])];
    const validators = observationsOf(report).flatMap(({ validatedBy }) => validatedBy ?? []);
    this.staff = new Set([...signed.map(({ biologist }) => biologist), ...validators].map((one) => this.add(one)));
  }

  /** Where they say that they work; else the laboratory, for those who validate there. */
  refer(professional: Professional): Reference {
    const person = this.add(professional);
    const organization = professional.organization ?? this.byKey.get(person)?.organization;
    if (organization) return this.roleOf(person, organization);
    return this.roleOf(person, this.staff.has(person) ? 'own' : undefined);
  }

  /** Somebody of the laboratory, unless they work elsewhere. */
  referStaff(professional: Professional): Reference {
    return this.roleOf(this.add(professional), professional.organization ?? 'own');
  }

  /** Somebody of another structure. */
  referAt(professional: Professional, organization: Organization): Reference {
    return this.roleOf(this.add(professional), professional.organization ?? organization);
  }

  entries(): readonly Entry[] {
    const { report } = this;
    const referred = new Set([...this.roles.values()].map(({ person }) => person));
    const people = [...this.byKey].flatMap(([key, professional]): readonly Entry[] =>
      isNobody(professional) || !referred.has(key)
        ? []
        : [{ fullUrl: urnOf(report, 'practitioner', key), resource: this.toPractitioner(professional) }],
    );
    const roles = [...this.roles].flatMap(([key, role]): readonly Entry[] => {
      const professional = this.byKey.get(role.person);
      return professional ? [{ fullUrl: urnOf(report, 'role', key), resource: this.toRole(role, professional) }] : [];
    });
    return [...people, ...roles];
  }

  private roleOf(person: string, place: Organization | 'own' | undefined): Reference {
    const organization = place === 'own' ? this.organizations.own : place && this.organizations.refer(place);
    const key = JSON.stringify([person, organization?.reference ?? '']);
    this.roles.set(key, { person, ...(organization && { organization }) });
    return refer(this.report, 'role', key);
  }

  private add(professional: Professional): string {
    const known = knownBiologist(professional, this.laboratory);
    const key = this.keyOf({ ...professional, ...known });
    const told = [professional, known].reduce<Professional | undefined>(merged, this.byKey.get(key)) ?? professional;
    this.byKey.set(key, told);
    return key;
  }

  private keyOf(professional: Professional): string {
    const { nationalId, localId, family, given = '' } = professional;
    if (isNobody(professional)) return JSON.stringify(this.placeOf(professional));
    const number = nationalId ?? (localId === undefined ? undefined : JSON.stringify({ localId }));
    if (number === undefined) return JSON.stringify([family, given]);
    const namesake = this.byKey.get(number);
    return !namesake || maybeSamePerson(namesake, professional) ? number : JSON.stringify([number, family, given]);
  }

  private placeOf({ organization, mssAddress, telecoms }: Professional): unknown {
    return organization ? { at: this.organizations.keyOf(organization) } : { mailbox: mssAddress ?? telecoms };
  }

  private toPractitioner({ family, given = '', prefix, suffix, ...professional }: Professional): Practitioner {
    return {
      resourceType: 'Practitioner',
      identifier: this.toIdentifiers(professional),
      name: [{ family, given: [given], prefix: prefix ? [prefix] : [], suffix: suffix ? [suffix] : [] }],
      telecom: toContactPoints(telecomsOf(professional)),
      address: professional.address ? [toFhirAddress(professional.address)] : [],
    };
  }

  private toIdentifiers({ nationalId, localId }: Pick<Professional, 'nationalId' | 'localId'>): readonly Identifier[] {
    return [
      ...(nationalId === undefined ? [] : [{ use: 'official', ...toIdentifier(PROFESSIONALS, nationalId) } as const]),
      ...(localId === undefined ? [] : [toIdentifier(`${this.laboratory.oidRoot}.${ARCS.professional}`, localId)]),
    ];
  }

  private toRole({ person, organization }: Role, professional: Professional): PractitionerRole {
    const { specialty } = professional;
    return {
      resourceType: 'PractitionerRole',
      ...(isNobody(professional)
        ? { telecom: toContactPoints(telecomsOf(professional)) }
        : { practitioner: refer(this.report, 'practitioner', person) }),
      ...(organization && { organization }),
      ...(specialty && { code: [toConcept(specialty)] }),
    };
  }
}

/** Whether only a mailbox or a structure is meant. */
function isNobody({ nationalId, localId, family, given = '' }: Professional): boolean {
  return nationalId === undefined && localId === undefined && `${family}${given}`.trim() === '';
}

function telecomsOf({ telecoms, mssAddress }: Pick<Professional, 'telecoms' | 'mssAddress'>): readonly Telecom[] {
  return mssAddress === undefined ? telecoms : [...telecoms, { value: `mailto:${mssAddress}`, use: 'WP' }];
}

/** What is said first stands; what it does not say is taken from the other. */
function merged(first: Professional | undefined, second: Professional): Professional {
  if (!first) return second;
  return { ...second, ...first, family: first.family || second.family, telecoms: [...telecomsOf(first), ...telecomsOf(second)] };
}
