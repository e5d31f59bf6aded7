import { attribute, child, children, type Node } from '../document.js';
import { rootUnless, type Rule } from '../rule.js';
import { statedVersion } from '../cr-bio-version.js';
import { OID, TEMPLATE } from './code-lists.js';
import { hasZoneIfNeeded, isOid, isRoot, isTime } from './formats.js';

/** How often an element must stand in the header: least, most. */
const CARDINALITIES: Readonly<Record<string, readonly [number, number]>> = {
  title: [1, 1],
  effectiveTime: [1, 1],
  confidentialityCode: [1, 1],
  languageCode: [1, 1],
  recordTarget: [1, 1],
  author: [1, Infinity],
  dataEnterer: [0, 1],
  custodian: [1, 1],
  legalAuthenticator: [1, 1],
  documentationOf: [1, Infinity],
  relatedDocument: [0, 1],
  componentOf: [1, 1],
  component: [1, 1],
};

/** True for a document whose body is a PDF (N1): the rules of the CR-BIO body and its title do not apply. */
export function isUnstructured(root: Node): boolean {
  return child(child(root, 'component'), 'nonXMLBody') !== undefined;
}

/** The document as a whole: identity, versions, fixed texts. */
export const headerRules: readonly Rule[] = [
  {
    code: 'crbio-realm',
    message: 'realmCode must be FR',
    messageFr: 'realmCode doit valoir FR',
    broken: rootUnless(({ root }) => attribute(child(root, 'realmCode'), 'code') === 'FR'),
  },
  {
    code: 'crbio-class',
    message: 'The document is a DOCCLIN EVN',
    messageFr: 'Le document est un DOCCLIN EVN',
    broken: ({ root }) => {
      const { classCode = 'DOCCLIN', moodCode = 'EVN' } = root.attributes;
      return classCode === 'DOCCLIN' && moodCode === 'EVN' ? [] : [root];
    },
  },
  {
    code: 'crbio-type-id',
    message: 'typeId must be POCD_HD000040 of 2.16.840.1.113883.1.3',
    messageFr: 'typeId doit valoir POCD_HD000040 (2.16.840.1.113883.1.3)',
    broken: rootUnless(({ root }) => {
      const { root: oid, extension } = child(root, 'typeId')?.attributes ?? {};
      return oid === '2.16.840.1.113883.1.3' && extension === 'POCD_HD000040';
    }),
  },
  {
    code: 'crbio-template',
    message: 'A templateId of HL7 France, of the structuration minimale or of the document type is missing',
    messageFr: 'Il manque un templateId : HL7 France, structuration minimale ou type de document',
    broken: rootUnless(({ root }) =>
      [TEMPLATE.hl7France, TEMPLATE.structurationMinimale, isUnstructured(root) ? TEMPLATE.scannedDocument : TEMPLATE.xdLab].every(
        (template) => children(root, 'templateId').filter(({ attributes }) => attributes['root'] === template).length === 1,
      ),
    ),
  },
  {
    code: 'crbio-template-n1',
    message: 'A document whose body is a PDF has exactly three templateIds',
    messageFr: 'Un document à corps PDF porte exactement trois templateId',
    broken: rootUnless(({ root }) => !isUnstructured(root) || children(root, 'templateId').length === 3),
  },
  {
    code: 'crbio-template-version',
    severity: 'warning',
    message: 'The templateId of the volet CR-BIO is missing, or its extension is no published version',
    messageFr: "Le templateId du volet CR-BIO est absent, ou son extension n'est pas une version publiée",
    broken: rootUnless((document) => {
      const own = children(document.root, 'templateId').filter(({ attributes }) => attributes['root'] === TEMPLATE.crBio);
      return isUnstructured(document.root) || (own.length === 1 && statedVersion(document) !== undefined);
    }),
  },
  {
    code: 'crbio-id',
    message: 'The document needs one id with a root, and no null flavour',
    messageFr: 'Le document doit avoir un seul id, avec une racine et sans nullFlavor',
    broken: rootUnless(({ root }) => {
      const ids = children(root, 'id');
      return ids.length === 1 && isRoot(ids[0]?.attributes['root']) && ids[0]?.attributes['nullFlavor'] === undefined;
    }),
  },
  {
    code: 'crbio-id-not-oid',
    severity: 'warning',
    message: 'The DMP takes a document id that is an OID alone, without extension',
    messageFr: 'Le DMP attend un id de document réduit à un OID, sans extension',
    broken: ({ root }) =>
      children(root, 'id').filter(
        ({ attributes }) =>
          attributes['extension'] !== undefined || !isOid(attributes['root']) || (attributes['root']?.length ?? 0) > 64,
      ),
  },
  {
    code: 'crbio-document-code',
    message: "code must be 11502-2, « CR d'examens biologiques », LOINC",
    messageFr: "code doit valoir 11502-2, « CR d'examens biologiques », LOINC",
    broken: rootUnless(({ root }) => {
      const { code, codeSystem, displayName } = child(root, 'code')?.attributes ?? {};
      return code === '11502-2' && codeSystem === OID.loinc && displayName === "CR d'examens biologiques";
    }),
  },
  {
    code: 'crbio-title',
    message: "title must be « Compte rendu d'examens biologiques » to the letter",
    messageFr: "title doit être « Compte rendu d'examens biologiques » à la lettre près",
    broken: rootUnless(({ root }) => isUnstructured(root) || child(root, 'title')?.text === "Compte rendu d'examens biologiques"),
  },
  {
    code: 'crbio-effective-time',
    message: 'effectiveTime needs a value to the second with its offset',
    messageFr: 'effectiveTime doit être précis à la seconde, avec décalage horaire',
    broken: rootUnless(({ root }) => {
      const value = attribute(child(root, 'effectiveTime'), 'value');
      return value !== undefined && /^\d{14}/.test(value) && isTime(value) && hasZoneIfNeeded(value);
    }),
  },
  {
    code: 'crbio-confidentiality',
    message: 'confidentialityCode must be N, R or V (or L, M, U) of 2.16.840.1.113883.5.25, with its label',
    messageFr: 'confidentialityCode doit être N, R ou V (ou L, M, U) de 2.16.840.1.113883.5.25, avec son libellé',
    broken: rootUnless(({ root }) => {
      const { code = '', codeSystem, displayName } = child(root, 'confidentialityCode')?.attributes ?? {};
      return /^[NRVLMU]$/.test(code) && codeSystem === OID.confidentiality && Boolean(displayName);
    }),
  },
  {
    code: 'crbio-language',
    message: 'languageCode must look like fr-FR',
    messageFr: 'languageCode doit être de la forme fr-FR',
    broken: rootUnless(({ root }) => /^[a-z]{2}-[A-Z]{2}$/.test(attribute(child(root, 'languageCode'), 'code') ?? '')),
  },
  {
    code: 'crbio-set-id',
    message: 'setId is missing, or the same as id',
    messageFr: "setId est absent, ou identique à l'id",
    broken: rootUnless(({ root }) => {
      const setId = child(root, 'setId');
      const id = child(root, 'id');
      const same = (name: string) => setId?.attributes[name] === id?.attributes[name];
      return isRoot(setId?.attributes['root']) && !(same('root') && same('extension'));
    }),
  },
  {
    code: 'crbio-version-number',
    message: 'versionNumber must be an integer above zero',
    messageFr: 'versionNumber doit être un entier supérieur à zéro',
    broken: rootUnless(({ root }) => /^0*[1-9]\d*$/.test(attribute(child(root, 'versionNumber'), 'value') ?? '')),
  },
  {
    code: 'crbio-header-cardinality',
    message: 'A header element is missing or stands too often',
    messageFr: "Un élément de l'en-tête manque ou est répété",
    broken: rootUnless(({ root }) =>
      Object.entries(CARDINALITIES).every(([name, [least, most]]) => {
        const { length } = children(root, name);
        return length >= least && length <= most;
      }),
    ),
  },
  {
    code: 'crbio-replaces',
    message: 'relatedDocument must be RPLC with one parent id, other than the id of the document',
    messageFr: "relatedDocument doit être RPLC, avec un seul id parent différent de l'id du document",
    broken: ({ root }) =>
      children(root, 'relatedDocument').filter((related) => {
        const ids = children(child(related, 'parentDocument'), 'id');
        const own = child(root, 'id')?.attributes;
        const same = ids[0]?.attributes['root'] === own?.['root'] && ids[0]?.attributes['extension'] === own?.['extension'];
        return related.attributes['typeCode'] !== 'RPLC' || ids.length !== 1 || !isRoot(ids[0]?.attributes['root']) || same;
      }),
  },
  {
    code: 'crbio-body',
    message: 'The document needs a structuredBody or a nonXMLBody',
    messageFr: 'Le document doit avoir un structuredBody ou un nonXMLBody',
    broken: rootUnless(({ root }) => {
      const component = child(root, 'component');
      return child(component, 'structuredBody') !== undefined || child(component, 'nonXMLBody') !== undefined;
    }),
  },
  {
    code: 'crbio-n1-body',
    message: 'A nonXMLBody holds a PDF in base64',
    messageFr: 'Un nonXMLBody contient un PDF en base64',
    broken: ({ all }) =>
      all('nonXMLBody').filter((body) => {
        const text = child(body, 'text');
        return attribute(text, 'mediaType') !== 'application/pdf' || attribute(text, 'representation') !== 'B64';
      }),
  },
];
