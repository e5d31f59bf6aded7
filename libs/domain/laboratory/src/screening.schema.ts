import { z } from 'zod';
import { coded } from './coded.schema.js';
import { printed, statedTime } from './text-forms.schema.js';

/** `Referral` of the domain. */
export const referral = z
  .strictObject({
    title: printed.exactOptional().meta({ description: 'Printed heading', examples: ['Contexte de l’examen'] }),
    text: printed.meta({ description: 'As printed', examples: ['Dépistage individuel du cancer du col de l’utérus'] }),
    reason: coded.describe('JDV_ContexteExamenCCU, MED-1210 to MED-1215'),
    problem: coded.describe('CIM-10'),
  })
  .meta({ id: 'Referral', description: 'Why the examinations were asked for, where a section of its own says it (DEP-CCU)' });

/** `Vaccination` of the domain. */
export const vaccination = z
  .strictObject({
    label: printed.meta({ description: 'As printed', examples: ['Vaccination HPV complète'] }),
    vaccine: coded.exactOptional().describe('ATC'),
    done: z.boolean().describe('false: it is known not to have been done'),
    at: statedTime.exactOptional().describe('When it was done'),
  })
  .meta({ id: 'Vaccination', description: 'A vaccination that was done, or is known not to have been' });
