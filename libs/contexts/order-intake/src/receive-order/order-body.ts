import { z } from 'zod';
import { hasRightCheckDigit } from '@segur/laboratory';

const words = z.string().trim().min(1).max(200);
const mssante = z.email().max(200).describe('MSSanté address.');

const prescriber = z.strictObject({
  rpps: z.string().regex(/^\d{11}$/, 'an RPPS number has eleven digits'),
  familyName: words.optional(),
  givenName: words.optional(),
  prefix: z.enum(['M', 'MME']).optional(),
  suffix: z.enum(['DR', 'MC', 'MG', 'PC', 'PG', 'PR']).optional(),
  structure: z.strictObject({ finess: z.string().regex(/^[0-9][0-9AB]\d{7}$/, 'a FINESS has nine characters') }).optional(),
  mssante: mssante.optional(),
});

const patient = z.strictObject({
  birthName: words,
  firstNames: words.describe('Prénoms de l’acte de naissance, separated by spaces.'),
  firstName: words.optional().describe('Premier prénom de l’acte de naissance; absent: the first of `firstNames`.'),
  usedName: words.optional(),
  usedFirstName: words.optional(),
  // Day or month may be 00: some births are only known to the month or the year.
  birthDate: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date of birth is written YYYY-MM-DD, 00 where it is not known'),
  sex: z.enum(['M', 'F', 'U']),
  birthPlace: z
    .string()
    .regex(/^[0-9][0-9AB]\d{3}$/, 'an INSEE code has five characters')
    .optional(),
  birthPlaceName: words.optional(),
  ins: z
    .strictObject({
      value: z.string().regex(/^\d{6}[\dAB]\d{8}$/, 'a matricule INS has fifteen characters'),
      oid: z.string().regex(/^1\.2\.250\.1\.213\.1\.4\.(8|9|10|11)$/, 'not an OID of an INS authority'),
    })
    .optional(),
  identityStatus: z.enum(['PROVISOIRE', 'RECUPEREE', 'VALIDEE', 'QUALIFIEE']).default('PROVISOIRE'),
  ipp: z.strictObject({ root: z.string().regex(/^[0-2](\.(0|[1-9]\d*))+$/, 'not an OID'), extension: words }).optional(),
});

const urgency = z.discriminatedUnion('level', [
  z.strictObject({ level: z.literal('ROUTINE') }),
  z.strictObject({
    level: z.enum(['URGENT', 'VITAL']),
    motive: words.describe('Clinical motive; the law asks for one.'),
    callback: words.optional().describe('How the prescriber wants to be reached.'),
  }),
]);

const answer = z.strictObject({
  question: z.strictObject({ code: words, label: words, system: words.optional() }),
  text: z.string().trim().min(1).max(2000).describe('The answer as it is printed, its unit with it.'),
});

const exam = z
  .strictObject({
    placerNumber: words.optional().describe('The prescriber’s number of this line.'),
    fillerNumber: words.optional().describe('The laboratory’s number of this line.'),
    loinc: z
      .strictObject({
        code: z.string().refine(hasRightCheckDigit, 'not a LOINC code, or its check digit is wrong'),
        label: words.optional(),
      })
      .optional(),
    freeText: z.string().trim().min(1).max(2000).optional(),
    localExam: z.strictObject({ code: words, label: words, system: words.optional() }).optional(),
    specimens: z
      .array(z.strictObject({ nature: z.strictObject({ system: words, code: words, label: words.optional() }) }))
      .max(20)
      .default([]),
    comment: z.string().trim().min(1).max(2000).optional(),
    answers: z.array(answer).max(50).optional().describe('Answers to clinical questions (éléments cliniques pertinents).'),
  })
  .refine(({ loinc, freeText }) => loinc !== undefined || freeText !== undefined, 'an examination has a LOINC or a free text')
  // 19146-0 says "examination outside the value set", and nothing else.
  .refine(({ loinc, freeText }) => loinc?.code !== '19146-0' || freeText !== undefined, {
    path: ['freeText'],
    message: 'required beside LOINC 19146-0',
  });

const recipient = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('PATIENT') }),
  z.strictObject({ role: z.literal('PRESCRIBER') }),
  prescriber.omit({ structure: true }).extend({ role: z.literal('CORRESPONDENT') }),
]);

/** Body of `POST /api/v1/orders`. Unknown members are refused: a misspelt optional one would be lost in silence. */
export const orderBody = z.strictObject({
  placerNumber: words.optional().describe('The prescriber’s number of the order.'),
  fillerNumber: words.optional().describe('The laboratory’s own number of the request.'),
  prescriptionNumber: words
    .optional()
    .describe('Number of the prescription that this order is of: the national one of an e-prescription.'),
  prescribedAt: z.union([z.iso.datetime({ offset: true }), z.iso.date()], 'an ISO 8601 date, or date and time with an offset'),
  prescriber,
  patient,
  urgency: urgency.default({ level: 'ROUTINE' }),
  exams: z.array(exam).min(1).max(200),
  clinicalInformation: z.string().trim().min(1).max(4000).optional().describe('What the prescriber says of the patient’s state.'),
  recipients: z.array(recipient).max(50).default([]),
});

/** An order as a caller writes it. */
export type OrderBody = z.output<typeof orderBody>;
