import type { Laboratory, Professional } from './actors.js';
import type { Report } from './report.js';

/**
 * Gives each recipient without an MSSanté address the one that the laboratory's address book has for them.
 *
 * An address that came with the message or the order stands.
 */
export function withKnownAddresses(report: Report, { correspondents }: Pick<Laboratory, 'correspondents'>): Report {
  if (!correspondents) return report;
  const addressed = (professional: Professional): Professional => {
    const known = professional.nationalId === undefined ? undefined : correspondents[professional.nationalId];
    return professional.mssAddress !== undefined || known === undefined ? professional : { ...professional, mssAddress: known };
  };
  return {
    ...report,
    copies: report.copies.map(addressed),
    ...(report.prescriber ? { prescriber: addressed(report.prescriber) } : {}),
  };
}
