import type { ShownStatus } from '../keep-read-models/report-state.js';

/** Where a report stands, for a person. */
export const STATUS_WORDS: Readonly<Record<ShownStatus, string>> = {
  RECEIVED: 'Reçu',
  STRUCTURED: 'Lu',
  TRANSCODED: 'Codé',
  VALIDATED: 'Document produit et contrôlé',
  REFUSED: 'Refusé : une personne doit agir',
  WITHDRAWN: 'Retiré',
};

const STATES: Readonly<Record<string, string>> = {
  PENDING: 'en attente',
  WAITING_RETRY: 'nouvel essai prévu',
  UNCERTAIN: 'réponse perdue, vérification en cours',
  ACCEPTED: 'accepté',
  REJECTED: 'refusé',
  NOT_ELIGIBLE: 'non envoyé',
  FAILED: 'échec',
  WITHDRAWING: 'retrait en cours',
  WITHDRAWN: 'retiré',
};
const CHANNELS: Readonly<Record<string, string>> = { dmp: 'DMP', mss: 'MSSanté' };
const ROLES: Readonly<Record<string, string>> = { prescriber: 'prescripteur', correspondent: 'correspondant', patient: 'patient' };

/** What stands in the way most often; any other code is explained in docs/errors.md. */
const CODES: Readonly<Record<string, string>> = {
  'ins-not-qualified': 'l’identité n’est pas qualifiée : ni DMP, ni messagerie du patient',
  'dmp-not-configured': 'ce laboratoire n’alimente pas le DMP d’ici',
  'dmp-not-wished': 'le laboratoire ne le veut pas au DMP',
  'dmp-none': 'le patient n’a pas de DMP',
  'dmp-closed': 'le DMP du patient est fermé',
  'dmp-superseded': 'une version plus récente part à sa place',
  'dmp-previous-version-open': 'la version précédente n’est pas encore réglée au DMP',
  'dmp-answer-lost': 'réponse du DMP perdue : il sera interrogé',
  'dmp-http-unavailable': 'le DMP est indisponible',
  'dmp-tls-refused': 'certificat refusé dans la connexion au DMP',
  'dmp-not-withdrawn': 'le DMP montre peut-être encore le document retiré',
  'mss-not-configured': 'ce laboratoire n’a pas de boîte aux lettres',
  'mss-address-missing': 'adresse MSSanté inconnue',
  'mss-address-malformed': 'adresse MSSanté mal formée',
  'mss-not-wished': 'le laboratoire ne veut pas l’envoyer à ce destinataire',
  'mss-hidden-from-patient': 'masqué au patient jusqu’à la consultation d’annonce',
  'mss-superseded': 'une version plus récente part à sa place',
  'mss-not-withdrawn': 'ce destinataire a peut-être encore le document retiré',
  'smtp-answer-lost': 'réponse de l’opérateur perdue',
  'smtp-tls-failed': 'connexion chiffrée à l’opérateur impossible',
  'remote-unavailable': 'le service distant ne répond pas',
};

/** Who a delivery goes to, and by which channel. */
export function recipientWords(channel: string, recipientRole: string): string {
  const way = CHANNELS[channel] ?? channel;
  return recipientRole === channel ? way : `${way}, ${ROLES[recipientRole] ?? recipientRole}`;
}

/** Where a delivery stands. A code that is not known here is shown alone. */
export function deliveryWords(state: string, errorCode: string | undefined): string {
  const words = STATES[state] ?? state;
  if (errorCode === undefined) return words;
  const meaning = CODES[errorCode];
  return `${words} (${errorCode}${meaning === undefined ? '' : ` : ${meaning}`})`;
}
