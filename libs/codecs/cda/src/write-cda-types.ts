import { element, fragment, text, textElement, type Xml, type XmlChild } from '@segur/xml';
import {
  isNull,
  type CdaAddress,
  type CdaCode,
  type CdaEntity,
  type CdaId,
  type CdaInterval,
  type CdaNull,
  type CdaOrganization,
  type CdaPersonName,
  type CdaTelecom,
} from './cda-types.js';

/** Writes `templateId`s. Call it once per constant and keep the answer. */
export function writeTemplates(templates: readonly (readonly string[])[]): Xml {
  return fragment(...templates.map(([root, extension]) => element('templateId', { root, extension })));
}

/** `II`. */
export function writeId({ root, extension, assigningAuthorityName }: CdaId, name = 'id'): Xml {
  return element(name, { assigningAuthorityName, extension, root });
}

/** A coded value, with what stands inside. */
export function writeCode(name: string, { code, codeSystem, codeSystemName, displayName }: CdaCode, ...inside: XmlChild[]): Xml {
  return element(name, { code, codeSystem, codeSystemName, displayName }, ...inside);
}

/** `<originalText><reference value="#id"/></originalText>`. */
export function writeOriginalText(id: string): Xml {
  return element('originalText', {}, writeReference(id));
}

/** `<reference value="#id"/>`. */
export function writeReference(id: string): Xml {
  return element('reference', { value: `#${id}` });
}

/** `IVL_TS`; nothing known is `UNK`. */
export function writeInterval(name: string, { value, low, high }: CdaInterval, type?: 'IVL_TS'): Xml {
  if (value !== undefined) return element(name, { value });
  if (low === undefined && high === undefined) return element(name, { nullFlavor: 'UNK' });
  return element(
    name,
    { 'xsi:type': type },
    low !== undefined && element('low', { value: low }),
    high !== undefined && element('high', { value: high }),
  );
}

/** `AD`. */
export function writeAddress(address: CdaAddress | CdaNull): Xml {
  if (isNull(address)) return element('addr', { nullFlavor: address.nullFlavor });
  const part = (name: string, value: string | undefined) => value !== undefined && textElement(name, {}, value);
  return element(
    'addr',
    { use: address.use },
    ...(address.lines ?? []).map((line) => textElement('streetAddressLine', {}, line)),
    part('houseNumber', address.houseNumber),
    part('houseNumberNumeric', address.houseNumberNumeric),
    part('streetNameType', address.streetNameType),
    part('streetName', address.streetName),
    part('additionalLocator', address.additionalLocator),
    part('unitID', address.unitID),
    part('postBox', address.postBox),
    part('precinct', address.precinct),
    part('state', address.state),
    part('postalCode', address.postalCode),
    part('county', address.county),
    part('city', address.city),
    part('country', address.country),
  );
}

/** `TEL`. */
export function writeTelecom(telecom: CdaTelecom | CdaNull): Xml {
  if (isNull(telecom)) return element('telecom', { nullFlavor: telecom.nullFlavor });
  return element('telecom', { use: telecom.use, value: telecom.value });
}

/** Name of a professional. */
export function writePersonName({ family, given, prefix, suffix }: CdaPersonName): Xml {
  return element(
    'name',
    {},
    prefix !== undefined && textElement('prefix', {}, prefix),
    given !== undefined && textElement('given', {}, given),
    textElement('family', {}, family),
    suffix !== undefined && textElement('suffix', {}, suffix),
  );
}

/** An organisation, under the name of its role. */
export function writeOrganization(name: string, organization: CdaOrganization): Xml {
  return element(
    name,
    {},
    ...organization.ids.map((id) => writeId(id)),
    organization.name !== undefined && textElement('name', {}, organization.name),
    ...organization.telecoms.map(writeTelecom),
    ...organization.addresses.map(writeAddress),
    organization.industryClass && writeCode('standardIndustryClassCode', organization.industryClass),
  );
}

/** What every actor has inside; names of person and organisation depend on the role. */
export function writeEntity(entity: CdaEntity, person: string, organization: string): Xml {
  return fragment(
    ...entity.ids.map((id) => writeId(id)),
    entity.code && writeCode('code', entity.code),
    ...entity.addresses.map(writeAddress),
    ...entity.telecoms.map(writeTelecom),
    entity.person && element(person, {}, writePersonName(entity.person)),
    entity.organization && writeOrganization(organization, entity.organization),
  );
}

/** Narrative text: line breaks of the source become `br`. */
export function writeLines(value: string): Xml {
  if (!value.includes('\n') && !value.includes('\r')) return text(value);
  const lines = value.split(/\r\n|\r|\n/);
  return fragment(...lines.flatMap((line, index) => (index === 0 ? [text(line)] : [BREAK, text(line)])));
}

const BREAK = element('br', {});
