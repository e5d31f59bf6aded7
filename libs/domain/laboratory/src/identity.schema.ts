import { z } from 'zod';
import { coded } from './coded.schema.js';
import { address, telecom } from './people.schema.js';
import { filled, formatted, printed } from './text-forms.schema.js';

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

const guardian = z
  .strictObject({
    name: printed.meta({ description: 'Family name, or the name of the institution', examples: ['PARENT-TEST'] }),
    given: printed.exactOptional().meta({ description: 'Given name; absent for an institution', examples: ['DOMINIQUE'] }),
    kind: z.enum(['person', 'organization']).describe('A person or an institution'),
    prefix: z.enum(['M', 'MME']).exactOptional().describe('JDV J245 Civilité'),
    addresses: z.array(address).describe('Postal addresses; may be empty'),
    telecoms: z.array(telecom).describe('Phone numbers and mailboxes; may be empty'),
  })
  .meta({ id: 'Guardian', description: 'Who acts for a patient who may not: a parent, a tutor, an institution' });

/** `Relative` of the domain. */
export const relative = z
  .strictObject({
    role: z
      .enum(['ECON', 'NOK', 'CON', 'CAREGIVER', 'PAT'])
      .describe('ECON in an emergency, NOK personne de confiance, CON another contact, CAREGIVER, PAT the patient'),
    relationship: coded.exactOptional().describe('Family tie, JDV J11'),
    family: printed.meta({ description: 'Family name', examples: ['PROCHE-TEST'] }),
    given: printed.exactOptional().meta({ description: 'Given name', examples: ['ALIX'] }),
    telecoms: z.array(telecom).describe('Phone numbers and mailboxes; may be empty'),
    address: address.exactOptional().describe('Postal address'),
  })
  .meta({ id: 'Relative', description: 'Somebody to speak to about the patient' });

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
    guardians: z.array(guardian).exactOptional().describe('Who acts for the patient'),
    deceased: z
      .strictObject({
        at: formatted('death-date')
          .exactOptional()
          .meta({ description: 'Since when, if somebody said', examples: ['20261119'] }),
      })
      .exactOptional()
      .describe('Known to be dead'),
    birthRank: z
      .int()
      .min(1)
      .exactOptional()
      .meta({ description: 'Rank among the children of a multiple birth', examples: [2] }),
  })
  .meta({ id: 'Identity', description: 'A patient, as the laboratory identifies them' });
