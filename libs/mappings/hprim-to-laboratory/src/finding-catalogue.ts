import type { RemarkKind } from '@segur/results-to-laboratory';

const error = (en: string, fr: string): RemarkKind => ({ severity: 'error', en, fr });
const warning = (en: string, fr: string): RemarkKind => ({ severity: 'warning', en, fr });
const info = (en: string, fr: string): RemarkKind => ({ severity: 'info', en, fr });

/**
 * Every remark this mapping makes. An `error` refuses the message; a name in `-not-read` says that the content may be right and that this
 * version does not read it.
 *
 * @see hprim-sante.md §1; docs/codes/hprim-to-laboratory.json
 */
export const CATALOGUE = {
  'hprim-context': error('Only results (H.7 ORU) are read', 'Seuls les résultats (H.7 ORU) sont lus'),
  'hprim-version': error('Versions H2.0 to H2.5 are read', 'Les versions H2.0 à H2.5 sont lues'),
  'hprim-required': error('A mandatory field is empty', 'Un champ obligatoire est vide'),
  'hprim-sequence': error('A segment is out of place', 'Un segment n’est pas à sa place'),
  'hprim-timestamp': error('Not a date or time of HPRIM, or one that does not exist', 'Date ou heure illisible, ou inexistante'),
  'hprim-value-type': error('The value is not what OBX.2 says', 'La valeur n’est pas du type annoncé en OBX.2'),
  'hprim-value-missing': error('A result has no value', 'Un résultat est sans valeur'),
  'hprim-number-ambiguous': error(
    'A point before three digits, among decimal commas: thousands or decimals?',
    'Point suivi de trois chiffres alors que le message emploie la virgule : milliers ou décimales ?',
  ),
  'hprim-status-unknown': error('Not a result status', 'Statut de résultat inconnu'),
  'hprim-chapter-unknown': error(
    'No chapter of the report is configured for this section',
    'Aucun chapitre du compte rendu n’est configuré pour cette section',
  ),
  'hprim-validator-missing': error(
    'No validating biologist, and no default one',
    'Aucun biologiste valideur, ni biologiste par défaut',
  ),
  'hprim-validator-unknown': error(
    'The validator is not a biologist of the laboratory',
    'Le valideur ne figure pas parmi les biologistes du laboratoire',
  ),
  'hprim-no-result': error('The message holds no result', 'Le message ne contient aucun résultat'),
  'hprim-several-patients-not-read': error(
    'Several patients in one reading: split the file first',
    'Plusieurs patients : le fichier est à découper d’abord',
  ),
  'hprim-several-requests-not-read': error(
    'Several requests in one reading: split the file first',
    'Plusieurs dossiers : le fichier est à découper d’abord',
  ),
  'hprim-value-type-not-read': error('This value type is not read', 'Ce type de valeur n’est pas lu'),
  'hprim-file-not-read': error(
    'The file that holds the results did not come with the message',
    'Le fichier qui contient les résultats n’accompagne pas le message',
  ),
  'hprim-file-unreadable': error(
    'The file beside the message is too large, or not what its type says',
    'Fichier joint trop volumineux, ou d’un autre type qu’annoncé',
  ),
  'hprim-value-repeated-not-read': error(
    'Several values in one numeric result are not read',
    'Plusieurs valeurs dans un résultat numérique',
  ),
  'hprim-withdrawal': error(
    'OBX.11 W: results said to be wrong withdraw the whole report, which a person must do; nothing of this file is taken',
    'OBX.11 W : un résultat déclaré erroné impose le retrait du compte rendu, à faire par une personne ; rien du fichier n’est repris',
  ),
  'hprim-cancellation-not-read': error('The cancellation of a request is not read', 'L’annulation d’une demande n’est pas lue'),
  'hprim-quality-control-not-read': error(
    'A quality control is not a patient result',
    'Un contrôle de qualité n’est pas un résultat de patient',
  ),
  'hprim-parent-child-not-read': error(
    'Results linked to another result or request are not read',
    'Résultats liés à un autre résultat ou à une autre demande, non lus',
  ),
  'hprim-microbiology-not-read': error(
    'Microbiology grouped by sub-identifier is not read',
    'La microbiologie groupée par sous-identifiant n’est pas lue',
  ),

  'hprim-test-message': warning('H.12 is not P: nothing leaves', 'H.12 différent de P : rien n’est envoyé'),
  'hprim-unit-unknown': warning(
    'The unit has no known UCUM code: kept as written',
    'Unité sans code UCUM connu : gardée telle quelle',
  ),
  'hprim-range-unit': warning(
    'The range is in another unit: printed only',
    'Intervalle de référence dans une autre unité : imprimé seulement',
  ),
  'hprim-flag-unknown': warning(
    'The flag is not in the French value set: kept as a comment',
    'Indicateur hors jeu de valeurs : gardé en commentaire',
  ),
  'hprim-flag-contradicts-range': warning('The flag contradicts the range', 'L’indicateur contredit l’intervalle de référence'),
  'hprim-value-retyped': warning(
    'The value was read as what it is, not as OBX.2 says',
    'Valeur lue pour ce qu’elle est, non comme OBX.2 l’annonce',
  ),
  'hprim-status-assumed': warning('OBX.11 is empty: taken from OBR.25', 'OBX.11 vide : statut repris de OBR.25'),
  'hprim-status-contradiction': warning(
    'OBX.11 and OBR.25 contradict each other: the weaker status was taken',
    'OBX.11 et OBR.25 se contredisent : le statut le plus faible est retenu',
  ),
  'hprim-result-unverified': warning(
    'The result is not verified: left out, the report is partial',
    'Résultat non validé : écarté, le compte rendu est partiel',
  ),
  'hprim-validator-defaulted': warning(
    'The validator is not known: signed by the default biologist',
    'Valideur inconnu : signé par le biologiste par défaut',
  ),
  'hprim-several-collections': warning(
    'Collections on several days in one OBR: the first is kept',
    'Prélèvements de plusieurs jours dans un OBR : le premier est gardé',
  ),
  'hprim-access-not-read': warning('OBX.13 is not read: it limits nothing', 'OBX.13 n’est pas lu : il ne restreint rien'),

  'hprim-processing-assumed': info('H.12 is empty: production', 'H.12 vide : production'),
  'hprim-unit-caret': info('A bare separator cut the unit: joined again', 'Un séparateur coupait l’unité : elle est recollée'),
  'hprim-ins-ignored': info(
    'P.11 may be a social security number: it is not an INS, left out',
    'P.11 peut être un NIR d’assuré : ce n’est pas un INS, il est laissé de côté',
  ),
  'hprim-sex-unknown': info('P.8 is neither M nor F: unknown', 'P.8 différent de M et F : inconnu'),
  'hprim-patient-number-foreign': info(
    'The requester’s number of the patient has no authority: left out, the laboratory’s own is used',
    'Numéro de patient du demandeur sans autorité : laissé de côté au profit de celui du laboratoire',
  ),
  'hprim-authority-without-oid': info(
    'The requester’s number of the patient is placed under the laboratory’s OID',
    'Numéro de patient du demandeur rattaché à l’OID du laboratoire',
  ),
  'hprim-inpatient-inferred': info(
    'A bed or a room is named: in-patient',
    'Un lit ou une chambre est indiqué : patient hospitalisé',
  ),
  'hprim-not-asked': info('OBX.11 N: not asked, left out', 'OBX.11 N : non demandé, laissé de côté'),
  'hprim-result-awaited': info(
    'The result is still to come: named as awaited, the report is partial',
    'Résultat en cours : signalé comme tel, le compte rendu est partiel',
  ),
  'hprim-result-removed': info('OBX.11 D: to be taken out of the report', 'OBX.11 D : à retirer du compte rendu'),
  'hprim-result-promoted': info(
    'OBX.11 U without value: final, as it was sent before',
    'OBX.11 U sans valeur : définitif, tel que transmis auparavant',
  ),
  'hprim-title-line': info('A line without type and value: kept as a comment', 'Ligne sans type ni valeur : gardée en commentaire'),
  'hprim-obr-without-result': info('An OBR without result is left out', 'OBR sans résultat, laissé de côté'),
  'hprim-code-local': info('The code of the value is local: its text is kept', 'Code de valeur local : son texte est gardé'),
  'hprim-segment-not-read': info('This segment is not read', 'Ce segment n’est pas lu'),
  'hprim-field-not-read': info('This field is not read', 'Ce champ n’est pas lu'),
} as const satisfies Record<string, RemarkKind>;

/** Code of a remark of this mapping. */
export type RemarkCode = keyof typeof CATALOGUE;
