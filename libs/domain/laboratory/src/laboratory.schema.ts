import { z } from 'zod';
import type { Laboratory } from './actors.js';
import { organization } from './people.schema.js';

const words = z.string().trim().min(1);
const oid = z.string().regex(/^[0-2](\.(0|[1-9]\d*))+$/, 'an OID');
const loinc = z.string().regex(/^\d{1,7}-\d$/, 'a LOINC code');

const address = z.strictObject({
  lines: z.array(words).max(7).describe('Number and street first, then what completes it'),
  postalCode: words.exactOptional().describe('Postal code'),
  city: words.exactOptional().describe('City'),
  country: words.exactOptional().describe('Country, ISO 3166-1 alpha-3; absent: France'),
});

const telecom = z.strictObject({
  value: z
    .string()
    .regex(/^(tel|fax|mailto|http|ftp|mllp):\S+$/)
    .describe('With its scheme: tel:0102030405'),
  use: z.enum(['H', 'HP', 'HV', 'WP', 'DIR', 'PUB', 'EC', 'MC', 'PG']).exactOptional().describe('H home, WP work, MC mobile…'),
});

const coded = z.strictObject({
  code: words.describe('Code'),
  system: oid.describe('OID of the code system'),
  label: words.describe('What the code means'),
});

const biologist = z.strictObject({
  nationalId: z
    .string()
    .regex(/^(8\d{11}|0[0-9A-Z]{9}|[35]\S+)$/)
    .describe('8 + RPPS, 0 + ADELI, 3 + FINESS + / + internal number, 5 + SIRET + / + internal number'),
  localId: words.exactOptional().describe("Identifier in the laboratory's own directory, as its messages say it"),
  family: words.describe('Family name'),
  given: words.exactOptional().describe('Given name'),
  prefix: z.enum(['M', 'MME']).exactOptional().describe('JDV J245 Civilité'),
  suffix: z.enum(['DR', 'MC', 'MG', 'PC', 'PG', 'PR']).exactOptional().describe('JDV J246 Titre'),
  specialty: coded.describe('Profession and savoir-faire, JDV J01, e.g. G15_10/SM03 under 1.2.250.1.213.1.1.4.5'),
  address: address.exactOptional().describe('Where mail reaches them'),
  telecoms: z.array(telecom).default([]).describe('How to reach them; absent: none'),
  mssAddress: z.email().exactOptional().describe('MSSanté address'),
  organization: organization.exactOptional().describe('Where they practise, when it is not this laboratory'),
});

const messageHabits = z.strictObject({
  printedReportCodes: z
    .array(words)
    .exactOptional()
    .describe('OBX-3 codes under which a PDF is the whole printed report, beside 11502-2 and 55108-5'),
  organismCodes: z.array(words).exactOptional().describe('Local OBX-3 codes under which the name of a germ stands'),
  wordsInNumbers: z
    .boolean()
    .exactOptional()
    .describe('Words in an NM field are a result in words; absent: they refuse the message'),
  thousandsByPoints: z.boolean().exactOptional().describe('2.920 is two thousand nine hundred and twenty'),
  fullReplace: z.boolean().exactOptional().describe('Each message holds the whole state: what it leaves out is gone'),
});

/**
 * LAB.json: the sender's identity, what a message does not say and a document must.
 *
 * Stricter than `Laboratory` where a CR-BIO document needs it: at least one biologist, each with a national identifier and a
 * profession, an address and a telecom.
 */
export const laboratorySchema = z
  .strictObject({
    $schema: z.string().exactOptional().describe('Where editors find this schema: they show these lines then. Read by nobody else'),
    finess: z
      .string()
      .regex(/^[0-9AB]{9}$/i)
      .describe('Legal FINESS, 9 characters; the tenant'),
    name: words.describe('Its name, as documents print it'),
    address: address.describe('Printed in documents; at least one line'),
    telecoms: z.array(telecom).min(1).describe('How to reach it; at least one, printed in documents'),
    oidRoot: oid.describe('OID under which the laboratory numbers requests, specimens, results and local patients'),
    catalogueOid: oid.describe('OID of its catalogue of analyses, for local codes'),
    catalogueName: words.describe('Name of that catalogue, printed beside local codes'),
    sector: z.enum(['AMBULATOIRE', 'ETABLISSEMENT']).describe('JDV J04, practice setting'),
    biologists: z.array(biologist).min(1).describe('Who may sign. The first is the default'),
    director: biologist.exactOptional().describe('Who directs it; absent: the first of the biologists'),
    defaultBiologist: z.boolean().default(false).describe('Sign with the first biologist when a message names no validator'),
    cofrac: words.exactOptional().describe('Number of the COFRAC accreditation, e.g. 8-0000'),
    chapters: z.record(z.string(), loinc).exactOptional().describe('Diagnostic section (OBR-24) → chapter LOINC'),
    replyTo: z.email().exactOptional().describe('Mailbox that patients and professionals may answer to'),
    correspondents: z
      .record(z.string(), z.email())
      .exactOptional()
      .describe('MSSanté addresses by national identifier (8 + RPPS), used where a message gives none'),
    messages: messageHabits.exactOptional().describe('How its messages depart from what is expected of everybody'),
    timeZone: z
      .string()
      .refine(isTimeZone, 'an IANA time zone')
      .exactOptional()
      .describe('Where times without an offset are meant, e.g. Indian/Reunion. Absent: Europe/Paris'),
  })
  .meta({ title: 'LAB.json', description: "The sender's identity: laboratory, biologists, OIDs and defaults" });

/** Gives a `Laboratory`, or throws a `ZodError` that names every bad field. */
export function parseLaboratory(json: unknown): Laboratory {
  return laboratorySchema.parse(json);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('fr', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
