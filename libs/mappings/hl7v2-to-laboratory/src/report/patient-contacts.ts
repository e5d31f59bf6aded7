import type { Address, Telecom } from '@segur/identity';
import type { Repetition, Segment } from '@segur/hl7v2';

/** Uses of an address that are a place of birth, not a place to write to. */
const BIRTH_USES = ['BDL', 'N', 'BR', 'F'];

/** The addresses of PID-11, without the place of birth. */
export function toAddresses(pid: Segment): readonly Address[] {
  return pid
    .field(11)
    .repetitions.filter((address) => !BIRTH_USES.includes(address.text(7)))
    .map(toAddress)
    .filter(({ lines, city, postalCode }) => lines.length > 0 || city !== undefined || postalCode !== undefined);
}

/** Reads an XAD. */
export function toAddress(address: Repetition): Address {
  const lines = [address.component(1).subcomponent(1), address.text(2)].map((line) => line.trim()).filter((line) => line !== '');
  const [city, postalCode, country] = [address.text(3).trim(), address.text(5).trim(), address.text(6).trim()];
  return { lines, ...(postalCode && { postalCode }), ...(city && { city }), ...(country && { country }) };
}

/** Telephones and mail addresses of PID-13 (home) and PID-14 (work). */
export function toTelecoms(pid: Segment): readonly Telecom[] {
  return [
    ...pid.field(13).repetitions.flatMap((telecom) => toTelecom(telecom, 'H')),
    ...pid.field(14).repetitions.flatMap((telecom) => toTelecom(telecom, 'WP')),
  ];
}

/** Reads an XTN. */
export function toTelecom(telecom: Repetition, place: 'H' | 'WP'): readonly Telecom[] {
  const mail = telecom.text(4).trim();
  const parts = [telecom.text(6), telecom.text(7)].join('');
  const number = (telecom.text(12) || telecom.text(1) || parts).replace(/[\s.()-]/g, '');
  const use = telecom.text(3) === 'CP' ? 'MC' : place;
  return [
    ...(/^\+?\d{3,20}$/.test(number) ? [{ value: `tel:${number}`, use } as const] : []),
    ...(/^[^\s@]+@[^\s@]+$/.test(mail) ? [{ value: `mailto:${mail}`, use: place } as const] : []),
  ];
}
