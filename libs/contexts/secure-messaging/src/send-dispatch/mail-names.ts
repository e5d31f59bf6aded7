import type { CdaHeader } from '@segur/cda';
import { plain, usagerOf } from './usager-in-mail.js';

// ECO.2.1.3 and ECO.2.1.6 cut the label of the document's type at 40 characters.
const LABEL_LENGTH = 40;

/**
 * Subject of a mail that carries one CDA: `XDM/1.0/DDM+<libellé> <NOM> <prénom> <date de naissance>`.
 *
 * @see Référentiel socle MSSanté #2, ECO.2.1.3
 */
export function mailSubject(header: CdaHeader): string {
  const { name, givenName, birthDate } = usagerOf(header);
  return [`XDM/1.0/DDM+${labelOf(header)}`, name, givenName, birthDate].filter(Boolean).join(' ');
}

/**
 * Name of the PDF beside the archive: `<date de l'acte>_<type>_<NOM>_<prénom>_<numéro de dossier>.pdf`.
 *
 * @see Référentiel socle MSSanté #2, ECO.2.1.6
 */
export function pdfFileName(header: CdaHeader, fillerNumber: string): string {
  const { name, givenName } = usagerOf(header);
  const { low, value } = header.serviceEvents[0]?.time ?? {};
  const day = /^\d{8}/.exec(low ?? value ?? '')?.[0];
  return `${[day, labelOf(header), name, givenName, plain(fillerNumber)]
    .filter(Boolean)
    .join('_')
    .replace(/[/\\:*?"<>|]/g, '-')}.pdf`;
}

function labelOf({ code, title }: CdaHeader): string {
  const label = (code.displayName ?? title).replace(/[\p{C}\s]+/gu, ' ').trim();
  // By characters: half of one is no text.
  return [...label].slice(0, LABEL_LENGTH).join('').trimEnd();
}
