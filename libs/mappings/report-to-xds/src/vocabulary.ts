import type { CdaHeader } from '@segur/cda';
import type { XdsCode } from '@segur/xds';

/** OIDs under which professionals and structures are known, and those of every kind of INS. */
export const OIDS = {
  professional: '1.2.250.1.71.4.2.1',
  structure: '1.2.250.1.71.4.2.2',
  /** With INS-C, which is no matricule but names a person all the same. */
  ins: ['8', '9', '10', '11', '2'].map((last) => `1.2.250.1.213.1.4.${last}`),
} as const;

const DOCUMENT_CLASS = '1.2.250.1.213.1.1.4.1';
const CONFIDENTIALITY = '1.2.250.1.213.1.1.4.13';
const FORMAT = '1.3.6.1.4.1.19376.1.2.3';

/** classCode by typeCode. @see ANS, ASS_X16 */
export const CLASS_OF_TYPE: Readonly<Record<string, XdsCode>> = {
  '11502-2': { code: '10', label: 'Compte rendu', system: DOCUMENT_CLASS },
};

const LABORATORY_TEMPLATES = ['1.2.250.1.213.1.1.1.55', '1.3.6.1.4.1.19376.1.3.3'];

/** formatCode by the shape of the body and the templates. Absent: no known format. @see ANS, ASS_A11 */
export function formatOf({ body, templateIds }: Pick<CdaHeader, 'body' | 'templateIds'>): XdsCode | undefined {
  if (body === 'unstructured')
    return { code: 'urn:ihe:iti:xds-sd:pdf:2008', label: 'Document à corps non structuré en Pdf/A-1', system: FORMAT };
  if (!templateIds.some(({ root }) => LABORATORY_TEMPLATES.includes(root))) return undefined;
  return { code: 'urn:ihe:lab:xd-lab:2008', label: "Compte rendu structuré d'examens de biologie médicale", system: FORMAT };
}

/** Codes of visibility that stand in no CDA. @see ANS, TRE_A07 */
export const VISIBILITY = {
  maskedToProfessionals: { code: 'MASQUE_PS', label: 'Document masqué aux professionnels de santé', system: CONFIDENTIALITY },
  hiddenFromPatient: { code: 'INVISIBLE_PATIENT', label: 'Document non visible par le patient', system: CONFIDENTIALITY },
  hiddenFromRepresentatives: {
    code: 'INVISIBLE_REPRESENTANTS_LEGAUX',
    label: 'Non visible par les représentants légaux du patient',
    system: CONFIDENTIALITY,
  },
} as const satisfies Readonly<Record<string, XdsCode>>;
