import type { Repetition, Segment } from '@segur/hl7v2';
import { INS_AUTHORITIES } from '@segur/identity';
import { toNationalId } from '../professionals.js';
import type { Remarks } from '../remarks.js';

/** Somebody named by a PRT: who they are, and the mailbox that goes with them. */
export interface Party {
  readonly kind: 'professional' | 'patient' | 'organisation' | 'device';
  /** National number of a professional with its type digit, number of an organisation with its type digit, matricule of a patient; else as sent. */
  readonly id?: string;
  readonly name: string;
  readonly given?: string;
  /** MSSanté address. */
  readonly mssAddress?: string;
}

/** Who sends a document, who receives it, where answers go. */
export interface Participations {
  readonly sender?: Party;
  readonly recipients: readonly Party[];
  readonly replyTo?: string;
}

/**
 * Reads the PRT under the document. PRT-4 says the part played; the address is in PRT-15, and taken from PRT-14 or PRT-16 where the
 * published examples are off by one.
 *
 * @see Volet Transmission de document(s) CDA en HL7v2, segment PRT; hl7v2.md §4.9
 */
export function toParticipations(segments: readonly Segment[], remarks: Remarks): Participations {
  let sender: Party | undefined;
  let replyTo: string | undefined;
  const recipients: Party[] = [];
  for (const prt of segments) {
    const party = toParty(prt, remarks);
    switch (prt.text(4).trim().toUpperCase()) {
      case 'SB':
        sender ??= party;
        break;
      case 'RCT':
        recipients.push(party);
        break;
      case 'REPLY':
        replyTo ??= party.mssAddress;
        break;
      default:
        remarks.add('hl7-field-not-read', prt.location(4));
    }
  }
  return { ...(sender && { sender }), recipients, ...(replyTo && { replyTo }) };
}

function toParty(prt: Segment, remarks: Remarks): Party {
  const mssAddress = addressOf(prt, remarks);
  const address = mssAddress ? { mssAddress } : {};
  const person = prt.field(5).repetition(0);
  if (person.state === 'value') return { ...toPerson(person), ...address };
  const organisation = prt.field(8).repetition(0);
  if (organisation.state === 'value') {
    const id = toStructureId(organisation.text(10).trim(), organisation.text(7).trim().toUpperCase());
    return { kind: 'organisation', name: organisation.text(1).trim(), ...(id && { id }), ...address };
  }
  const device = prt.text(10).trim();
  return { kind: 'device', name: device, ...(device && { id: device }), ...address };
}

function toPerson(person: Repetition): Party {
  const number = person.text(1).trim();
  const authority = person.component(9).subcomponent(2).trim() || person.component(9).subcomponent(1).trim();
  const patient =
    person.text(13).trim().toUpperCase() === 'INS' || (Object.values(INS_AUTHORITIES) as string[]).includes(authority);
  const id = patient ? number : (toNationalId(number, authority, person.text(13)) ?? number);
  const given = person.text(3).trim();
  return {
    kind: patient ? 'patient' : 'professional',
    ...(id && { id }),
    name: person.component(2).subcomponent(1).trim(),
    ...(given && { given }),
  };
}

/** `1` + FINESS, whether the sender wrote the digit or not. */
function toStructureId(number: string, type: string): string {
  return /^FINE[JG]$/.test(type) && /^\w{9}$/.test(number) ? `1${number}` : number;
}

function addressOf(prt: Segment, remarks: Remarks): string | undefined {
  for (const field of [15, 14, 16]) {
    const address = prt
      .field(field)
      .repetitions.map((telecom) => telecom.text(4).trim())
      .find((text) => text.includes('@'));
    if (!address) continue;
    if (field !== 15) remarks.add('hl7-field-misplaced', prt.location(field));
    return address;
  }
  return undefined;
}
