import type { XmlElement } from 'libxml2-wasm';
import { elements, value } from '../xml/foreign-xml.js';
import { SoapFault } from './refusal.js';

/** Attributes of every VIHF in indirect mode. Samples write the mode of authentication in two ways; both are accepted. */
const REQUIRED = [
  /^VIHF_Version$/,
  /^Authentification_[Mm]ode$/,
  /^Identifiant_Structure$/,
  /^Secteur_Activite$/,
  /^urn:oasis:names:tc:xspa:1\.0:subject:subject-id$/,
  /^urn:oasis:names:tc:xacml:2\.0:subject:role$/,
  /^Ressource_URN$/,
  /^urn:oasis:names:tc:xspa:1\.0:subject:purposeofuse$/,
  /^LPS_Nom$/,
  /^LPS_Version$/,
  /^LPS_ID_HOMOLOGATION_DMP$/,
];
const PATIENT = 'urn:oasis:names:tc:xacml:2.0:resource:resource-id';

/**
 * Looks for one VIHF with its required attributes (V6), about the patient of the payload (V7). Its signature is not verified.
 *
 * @param patientId - The patient of the payload, as CX; absent when the payload names none.
 * @throws {SoapFault} There is none, it lacks an attribute, or it is about somebody else.
 */
export function demandVihf(header: XmlElement, patientId: string | undefined): void {
  const [assertion, ...others] = elements(header, 'wsse:Security/saml2:Assertion');
  if (!assertion || others.length > 0) throw new SoapFault('SIM-V6', 'the security header holds one VIHF');
  const attributes = elements(assertion, 'saml2:AttributeStatement/saml2:Attribute');
  const names = attributes.map((attribute) => value(attribute, '@Name') ?? '');
  if (REQUIRED.some((required) => !names.some((name) => required.test(name)))) {
    throw new SoapFault('SIM-V6', 'a required attribute of the VIHF is missing');
  }
  const about = attributes.find((attribute) => value(attribute, '@Name') === PATIENT);
  if (patientId !== undefined && (!about || value(about, 'saml2:AttributeValue') !== patientId)) {
    throw new SoapFault('SIM-V7', 'the VIHF is not about the patient of the payload');
  }
}
