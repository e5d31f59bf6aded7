import { z } from 'zod';

/** Where and how a laboratory's software takes business acknowledgements over MLLP. */
const endpoint = z.strictObject({
  host: z.string().min(1),
  port: z.number().int().min(1).max(65535),
  /** Absent: in clear, which production refuses except on the machine itself. */
  tls: z
    .strictObject({
      /** PEM of the authorities that the software's certificate must come from. */
      caFile: z.string().min(1),
      /** Name in that certificate, where it is not `host`. */
      serverName: z.string().min(1).optional(),
      /** PKCS#12 that we show. Absent: none. */
      certificateFile: z.string().min(1).optional(),
      passphraseFile: z.string().min(1).optional(),
    })
    .refine(({ certificateFile, passphraseFile }) => (certificateFile === undefined) === (passphraseFile === undefined), {
      message: 'certificateFile and passphraseFile go together',
    })
    .optional(),
});

/** Section `acknowledgements` of a laboratory: what its software is told of deliveries (ZAM), and where. */
export const acknowledgementsSection = z.strictObject({
  endpoint: endpoint.optional().describe('Where they are sent. Absent: they are kept, and read by REST.'),
  results: z
    .boolean()
    .default(false)
    .describe('Messages of discrete results are acknowledged too. They have no field to ask for it; finished documents do.'),
  mssReception: z
    .enum(['operator', 'notification'])
    .default('operator')
    .describe(
      'What counts as received by MSSanté: the operator took the mail, or a delivery notification came back (none is read yet: then only failures are told).',
    ),
  finalAnswer: z
    .enum(['AE', 'AR'])
    .default('AE')
    .describe(
      'The answer after which one is not sent again. The volet says AE, and resends after AR; some software means the opposite.',
    ),
});

/** What a laboratory's software is told of deliveries, and where. */
export type AcknowledgementsSection = z.output<typeof acknowledgementsSection>;
