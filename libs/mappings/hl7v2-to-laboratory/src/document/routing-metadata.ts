import type { Segment } from '@segur/hl7v2';
import type { ObservationGroup } from '../message-groups.js';
import type { Remarks } from '../remarks.js';
import { encapsulatedBytes } from './document-payload.js';

/** The flags that say where a document goes and who may see it. */
export interface RoutingMetadata {
  readonly maskedToProfessionals: boolean;
  readonly hiddenFromPatient: boolean;
  readonly hiddenFromRepresentatives: boolean;
  readonly secretConnection: boolean;
  readonly confidentialityChanged: boolean;
  readonly dmp: boolean;
  readonly professionals: boolean;
  readonly patient: boolean;
  readonly wantsReception: boolean;
  readonly wantsReading: boolean;
  /** False: NTE-4 FIN under DESTMSSANTEPAT. */
  readonly patientMayAnswer: boolean;
  /** Texts of the mails, where the sender wrote them. */
  readonly professionalBody?: string;
  readonly patientBody?: string;
}

/** Codes in the order that the profile fixes; the second spelling is that of version 1.2. */
const ORDER = [
  ['MASQUE_PS'],
  ['INVISIBLE_PATIENT'],
  ['INVISIBLE_REP_LEGAUX', 'INVISIBLE_REPRESENTANTS_LEGAUX'],
  ['CONNEXION_SECRETE'],
  ['MODIF_CONF_CODE', 'MODIF_CONFIDENTIALITYCODE'],
  ['DESTDMP'],
  ['DESTMSSANTEPS'],
  ['DESTMSSANTEPAT'],
  ['ACK_RECEPTION'],
  ['ACK_LECTURE_MSS', 'ACK_LECTURE'],
  ['CORPSMAIL_PS'],
  ['CORPSMAIL_PATIENT'],
] as const;
type Code = (typeof ORDER)[number][0];
const MANDATORY: readonly Code[] = ORDER.slice(0, 8).map(([code]) => code);

/**
 * Reads the OBX after the document, in the dialects of versions 1.2, 2.0 and 2.1: the codes are what is trusted, coding systems vary.
 *
 * @param after - Where the metadata were expected, for what is missing.
 * @see hl7v2.md §6
 */
export function toRoutingMetadata(groups: readonly ObservationGroup[], after: Segment, remarks: Remarks): RoutingMetadata {
  const found = new Map<Code, ObservationGroup>();
  let last = -1;
  for (const group of groups) {
    const sent = group.obx.text(3).trim().toUpperCase();
    const rank = ORDER.findIndex((spellings) => (spellings as readonly string[]).includes(sent));
    const code = ORDER[rank]?.[0];
    if (!code) {
      remarks.add('hl7-field-not-read', group.obx.location());
      continue;
    }
    if (rank < last || found.has(code)) remarks.add('hl7-metadata-order', group.obx.location(3));
    last = Math.max(last, rank);
    found.set(code, group);
  }
  for (const code of MANDATORY) if (!found.has(code)) remarks.add('hl7-metadata-missing', `${after.location()} ${code}`);

  const flag = (code: Code): boolean => {
    const obx = found.get(code)?.obx;
    const value = obx?.text(5).trim().toUpperCase();
    if (obx && value !== 'Y' && value !== 'N') remarks.add('hl7-metadata-value', obx.location(5));
    return value === 'Y';
  };
  const professionalBody = body(found.get('CORPSMAIL_PS')?.obx, remarks);
  const patientBody = body(found.get('CORPSMAIL_PATIENT')?.obx, remarks);
  return {
    maskedToProfessionals: flag('MASQUE_PS'),
    hiddenFromPatient: flag('INVISIBLE_PATIENT'),
    hiddenFromRepresentatives: flag('INVISIBLE_REP_LEGAUX'),
    secretConnection: flag('CONNEXION_SECRETE'),
    confidentialityChanged: flag('MODIF_CONF_CODE'),
    dmp: flag('DESTDMP'),
    professionals: flag('DESTMSSANTEPS'),
    patient: flag('DESTMSSANTEPAT'),
    wantsReception: flag('ACK_RECEPTION'),
    wantsReading: flag('ACK_LECTURE_MSS'),
    patientMayAnswer: !found.get('DESTMSSANTEPAT')?.notes.some((note) => note.text(4).trim().toUpperCase() === 'FIN'),
    ...(professionalBody && { professionalBody }),
    ...(patientBody && { patientBody }),
  };
}

/** Text of a mail, decoded as far as it goes: the official example is cut in the middle of a letter. */
function body(obx: Segment | undefined, remarks: Remarks): string | undefined {
  if (!obx) return undefined;
  const bytes = encapsulatedBytes(obx, remarks);
  if (!bytes) {
    remarks.add('hl7-mail-body-unreadable', obx.location(5));
    return undefined;
  }
  return bytes.toString('utf8').replace(/\ufffd+$/u, '');
}
