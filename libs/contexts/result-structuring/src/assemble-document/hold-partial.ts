import { z } from 'zod';
import type { Finding } from '@segur/errors';
import type { Report } from '@segur/laboratory';

/**
 * Section `delivery` of a laboratory.
 *
 * @see DSR biologie, MSS.23: partial reports are sent on a voluntary act of the laboratory, and a complete one must follow
 */
export const deliverySection = z.strictObject({
  partialReports: z
    .enum(['hold', 'professionals', 'everybody'])
    .default('hold')
    .describe('Who gets partial reports: nobody, professionals by mail, or whoever gets the complete one, the DMP included.'),
});

/** Who gets partial reports. */
export type PartialReports = z.output<typeof deliverySection>['partialReports'];

/** A report with the deliveries that the laboratory's setting leaves it, and a remark where it took some away. */
export function holdPartial(report: Report, partialReports: PartialReports): { report: Report; findings: readonly Finding[] } {
  const { status, delivery } = report;
  if (status !== 'partial' || partialReports === 'everybody') return { report, findings: [] };
  const professionals = delivery.professionals && partialReports === 'professionals';
  const held = { ...delivery, dmp: false, patient: false, professionals };
  const takesAway = delivery.dmp || delivery.patient || delivery.professionals !== professionals;
  return { report: { ...report, delivery: held }, findings: takesAway ? [HELD] : [] };
}

const HELD: Finding = {
  severity: 'info',
  code: 'report-partial-held',
  location: 'report',
  message: 'The report is partial: it goes only where the laboratory lets partial reports go, and the complete one follows',
  messageFr: 'Compte rendu partiel : diffusé seulement là où le laboratoire l’autorise ; le compte rendu complet suivra',
};
