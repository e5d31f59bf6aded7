import { z } from 'zod';
import { coded } from './coded.schema.js';
import { REPORT_FORMATS } from './report-formats.js';
import { filled, formatted, printed } from './text-forms.schema.js';

/** `Telecom` of the domain. */
export const telecom = z
  .strictObject({
    value: formatted('telecom').meta({ description: 'With its scheme', examples: ['tel:0102030405', 'mailto:a@example.org'] }),
    use: z
      .enum(['H', 'HP', 'HV', 'WP', 'DIR', 'PUB', 'EC', 'MC', 'PG'])
      .exactOptional()
      .describe('HL7 TelecommunicationAddressUse: H home, WP work, MC mobile…'),
  })
  .meta({ id: 'Telecom', description: 'A phone number or another way to reach somebody' });

/** `Address` of the domain. */
export const address = z
  .strictObject({
    lines: z.array(printed).meta({ description: 'Number and street first, then what completes it', examples: [['1 RUE DU TEST']] }),
    postalCode: printed.exactOptional().meta({ description: 'Postal code', examples: ['75000'] }),
    city: printed.exactOptional().meta({ description: 'City', examples: ['PARIS'] }),
    country: printed.exactOptional().meta({ description: 'Country, as the sender writes it', examples: ['FRA'] }),
  })
  .meta({ id: 'Address', description: 'A postal address' });

/** `Organization` of the domain. */
export const organization = z
  .strictObject({
    nationalId: formatted('structure-id')
      .exactOptional()
      .meta({ description: `National identifier: ${REPORT_FORMATS['structure-id'].en}`, examples: ['1990000001'] }),
    name: printed.meta({ description: 'Its name', examples: ['LABORATOIRE DE TEST'] }),
    address: address.exactOptional().describe('Where it is'),
    telecoms: z.array(telecom).describe('How to reach it; may be empty'),
    sector: filled.exactOptional().meta({ description: 'JDV J04 practiceSettingCode', examples: ['AMBULATOIRE'] }),
  })
  .meta({ id: 'Organization', description: 'A structure: a laboratory, a hospital, a practice' });

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
    address: address.exactOptional().describe('Where mail reaches them'),
    telecoms: z.array(telecom).describe('How to reach them; may be empty'),
    mssAddress: formatted('mailbox')
      .exactOptional()
      .meta({ description: 'MSSanté address. Absent: it is looked up', examples: ['claire.testbio@labo.mssante.fr'] }),
    organization: organization.exactOptional().describe('Where they practise'),
  })
  .meta({ id: 'Professional', description: 'A health professional' });
