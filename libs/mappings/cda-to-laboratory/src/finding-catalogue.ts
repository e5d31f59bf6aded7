import type { FindingLog } from '@segur/results-to-laboratory';
import { type RemarkKind } from '@segur/results-to-laboratory';

const error = (en: string, fr: string): RemarkKind => ({ severity: 'error', en, fr });
const warning = (en: string, fr: string): RemarkKind => ({ severity: 'warning', en, fr });
const info = (en: string, fr: string): RemarkKind => ({ severity: 'info', en, fr });

/**
 * Every remark this mapping makes. An `error` refuses the document: the volet requires the fact, and a report cannot be without it.
 *
 * @see cr-bio-cda.md §1; docs/codes/cda-to-laboratory.json
 */
export const CATALOGUE = {
  'cda-request-missing': error(
    'The main act has no identifier: the number of the request (CR-BIO, documentationOf/serviceEvent/id)',
    'L’acte principal est sans identifiant : numéro du dossier',
  ),
  'cda-reception-missing': error(
    'The main act does not say when the request was received (structuration minimale, serviceEvent/effectiveTime/low)',
    'L’acte principal est sans date de réception de la demande',
  ),
  'cda-signature-missing': error(
    'Nobody validated: a named legalAuthenticator with a time is mandatory (structuration minimale, legalAuthenticator 1..1)',
    'Aucun responsable du document nommé et daté',
  ),
  'cda-laboratory-missing': error(
    'No laboratory with a FINESS: neither the custodian, nor the main performer, nor the responsible party has one (structuration minimale, custodian id)',
    'Aucun laboratoire identifié par son FINESS',
  ),
  'cda-time-malformed': warning(
    'Not a time of CDA, or one that does not exist; left out',
    'Date ou heure illisible ou inexistante, laissée de côté',
  ),
  'cda-version-missing': warning(
    'No versionNumber: taken as the first version',
    'Numéro de version absent : première version supposée',
  ),
  'cda-set-missing': warning(
    'No setId: derived from the identifier of the document',
    'setId absent : déduit de l’identifiant du document',
  ),
  'cda-level-1': info(
    'A level-1 document: its PDF is kept, it has no coded results',
    'Document de niveau 1 : le PDF est conservé, aucun résultat n’est codé',
  ),
  'cda-pdf-missing': info('The document holds no copy on paper', 'Le document ne contient pas de copie PDF'),
  'cda-identity-not-qualified': warning(
    'The matricule INS comes without all that qualifies it (authority, key, strict traits): the identity is provisional and the matricule does not leave',
    'Matricule INS sans tout ce qui le qualifie : identité provisoire, le matricule n’est pas diffusé',
  ),
  'cda-identifier-left-out': info(
    'An identifier of the patient has no extension, or is a second INS; left out',
    'Identifiant du patient laissé de côté',
  ),
  'cda-encounter-kind': warning(
    'Not a kind of encounter that is known: taken as outpatient',
    'Type de prise en charge inconnu : ambulatoire supposé',
  ),
  'cda-act-left-out': info(
    'The header names an act that is no chapter of the body; left out',
    'Acte de l’en-tête sans chapitre dans le corps, laissé de côté',
  ),
  'cda-order-left-out': warning(
    'More than one prescription: only the first is kept',
    'Plusieurs prescriptions : seule la première est conservée',
  ),
  'cda-participant-left-out': warning('A participant that a report has no place for is left out', 'Intervenant laissé de côté'),
  'cda-responsible-left-out': info(
    'The responsible biologist is not the director: left out',
    'Le biologiste responsable n’est pas le directeur : laissé de côté',
  ),
  'cda-facility-kind-left-out': info('The kind of facility is not a laboratory: left out', 'Modalité d’exercice laissée de côté'),
  'cda-performer-left-out': warning(
    'More than one performer: only the first is kept',
    'Plusieurs exécutants : seul le premier est conservé',
  ),
  'cda-validator-left-out': warning(
    'More than one validator of one result: only the first is kept',
    'Plusieurs valideurs d’un résultat : seul le premier est conservé',
  ),
  'cda-specimen-unknown': warning(
    'A result names a specimen that the document does not describe',
    'Résultat rattaché à un échantillon inconnu du document',
  ),
  'cda-specimen-type': info(
    'The type of a specimen is not of HL7 table 0487; its label is kept',
    'Nature d’échantillon hors table HL7 0487 : le libellé est conservé',
  ),
  'cda-code-without-system': info('A code without a code system is left out', 'Code sans système de codage, laissé de côté'),
  'cda-image-type': warning(
    'An image that is neither PNG, JPEG nor GIF is left out',
    'Image ni PNG, ni JPEG, ni GIF, laissée de côté',
  ),
} as const satisfies Readonly<Record<string, RemarkKind>>;

/** Codes of the remarks of this mapping. */
export type RemarkCode = keyof typeof CATALOGUE;

/** Collects what is said of one document. */
export type Remarks = FindingLog<RemarkCode>;
