import { z } from 'zod';
import { filled, formatted, printed } from './text-forms.schema.js';

/** `Coded` of the domain. */
export const coded = z
  .strictObject({
    code: filled.meta({ description: 'Code', examples: ['G15_10/SM03'] }),
    system: formatted('oid').meta({ description: 'OID of the code system', examples: ['1.2.250.1.213.1.1.4.5'] }),
    label: printed.meta({ description: 'What the code means', examples: ['Médecin - Biologie médicale (SM)'] }),
  })
  .meta({ id: 'Coded', description: 'A code with the system that gives it a meaning' });

/** `Identifier` of the domain. */
export const identifier = z
  .strictObject({
    root: formatted('root').meta({ description: 'OID or UUID', examples: ['1.2.250.1.999.1.2'] }),
    extension: filled.exactOptional().meta({ description: 'What it means there', examples: ['DOS-2026-0001'] }),
  })
  .meta({ id: 'Identifier', description: 'An identifier as its maker gave it' });

/** `LocalCode` of the domain. */
export const localCode = z
  .strictObject({
    localCode: filled.meta({ description: "Code in the laboratory's catalogue", examples: ['GLY'] }),
    label: printed.meta({ description: 'What the laboratory calls it', examples: ['Glycémie à jeun'] }),
    system: filled.exactOptional().meta({ description: 'OID or name of the code system', examples: ['1.2.250.1.999.2'] }),
  })
  .meta({ id: 'LocalCode', description: "A local code of the laboratory's catalogue" });

/** `LoincCode` of the domain. */
export const loincCode = z
  .strictObject({
    code: formatted('loinc').meta({ description: 'LOINC code', examples: ['40193-5'] }),
    label: printed.meta({ description: 'French label of the LOINC', examples: ['Glucose à jeun [Moles/Volume] Sérum/Plasma'] }),
  })
  .meta({ id: 'LoincCode', description: 'A LOINC code with its label' });
