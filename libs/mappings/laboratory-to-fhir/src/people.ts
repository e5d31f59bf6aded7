import type { Entry, Identifier, Practitioner, PractitionerRole, Reference } from '@segur/fhir';
import { observationsOf, type Laboratory, type Professional, type Report, type Validation } from '@segur/laboratory';
import { ARCS } from '@segur/laboratory-to-cda';
import { toCoding, toIdentifier } from './code-systems.js';
import { refer, urnOf } from './document-ids.js';
import { toContactPoint, toFhirAddress } from './to-contact.js';

const PROFESSIONALS = '1.2.250.1.71.4.2.1';

/** Everybody whom a report names, each once, with all that is said of them in any place and in the settings of the laboratory. */
export class People {
  private readonly byKey = new Map<string, Professional>();
  private readonly staff = new Set<string>();

  constructor(
    private readonly report: Report,
    private readonly laboratory: Laboratory,
  ) {
    const { prescriber, copies } = report;
    const validators = observationsOf(report).flatMap(({ validatedBy }) => validatedBy ?? []);
    const signatory = this.signatory();
    for (const biologist of [
      ...report.validations.map((one) => one.biologist),
      ...validators,
      ...(signatory ? [signatory.biologist] : []),
    ])
      this.staff.add(this.add(biologist));
    for (const outsider of [...(prescriber ? [prescriber] : []), ...copies]) this.add(outsider);
  }

  /** Who signs: the last validator with a national number; else the director, where the laboratory allows it. */
  signatory(): Validation | undefined {
    const { validations, releasedAt } = this.report;
    const signed = validations.toReversed().find(({ biologist }) => this.known(biologist)?.nationalId ?? biologist.nationalId);
    if (signed) return signed;
    const [director] = this.laboratory.biologists;
    return director && this.laboratory.defaultBiologist
      ? { biologist: director, at: validations.at(-1)?.at ?? releasedAt }
      : undefined;
  }

  refer(professional: Professional): Reference {
    return refer(this.report, 'role', this.keyOf(professional));
  }

  entries(): readonly Entry[] {
    return [...this.byKey].flatMap(([key, professional]) => [
      { fullUrl: urnOf(this.report, 'practitioner', key), resource: this.toPractitioner(professional) },
      { fullUrl: urnOf(this.report, 'role', key), resource: this.toRole(key, professional) },
    ]);
  }

  private add(professional: Professional): string {
    const key = this.keyOf(professional);
    const known = this.known(professional);
    const told = [this.byKey.get(key), professional, known].reduce<Professional | undefined>(merged, undefined) ?? professional;
    this.byKey.set(key, told);
    return key;
  }

  private known({ nationalId, localId }: Professional): Professional | undefined {
    return this.laboratory.biologists.find(
      (one) => (nationalId !== undefined && one.nationalId === nationalId) || (localId !== undefined && one.localId === localId),
    );
  }

  private keyOf(professional: Professional): string {
    const { nationalId, localId, family, given } = { ...professional, ...this.known(professional) };
    return JSON.stringify(nationalId ?? (localId === undefined ? [family, given] : { localId }));
  }

  private toPractitioner({ family, given = '', prefix, suffix, ...professional }: Professional): Practitioner {
    const mailbox = professional.mssAddress === undefined ? [] : [`mailto:${professional.mssAddress}`];
    const telecoms = new Map(professional.telecoms.map((telecom) => [telecom.value, telecom]));
    for (const value of mailbox) telecoms.set(value, { value, use: 'WP' });
    return {
      resourceType: 'Practitioner',
      identifier: this.toIdentifiers(professional),
      name: [{ family, given: [given], prefix: prefix ? [prefix] : [], suffix: suffix ? [suffix] : [] }],
      telecom: [...telecoms.values()].map(toContactPoint),
      address: professional.address ? [toFhirAddress(professional.address)] : [],
    };
  }

  private toIdentifiers({ nationalId, localId }: Pick<Professional, 'nationalId' | 'localId'>): readonly Identifier[] {
    return [
      ...(nationalId === undefined ? [] : [{ use: 'official', ...toIdentifier(PROFESSIONALS, nationalId) } as const]),
      ...(localId === undefined ? [] : [toIdentifier(`${this.laboratory.oidRoot}.${ARCS.professional}`, localId)]),
    ];
  }

  private toRole(key: string, { specialty }: Professional): PractitionerRole {
    return {
      resourceType: 'PractitionerRole',
      practitioner: refer(this.report, 'practitioner', key),
      ...(this.staff.has(key) && { organization: refer(this.report, 'organization') }),
      ...(specialty && { code: [{ coding: [toCoding(specialty)], text: specialty.label }] }),
    };
  }
}

/** What is said first stands; what it does not say is taken from the other. */
function merged(first: Professional | undefined, second: Professional | undefined): Professional | undefined {
  if (!first || !second) return first ?? second;
  return { ...second, ...first, family: first.family || second.family, telecoms: [...first.telecoms, ...second.telecoms] };
}
