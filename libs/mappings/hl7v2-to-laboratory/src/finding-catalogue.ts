import type { Severity } from '@segur/errors';
import type { ApplicationCondition, ErrorCondition } from '@segur/hl7v2';

/** One kind of remark: its weight, what to answer in ERR-3 and ERR-5, and its words. None has room for a value of the message. */
interface Remark {
  readonly severity: Severity;
  readonly condition: ErrorCondition;
  readonly application?: ApplicationCondition;
  readonly en: string;
  readonly fr: string;
}

const error = (condition: ErrorCondition, en: string, fr: string, application?: ApplicationCondition): Remark => ({
  severity: 'error',
  condition,
  en,
  fr,
  ...(application && { application }),
});
const warning = (en: string, fr: string): Remark => ({ severity: 'warning', condition: 199, en, fr });
const info = (en: string, fr: string): Remark => ({ severity: 'info', condition: 0, en, fr });

/**
 * Every remark this mapping makes. An `error` refuses the message; a name in `-not-read` says that the content is right and that this
 * version does not read it.
 *
 * @see hl7v2.md §8.3, §8.5; docs/codes/hl7v2-to-laboratory.json
 */
export const CATALOGUE = {
  'hl7-message-type': error(200, 'Not the type of message that is read here', 'Ce type de message n’est pas lu ici'),
  'hl7-version': error(203, 'Versions 2.2 to 2.8 are read', 'Les versions 2.2 à 2.8 sont lues'),
  'hl7-required': error(101, 'A mandatory field is empty', 'Un champ obligatoire est vide'),
  'hl7-sequence': error(100, 'A segment is out of place', 'Un segment n’est pas à sa place'),
  'hl7-timestamp': error(102, 'Not a date or time of HL7, or one that does not exist', 'Date ou heure illisible, ou inexistante'),
  'hl7-value-type': error(102, 'The value is not what OBX-2 says', 'La valeur n’est pas du type annoncé en OBX-2'),
  'hl7-value-missing': error(101, 'A result has no value', 'Un résultat est sans valeur'),
  'hl7-number-ambiguous': error(
    102,
    'A point before three digits, among decimal commas: thousands or decimals?',
    'Point suivi de trois chiffres alors que le message emploie la virgule : milliers ou décimales ?',
  ),
  'hl7-status-unknown': error(103, 'Not a result status', 'Statut de résultat inconnu'),
  'hl7-chapter-unknown': error(
    103,
    'No chapter of the report is configured for this diagnostic section',
    'Aucun chapitre du compte rendu n’est configuré pour cette section',
  ),
  'hl7-validator-missing': error(
    101,
    'No validating biologist, and no default one',
    'Aucun biologiste valideur, ni biologiste par défaut',
  ),
  'hl7-validator-unknown': error(
    204,
    'The validator is not a biologist of the laboratory',
    'Le valideur ne figure pas parmi les biologistes du laboratoire',
  ),
  'hl7-no-result': error(101, 'The message holds no result', 'Le message ne contient aucun résultat'),
  'hl7-withdrawal': error(
    207,
    'OBX-11 W: results said to be wrong withdraw the whole report, which a person must do; nothing of this message is taken',
    'OBX-11 W : un résultat déclaré erroné impose le retrait du compte rendu, à faire par une personne ; rien du message n’est repris',
  ),
  'hl7-attachment-unreadable': error(
    102,
    'The document or picture is not in its encoding, or not what its type says',
    'Document ou image illisible, ou d’un autre type qu’annoncé',
  ),
  'hl7-value-type-not-read': error(207, 'This value type is not read yet', 'Ce type de valeur n’est pas encore lu'),
  'hl7-order-control-not-read': error(
    207,
    'Replacement and cancellation orders are not read yet',
    'Remplacement et annulation non encore lus',
  ),
  'hl7-several-patients-not-read': error(207, 'Several patients in one message are not read', 'Plusieurs patients dans un message'),
  'hl7-quality-control-not-read': error(
    207,
    'A quality control is not a patient result',
    'Un contrôle de qualité n’est pas un résultat',
  ),
  'hl7-continuation-not-read': error(207, 'Messages in several parts are not read', 'Message en plusieurs parties'),
  'hl7-profile': error(199, 'MSH-21 names no known version of the profile', 'MSH-21 : version du profil inconnue'),
  'hl7-document-type-not-read': error(
    207,
    'Only laboratory reports (11502-2) are read',
    'Seul le compte rendu de biologie (11502-2) est lu',
    906,
  ),
  'hl7-documents-too-many': error(
    198,
    'An ORU carries one document or two, a MDM one',
    'Un ORU porte un ou deux documents, un MDM un seul',
  ),
  'hl7-documents-differ': error(
    199,
    'Two documents must be one CDA of level 1 and one of level 3, of one type and one status',
    'Deux documents : un CDA niveau 1 et un niveau 3, de même type et de même statut',
  ),
  'hl7-several-orders-not-read': error(
    207,
    'Documents under several orders of one message are not read',
    'Documents sous plusieurs demandes dans un message',
    906,
  ),
  'hl7-document-unreadable': error(102, 'The document is not a CDA in base64', 'Le document n’est pas un CDA en base64'),
  'hl7-document-type-mismatch': error(199, 'OBX-3 of the document is not OBR-4', 'OBX-3 du document diffère de OBR-4'),
  'hl7-order-status-mismatch': error(
    207,
    'ORC-1, OBX-11 and the event of the message contradict each other',
    'ORC-1, OBX-11 et l’événement du message se contredisent',
    906,
  ),
  'hl7-metadata-missing': error(101, 'A routing metadata is missing', 'Une métadonnée d’acheminement manque'),
  'hl7-metadata-order': error(
    100,
    'Routing metadata are not in the order of the profile',
    'Métadonnées d’acheminement dans le désordre',
  ),
  'hl7-metadata-value': error(103, 'A routing metadata is neither Y nor N', 'Une métadonnée d’acheminement n’est ni Y ni N'),
  'hl7-visibility-contradiction': error(
    207,
    'Invisible to the patient and sent to the patient',
    'Invisible au patient et pourtant adressé au patient',
    906,
  ),
  'hl7-recipient-missing': error(
    101,
    'A mailbox is asked for and no address is given',
    'Envoi demandé sans adresse de destinataire',
  ),
  'hl7-no-destination': error(207, 'The document has no destination', 'Le document n’a aucune destination', 906),

  'hl7-event-not-read': error(201, 'This event is not read here', 'Cet événement n’est pas lu ici'),
  'hl7-consent-unknown': error(103, 'Neither consent nor opposition', 'Ni consentement ni opposition'),
  'hl7-order-control-mixed': error(
    207,
    'The lines of one order are not all asked the same (ORC-1)',
    'Les lignes d’une même prescription ne demandent pas toutes la même chose (ORC-1)',
  ),
  'hl7-no-exam': error(101, 'The order asks for no examination', 'La prescription ne demande aucun examen'),
  'hl7-priority-unknown': error(103, 'Not a priority that can be read', 'Priorité illisible'),
  'hl7-urgency-motive': error(
    101,
    'What is urgent must have a motive (NTE “motif de l’urgence”, ORC-16 or OBR-31)',
    'Urgence sans motif (NTE « motif de l’urgence », ORC-16 ou OBR-31)',
  ),

  'hl7-combination-unlisted': warning(
    'This combination of destinations and visibility is not in the volet’s table',
    'Combinaison de destinataires et de visibilité absente du volet',
  ),
  'hl7-sender-missing': warning('The DMP is asked for and no PRT names the sender', 'Envoi au DMP sans PRT d’expéditeur'),
  'hl7-number-of-document': warning(
    'No number of the request: the document’s own number stands for it',
    'Aucun numéro de demande : celui du document en tient lieu',
  ),
  'hl7-specimen-missing': warning('An examination names no specimen', 'Examen sans échantillon'),
  'hl7-prescriber-of-order': warning(
    'No prescriber: the one of the order with this number is taken, if it is known',
    'Aucun prescripteur : celui de la prescription de ce numéro est repris, si elle est connue',
  ),
  'hl7-test-message': warning('MSH-11 is not P: nothing leaves', 'MSH-11 différent de P : rien n’est envoyé'),
  'hl7-identity-blocked': warning('PID-32 forbids to use the INS', 'PID-32 interdit l’usage de l’INS'),
  'hl7-ins-invalid': warning('The matricule INS is malformed: it is not used', 'Matricule INS mal formé : il n’est pas utilisé'),
  'hl7-traits-missing': warning(
    'Strict traits are missing: the INS will not leave',
    'Il manque des traits stricts : l’INS ne sera pas transmis',
  ),
  'hl7-unit-unknown': warning(
    'The unit has no known UCUM code: kept as written',
    'Unité sans code UCUM connu : gardée telle quelle',
  ),
  'hl7-unit-split': warning('An unescaped ^ cut the unit: joined again', 'Un ^ non échappé coupait l’unité : elle est recollée'),
  'hl7-range-unit': warning(
    'The range is in another unit: printed only',
    'Intervalle de référence dans une autre unité : imprimé seulement',
  ),
  'hl7-flag-unknown': warning(
    'The flag is not in the French value set: kept as a comment',
    'Indicateur hors jeu de valeurs : gardé en commentaire',
  ),
  'hl7-flag-contradicts-range': warning('The flag contradicts the range', 'L’indicateur contredit l’intervalle de référence'),
  'hl7-value-retyped': warning(
    'The value was read as what it is, not as OBX-2 says',
    'Valeur lue pour ce qu’elle est, non comme OBX-2 l’annonce',
  ),
  'hl7-value-repeated': warning(
    'Several numbers in one result: printed one a line, none is the value',
    'Plusieurs nombres dans un résultat : imprimés ligne à ligne, aucun n’est retenu comme valeur',
  ),
  'hl7-pointer-not-fetched': warning(
    'A pointer to a document is not followed: named in a comment',
    'Renvoi vers un document, non suivi : signalé en commentaire',
  ),
  'hl7-status-assumed': warning('OBX-11 is empty: taken from OBR-25', 'OBX-11 vide : statut repris de OBR-25'),
  'hl7-status-contradiction': warning(
    'OBX-11 and OBR-25 contradict each other: the weaker status was taken',
    'OBX-11 et OBR-25 se contredisent : le statut le plus faible est retenu',
  ),
  'hl7-result-unverified': warning(
    'The result is not verified: left out, the report is partial',
    'Résultat non validé : écarté, le compte rendu est partiel',
  ),
  'hl7-antibiogram-unattached': warning(
    'Antibiotics whose germ is not told: printed apart',
    'Antibiotiques sans germe désigné : imprimés à part',
  ),
  'hl7-parent-not-found': warning(
    'OBR-26 and OBR-29 name no germ of this message: the examination stands by itself',
    'OBR-26 et OBR-29 ne désignent aucun germe du message : l’examen reste isolé',
  ),
  'hl7-validator-defaulted': warning(
    'The validator is not known: signed by the default biologist',
    'Valideur inconnu : signé par le biologiste par défaut',
  ),
  'hl7-several-filler-numbers': warning(
    'Each OBR has its own number and none is common: the first is the report’s',
    'Chaque OBR a son numéro, sans numéro commun : le premier est retenu',
  ),
  'hl7-access-check-not-read': warning('OBX-13 is not read: it limits nothing', 'OBX-13 n’est pas lu : il ne restreint rien'),
  'hl7-recipients-in-document': warning(
    'No recipient in PRT: those of the document are meant',
    'Pas de destinataire en PRT : ceux du document sont visés',
  ),
  'hl7-patient-address': warning('The patient’s address is not a matricule', 'L’adresse du patient n’est pas un matricule'),
  'hl7-mail-body-unreadable': warning(
    'The text of the mail is not base64: a default one is sent',
    'Texte du courriel illisible : texte par défaut',
  ),

  'hl7-field-misplaced': info('Read where it should not be', 'Lu à une place inattendue'),
  'hl7-ins-c-ignored': info('The old INS-C, or a social security number, is not an INS: left out', 'INS-C ou NIR : laissé de côté'),
  'hl7-authority-without-oid': info(
    'The authority has no OID: numbered under the laboratory’s',
    'Autorité sans OID : rattaché au laboratoire',
  ),
  'hl7-not-asked': info('OBX-11 N: not asked, left out', 'OBX-11 N : non demandé, laissé de côté'),
  'hl7-result-awaited': info(
    'The result is still to come: named as awaited, the report is partial',
    'Résultat en cours : signalé comme tel, le compte rendu est partiel',
  ),
  'hl7-result-removed': info('OBX-11 D: to be taken out of the report', 'OBX-11 D : à retirer du compte rendu'),
  'hl7-result-promoted': info(
    'OBX-11 U without value: final, as it was sent before',
    'OBX-11 U sans valeur : définitif, tel que transmis auparavant',
  ),
  'hl7-title-line': info('A line without value: kept as a comment', 'Ligne sans valeur : gardée en commentaire'),
  'hl7-obr-without-result': info('An OBR without result is left out', 'OBR sans résultat, laissé de côté'),
  'hl7-code-local': info('The code of the value has no OID: its text is kept', 'Code de valeur sans OID : son texte est gardé'),
  'hl7-several-specimens': info('Several specimens in one OBR: none is given to its results', 'Plusieurs échantillons dans un OBR'),
  'hl7-segment-not-read': info('This segment is not read', 'Ce segment n’est pas lu'),
  'hl7-field-not-read': info('This field is not read', 'Ce champ n’est pas lu'),
} as const satisfies Record<string, Remark>;

/** Code of a remark of this mapping. */
export type RemarkCode = keyof typeof CATALOGUE;
