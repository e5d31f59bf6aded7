import { z } from 'zod';
import { existsInCalendar, REPORT_FORMATS, type ReportFormatName } from './report-formats.js';

/** A text of a form of `REPORT_FORMATS`; an issue about it has the name of the form as its message. */
export const formatted = (name: ReportFormatName): z.ZodString =>
  z.string().regex(REPORT_FORMATS[name].pattern, { error: name, abort: true });

/** Any text, kept as it came. */
export const printed = z.string();
/** A text that says something. */
export const filled = formatted('filled-text');
/** A `StatedTime`. */
export const statedTime = formatted('stated-time')
  .refine(existsInCalendar, { error: 'stated-time' })
  .meta({
    id: 'StatedTime',
    description: 'ISO 8601, cut at the precision that was stated, with an offset only if one was given',
    examples: ['2026-11-20T09:40:00+01:00', '2026-11-20T09:40', '2026-11-20', '2026-11'],
  });

const telecom = z
  .strictObject({
    value: formatted('telecom').meta({ description: 'With its scheme', examples: ['tel:0102030405', 'mailto:a@example.org'] }),
    use: z
      .enum(['H', 'HP', 'HV', 'WP', 'DIR', 'PUB', 'EC', 'MC', 'PG'])
      .exactOptional()
      .describe('HL7 TelecommunicationAddressUse: H home, WP work, MC mobile…'),
  })
  .meta({ id: 'Telecom', description: 'A phone number or another way to reach somebody' });

const address = z
  .strictObject({
    lines: z.array(printed).meta({ description: 'Number and street first, then what completes it', examples: [['1 RUE DU TEST']] }),
    postalCode: printed.exactOptional().meta({ description: 'Postal code', examples: ['75000'] }),
    city: printed.exactOptional().meta({ description: 'City', examples: ['PARIS'] }),
    country: printed.exactOptional().meta({ description: 'Country, as the sender writes it', examples: ['FRA'] }),
  })
  .meta({ id: 'Address', description: 'A postal address' });

/** `Coded` of the domain. */
export const coded = z
  .strictObject({
    code: filled.meta({ description: 'Code', examples: ['G15_10/SM03'] }),
    system: formatted('oid').meta({ description: 'OID of the code system', examples: ['1.2.250.1.213.1.1.4.5'] }),
    label: printed.meta({ description: 'What the code means', examples: ['Médecin - Biologie médicale (SM)'] }),
  })
  .meta({ id: 'Coded', description: 'A code with the system that gives it a meaning' });

/** `Professional` of the domain. */
export const professional = z
  .strictObject({
    nationalId: formatted('national-id')
      .exactOptional()
      .meta({ description: `National identifier: ${REPORT_FORMATS['national-id'].en}`, examples: ['899700000011'] }),
    localId: filled
      .exactOptional()
      .meta({ description: "Identifier of the sender's own directory, where there is no national one", examples: ['BIO1'] }),
    family: printed.meta({ description: 'Family name', examples: ['TESTBIO'] }),
    given: printed.exactOptional().meta({ description: 'Given name', examples: ['CLAIRE'] }),
    prefix: z.enum(['M', 'MME']).exactOptional().describe('JDV J245 Civilité'),
    suffix: z.enum(['DR', 'MC', 'MG', 'PC', 'PG', 'PR']).exactOptional().describe('JDV J246 Titre'),
    specialty: coded.exactOptional().describe('Profession and savoir-faire, JDV J01'),
    address: address.exactOptional().describe('Where they practise'),
    telecoms: z.array(telecom).describe('How to reach them; may be empty'),
    mssAddress: formatted('mailbox')
      .exactOptional()
      .meta({ description: 'MSSanté address. Absent: it is looked up', examples: ['claire.testbio@labo.mssante.fr'] }),
  })
  .meta({ id: 'Professional', description: 'A health professional' });

const traits = z
  .strictObject({
    birthName: printed.meta({ description: 'Nom de naissance', examples: ['PATIENT-TEST'] }),
    birthFirstName: printed.meta({ description: "Premier prénom de l'acte de naissance", examples: ['CAMILLE'] }),
    birthGivenNames: printed
      .exactOptional()
      .meta({ description: "Prénoms de l'acte de naissance, all of them, separated by spaces", examples: ['CAMILLE ANNE'] }),
    usedName: printed.exactOptional().meta({ description: 'Nom utilisé', examples: ['ESSAI'] }),
    usedFirstName: printed.exactOptional().meta({ description: 'Prénom utilisé', examples: ['CAMILLE'] }),
    birthDate: formatted('birth-date').meta({
      description: 'YYYYMMDD, cut where it is unknown; day or month may be 00; empty when nothing is known',
      examples: ['19790328', '19790300', '1950'],
    }),
    sex: z.enum(['M', 'F', 'U']).describe('Sex: M, F, or U when unknown'),
    birthPlaceInsee: formatted('insee')
      .exactOptional()
      .meta({ description: 'INSEE code (COG) of the commune of birth, or 99xxx for a country', examples: ['51215'] }),
    birthPlaceName: printed.exactOptional().meta({ description: 'Name of the place of birth', examples: ['TESTVILLE'] }),
  })
  .meta({ id: 'IdentityTraits', description: 'The traits of an identity, as they came' });

/** `Identity` of the domain. */
export const identity = z
  .strictObject({
    status: z
      .enum(['provisoire', 'recuperee', 'validee', 'qualifiee'])
      .describe('Where the identity stands in the référentiel INS. Only qualifiee lets the matricule leave'),
    traits: traits.describe('Names, birth and sex'),
    insMatricule: z
      .strictObject({
        value: filled.meta({ description: '15 characters: 13, then the two digits of the key', examples: ['279035121518989'] }),
        oid: formatted('oid').meta({ description: 'OID of the assigning authority', examples: ['1.2.250.1.213.1.4.10'] }),
      })
      .exactOptional()
      .describe('Matricule INS as INSi gave it. It leaves only when the identity is qualified'),
    localIds: z
      .array(
        z.strictObject({
          root: formatted('oid').meta({ description: 'OID of who gave the identifier', examples: ['1.2.250.1.999.1.9'] }),
          extension: filled.meta({ description: 'The identifier', examples: ['IPP-0001'] }),
        }),
      )
      .describe('IPP and other identifiers of the laboratory or the hospital'),
    addresses: z.array(address).describe('Postal addresses; may be empty'),
    telecoms: z.array(telecom).describe('Phone numbers and mailboxes; may be empty'),
  })
  .meta({ id: 'Identity', description: 'A patient, as the laboratory identifies them' });
