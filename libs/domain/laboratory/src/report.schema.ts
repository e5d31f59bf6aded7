import { z } from 'zod';
import { attachedPdf } from './attachment.schema.js';
import { identifier } from './coded.schema.js';
import { identity, relative } from './identity.schema.js';
import { organization, professional } from './people.schema.js';
import { chapter } from './report-content.schema.js';
import { REPORT_EXAMPLE, REPORT_INTAKE_EXAMPLE } from './report-example.js';
import { encounter, sampler, specimen, validation } from './sampling.schema.js';
import { referral, vaccination } from './screening.schema.js';
import { comments, filled, formatted, printed, statedTime } from './text-forms.schema.js';

const delivery = z
  .strictObject({
    dmp: z.boolean().describe('File it in the DMP'),
    professionals: z.boolean().describe('Mail it to the prescriber and to those in copy'),
    patient: z.boolean().describe('Mail it to the patient'),
    maskedToProfessionals: z.boolean().describe('In the DMP, masked to professionals'),
    hiddenFromPatient: z.boolean().describe('In the DMP, hidden from the patient until it is announced'),
    hiddenFromRepresentatives: z.boolean().describe('In the DMP, hidden from legal representatives'),
  })
  .meta({ id: 'DeliveryWishes', description: 'Where the report goes, and who may see it' });

const replacement = z
  .strictObject({
    document: identifier.describe('Identifier of the document that published it'),
    reason: z
      .enum(['completed', 'corrected'])
      .exactOptional()
      .describe('completed: a partial report is now whole. corrected: what was said changed'),
  })
  .meta({ id: 'Replacement', description: 'The state that this one replaces (annule et remplace)' });

const remark = z
  .strictObject({
    title: printed.meta({ description: 'Its heading', examples: ['Non-conformités'] }),
    text: printed.meta({ description: 'The text', examples: ['Tube hémolysé'] }),
  })
  .meta({ id: 'Remark', description: 'A text of the report under its own heading' });

const reportSetId = formatted('uuid');
const revision = z.int().min(1);

/**
 * The domain's `Report` as JSON, published as docs/report.schema.json.
 *
 * Exactly the shape of the type. Texts that people wrote are free; codes, dates and numbers have the forms of `REPORT_FORMATS`.
 */
export const reportSchema = z
  .strictObject({
    reportSetId: reportSetId.meta({ description: 'Shared by all revisions of one report', examples: [REPORT_EXAMPLE.reportSetId] }),
    revision: revision.meta({ description: '1 for the first state, rising by one', examples: [1] }),
    status: z.enum(['final', 'partial']).describe('partial: more results will follow'),
    replaces: replacement.exactOptional().describe('The state that this one replaces'),
    fillerNumber: filled.meta({ description: "The laboratory's own number of the request", examples: ['DOS-2026-0001'] }),
    fillerIdentifier: identifier.exactOptional().describe('That number with the OID of who gave it'),
    placerNumber: filled.exactOptional().meta({ description: "The prescriber's number of the order", examples: ['PRESC-1'] }),
    placerIdentifier: identifier.exactOptional().describe('That number with the OID of who gave it'),
    identity: identity.describe('The patient'),
    relatives: z.array(relative).exactOptional().describe('Whom to speak to about the patient'),
    prescriber: professional.exactOptional().describe('Who prescribed'),
    prescribedOn: statedTime.exactOptional().describe('When it was prescribed'),
    clinicalInformation: printed
      .exactOptional()
      .meta({ description: "What the prescriber or the sampler said of the patient's state", examples: ['Suivi de grossesse'] }),
    copies: z.array(professional).describe('Who gets a copy; may be empty'),
    samplers: z.array(sampler).exactOptional().describe('Who took the specimens'),
    encounter: encounter.describe('The stay or visit'),
    facility: organization.exactOptional().describe('Where the encounter took place, when it is not the laboratory'),
    receivedAt: statedTime.describe('When the request or the specimens reached the laboratory'),
    releasedAt: statedTime.describe('When the laboratory released the report'),
    confidentiality: z.enum(['N', 'R', 'V']).exactOptional().describe('N normal, R restricted, V very restricted. Absent: normal'),
    specimens: z.array(specimen).describe('Specimens; may be empty'),
    referral: referral.exactOptional().describe('Why the examinations were asked for, where the report says it'),
    chapters: z.array(chapter).describe('Results, in print order'),
    secondIntention: z.array(attachedPdf).exactOptional().describe('Reports of other laboratories, as they came'),
    vaccinations: z.array(vaccination).exactOptional().describe('Vaccinations that the report tells of'),
    printedCopy: attachedPdf
      .exactOptional()
      .describe('The report on paper as the laboratory printed it. Absent: it is printed here'),
    comments: comments('the whole report'),
    remarks: z.array(remark).exactOptional().describe('Texts under their own headings'),
    validations: z.tuple([validation], validation).describe('Signatures, at least one'),
    signedBy: validation.exactOptional().describe('Who answers for the document; absent: the last of the validations'),
    delivery: delivery.describe('Where the report goes'),
  })
  .meta({
    title: 'Report',
    description: 'One state of a report of medical biology',
    examples: [REPORT_EXAMPLE],
  });

/** `ReportIntake` as JSON: the public intake format, published as docs/report-intake.schema.json. */
export const reportIntakeSchema = reportSchema
  .extend({
    reportSetId: reportSetId.exactOptional().meta({
      description: 'Shared by all revisions of one report. Absent: derived from the laboratory and fillerNumber',
      examples: [REPORT_EXAMPLE.reportSetId],
    }),
    revision: revision
      .exactOptional()
      .meta({ description: '1 for the first state, rising by one. Absent: the one after the last known', examples: [1] }),
  })
  .meta({
    title: 'Report intake',
    description: 'One state of a report of medical biology, as it is handed in: the public intake format',
    examples: [REPORT_INTAKE_EXAMPLE],
  });

/** JSON Schema 2020-12 of `ReportIntake`, as docs/report-intake.schema.json has it. */
export function reportIntakeJsonSchema(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(reportIntakeSchema, { io: 'input', target: 'draft-2020-12' });
}

/** JSON Schema 2020-12 of `Report`, as docs/report.schema.json has it. */
export function reportJsonSchema(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(reportSchema, { io: 'input', target: 'draft-2020-12' });
}
