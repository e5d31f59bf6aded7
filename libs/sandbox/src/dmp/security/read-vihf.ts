import type { XmlElement } from 'libxml2-wasm';
import { elements, value, values, withXml } from '../../xml/foreign-xml.js';
import { SoapFault } from '../refusal.js';
import { SECTORS } from '../value-sets.js';

/** A code of an assertion: HL7 V3 data type CE. */
export interface VihfCode {
  readonly code: string;
  readonly system: string;
}

/** What an assertion says. */
export interface Vihf {
  readonly id: string;
  readonly issuedAt: number;
  readonly issuer: string;
  /** PS_IdNat. */
  readonly subject: string;
  readonly mode: Mode;
  /** Struct_IdNat. */
  readonly structure: string;
  readonly roles: readonly VihfCode[];
  /** CX; absent when no patient is concerned. */
  readonly patient?: string;
  readonly software: { readonly name: string; readonly version: string; readonly homologation: string };
}

/** How the sender was authenticated: by card, by the structure, or by the structure and a strong login. */
export type Mode = (typeof MODES)[number];

const MODES = ['DIRECTE', 'INDIRECTE', 'INDIRECTE_RENFORCEE'] as const;
const PROFESSION = '1.2.250.1.71.1.2.7';
const AUTOMATES = { system: '1.2.250.1.213.1.1.4.6', codes: ['AUTOMATE', 'SECRETARIAT_MEDICAL', 'DISPOSITIF'] };
const SPECIALTY = '1.2.250.1.71.4.2.5';
const PHARMACY_BOARD = '1.2.250.1.71.4.2.6';
const PS_ID_NAT = /^[0134568].{3,}$/;

/**
 * Reads an assertion and holds it to its table of attributes (rule V6).
 *
 * @param text - What was signed.
 * @throws {SoapFault} An attribute is missing, stands twice, or has a value that is not one of those it may have.
 */
export function readVihf(text: string): Vihf {
  return withXml(Buffer.from(text), (assertion) => {
    const attributes = attributesOf(assertion);
    const one = (pattern: RegExp): XmlElement => {
      const [found, ...others] = [...attributes].filter(([name]) => pattern.test(name)).flatMap(([, found]) => found);
      if (!found || others.length > 0) throw fault(`the attribute ${pattern.source.replace(/\W+/g, ' ').trim()} is needed, once`);
      return found;
    };
    const text = (pattern: RegExp): string =>
      value(one(pattern), 'saml2:AttributeValue') ?? refuse(`an attribute of the VIHF is empty`);
    const mode = text(/^Authentification_[Mm]ode$/);
    const patient = attributes.has(PATIENT) ? value(one(/:resource-id$/), 'saml2:AttributeValue') : undefined;
    demandClosedValues(text, one);
    text(/:subject-id$/);
    return {
      id: value(assertion, '@ID') ?? '',
      issuedAt: instantOf(value(assertion, '@IssueInstant')),
      issuer: value(assertion, 'saml2:Issuer') ?? refuse('the VIHF has no Issuer'),
      subject: subjectOf(assertion),
      mode: MODES.find((known) => known === mode) ?? refuse('Authentification_Mode is none of the three'),
      structure: text(/^Identifiant_Structure$/),
      roles: rolesOf(one(/:subject:role$/)),
      ...(patient === undefined ? {} : { patient }),
      software: { name: text(/^LPS_Nom$/), version: text(/^LPS_Version$/), homologation: text(/^LPS_ID_HOMOLOGATION_DMP$/) },
    };
  });
}

const PATIENT = 'urn:oasis:names:tc:xacml:2.0:resource:resource-id';

function attributesOf(assertion: XmlElement): Map<string, XmlElement[]> {
  const attributes = new Map<string, XmlElement[]>();
  for (const attribute of elements(assertion, 'saml2:AttributeStatement/saml2:Attribute')) {
    const name = value(attribute, '@Name') ?? '';
    attributes.set(name, [...(attributes.get(name) ?? []), attribute]);
  }
  return attributes;
}

function demandClosedValues(text: (pattern: RegExp) => string, one: (pattern: RegExp) => XmlElement): void {
  if (!/^[234]\.0$/.test(text(/^VIHF_Version$/))) throw fault('VIHF_Version is none that the DMP has had');
  if (text(/^Ressource_URN$/) !== 'urn:dmp') throw fault('Ressource_URN is urn:dmp');
  const [sector, system] = text(/^Secteur_Activite$/).split('^');
  if (system !== SECTORS.system || !SECTORS.codes.includes(sector ?? ''))
    throw fault('Secteur_Activite is not a code of its table');
  const [purpose] = codesOf(one(/:purposeofuse$/));
  if (purpose?.system !== '1.2.250.1.213.1.1.4.248') throw fault('the purpose of use is not of its code system');
  if (purpose.code !== 'normal') throw fault('a laboratory has normal access only');
}

/** A doctor states a specialty, a pharmacist the section of the board; an automated sender stands alone. */
function rolesOf(attribute: XmlElement): readonly VihfCode[] {
  const roles = codesOf(attribute);
  const [first, second, ...others] = roles;
  if (!first || others.length > 0) throw fault('the role is one code, or two');
  if (first.system === AUTOMATES.system && AUTOMATES.codes.includes(first.code)) {
    if (second) throw fault('an automated sender has one role');
    return roles;
  }
  if (first.system !== PROFESSION) throw fault('the first role is a profession, or an automated sender');
  if (first.code === '10' && !(second?.system === SPECIALTY && /^S(M|C|I)\d\d$/.test(second.code))) {
    throw fault('Aucune spécialité dans le vihf. Spécialité obligatoire pour les Médecins');
  }
  if (first.code === '21' && second?.system !== PHARMACY_BOARD)
    throw fault('the second role of a pharmacist is a section of the board');
  return roles;
}

function codesOf(attribute: XmlElement): VihfCode[] {
  const path = 'saml2:AttributeValue/hl7:*';
  if (values(attribute, `${path}/@xsi:type`).some((type) => !/^([\w-]+:)?CE$/.test(type)))
    throw fault('a code of the VIHF is of type CE');
  return elements(attribute, path).map((code) => ({ code: value(code, '@code') ?? '', system: value(code, '@codeSystem') ?? '' }));
}

function subjectOf(assertion: XmlElement): string {
  const subject = value(assertion, 'saml2:Subject/saml2:NameID') ?? '';
  if (!PS_ID_NAT.test(subject)) throw fault('the NameID is not a PS_IdNat');
  return subject;
}

function instantOf(text = ''): number {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text)) throw fault('IssueInstant is a UTC time');
  return Date.parse(text);
}

function refuse(reason: string): never {
  throw fault(reason);
}

function fault(reason: string): SoapFault {
  return new SoapFault('SIM-V6', reason);
}
