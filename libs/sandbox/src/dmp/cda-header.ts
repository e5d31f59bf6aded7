import type { XmlElement } from 'libxml2-wasm';
import { MalformedInput } from '@segur/errors';
import { elements, isNamed, value, values, withXml } from '../xml/foreign-xml.js';

/** A code and its system, as the header writes them. */
export interface HeaderCode {
  readonly code: string;
  readonly codeSystem: string;
}

/** An instance identifier; `extension` is empty where the root says all. */
export interface HeaderId {
  readonly root: string;
  readonly extension: string;
}

/** What the header of a CDA says of itself: the facts that XDS metadata repeat. Absent facts are undefined, times are as written. */
export interface CdaHeader {
  readonly id: HeaderId | undefined;
  /** Roots of the templates that the document claims. */
  readonly templates: readonly string[];
  /** Whether the body is a file (level 1) rather than sections. */
  readonly unstructured: boolean;
  readonly code: HeaderCode | undefined;
  readonly title: string | undefined;
  readonly languageCode: string | undefined;
  readonly effectiveTime: string | undefined;
  readonly confidentialityCode: string | undefined;
  readonly patientIds: readonly HeaderId[];
  readonly birthName: string | undefined;
  readonly firstNames: readonly string[];
  readonly birthTime: string | undefined;
  readonly gender: string | undefined;
  /** The first identifier of each author, in their order. */
  readonly authorIds: readonly HeaderId[];
  /** The structures of the authors that state one. */
  readonly authorStructures: readonly HeaderId[];
  readonly legalAuthenticatorId: HeaderId | undefined;
  readonly serviceCodes: readonly HeaderCode[];
  /** Of the principal act: the service event that has a performer. */
  readonly serviceStart: string | undefined;
  readonly serviceStop: string | undefined;
  readonly practiceSetting: HeaderCode | undefined;
  readonly facilityType: HeaderCode | undefined;
}

/**
 * Reads the header of a received document, apart from any codec of the platform.
 *
 * @throws {MalformedInput} The bytes are not a CDA document.
 */
export function readCdaHeader(bytes: Uint8Array): CdaHeader {
  return withXml(bytes, (root) => {
    if (!isNamed(root, 'hl7', 'ClinicalDocument')) throw new MalformedInput('The document is not a CDA');
    const principal = elements(root, 'hl7:documentationOf/hl7:serviceEvent[hl7:performer]')[0];
    const patient = elements(root, 'hl7:recordTarget/hl7:patientRole')[0];
    return {
      id: idsOf(root, 'hl7:id')[0],
      templates: values(root, 'hl7:templateId/@root'),
      unstructured: elements(root, 'hl7:component/hl7:nonXMLBody').length > 0,
      code: codesOf(root, 'hl7:code')[0],
      title: value(root, 'hl7:title')?.replace(/\s+/g, ' '),
      languageCode: value(root, 'hl7:languageCode/@code'),
      effectiveTime: value(root, 'hl7:effectiveTime/@value'),
      confidentialityCode: value(root, 'hl7:confidentialityCode/@code'),
      ...patientOf(patient),
      authorIds: elements(root, 'hl7:author/hl7:assignedAuthor').flatMap((author) => idsOf(author, 'hl7:id').slice(0, 1)),
      authorStructures: idsOf(root, 'hl7:author/hl7:assignedAuthor/hl7:representedOrganization/hl7:id'),
      legalAuthenticatorId: idsOf(root, 'hl7:legalAuthenticator/hl7:assignedEntity/hl7:id')[0],
      serviceCodes: codesOf(root, 'hl7:documentationOf/hl7:serviceEvent/hl7:code'),
      ...principalActOf(principal),
      facilityType: codesOf(root, 'hl7:componentOf/hl7:encompassingEncounter/hl7:location/hl7:healthCareFacility/hl7:code')[0],
    };
  });
}

function patientOf(patient: XmlElement | undefined) {
  const one = (xpath: string): string | undefined => (patient ? value(patient, xpath) : undefined);
  const name = 'hl7:patient/hl7:name';
  return {
    patientIds: patient ? idsOf(patient, 'hl7:id') : [],
    birthName: one(`${name}/hl7:family[@qualifier='BR']`) ?? one(`${name}/hl7:family`),
    firstNames: patient ? values(patient, `${name}/hl7:given[@qualifier='BR' or not(@qualifier)]`) : [],
    birthTime: one('hl7:patient/hl7:birthTime/@value'),
    gender: one('hl7:patient/hl7:administrativeGenderCode/@code'),
  };
}

function principalActOf(act: XmlElement | undefined) {
  const one = (xpath: string): string | undefined => (act ? value(act, xpath) : undefined);
  const organization = 'hl7:performer/hl7:assignedEntity/hl7:representedOrganization';
  return {
    serviceStart: one('hl7:effectiveTime/hl7:low/@value') ?? one('hl7:effectiveTime/@value'),
    serviceStop: one('hl7:effectiveTime/hl7:high/@value'),
    practiceSetting: act ? codesOf(act, `${organization}/hl7:standardIndustryClassCode`)[0] : undefined,
  };
}

function idsOf(from: XmlElement, xpath: string): HeaderId[] {
  return elements(from, xpath).map((id) => ({ root: value(id, '@root') ?? '', extension: value(id, '@extension') ?? '' }));
}

function codesOf(from: XmlElement, xpath: string): HeaderCode[] {
  return elements(from, xpath).map((code) => ({ code: value(code, '@code') ?? '', codeSystem: value(code, '@codeSystem') ?? '' }));
}

/**
 * A CDA time as XDS wants it: UTC digits, cut where the source stopped. A day without hours stays that day.
 *
 * Absent when it cannot be said: not a time, or to the hour or finer without an offset.
 */
export function toUtcDigits(hl7: string): string | undefined {
  const [, digits = '', sign, hours = '', minutes = ''] = /^(\d{8}(?:\d\d){0,3})(?:\.\d+)?(?:([+-])(\d\d)(\d\d))?$/.exec(hl7) ?? [];
  if (!digits || digits.length === 8) return digits || undefined;
  if (!sign) return undefined;
  const [date, clock] = [digits.slice(0, 8), digits.slice(8).padEnd(6, '0')];
  const local = Date.parse(`${date.replace(/(....)(..)(..)/, '$1-$2-$3')}T${clock.replace(/(..)(..)(..)/, '$1:$2:$3')}Z`);
  if (Number.isNaN(local)) return undefined;
  const offsetMs = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
  return new Date(local - offsetMs).toISOString().replace(/\D/g, '').slice(0, digits.length);
}
