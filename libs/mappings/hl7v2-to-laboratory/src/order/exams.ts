import type { Segment } from '@segur/hl7v2';
import type { ClinicalAnswer, Coded, PrescribedExam } from '@segur/laboratory';
import { codeFrom } from '@segur/results-to-laboratory';
import { toLines } from '../comments.js';
import type { Remarks } from '../remarks.js';
import type { OrderLine } from './order-lines.js';
import { commentOf } from './urgency.js';

/** LOINC for an examination that the value set does not name: its text says what is asked. */
const FREE_TEXT = '19146-0';
const SYSTEMS: Readonly<Record<string, string>> = {
  SCT: '2.16.840.1.113883.6.96',
  SNM: '2.16.840.1.113883.6.96',
  SNOMED: '2.16.840.1.113883.6.96',
  HL70487: '2.16.840.1.113883.18.311',
  HL70070: '2.16.840.1.113883.12.70',
};

/**
 * Reads one line: the examination in OBR-4, what is to be taken, what was said of it.
 *
 * @param catalogueOid - Under which local codes of specimens without a known system are kept.
 * @returns Nothing when OBR-4 names no examination; the remark names it (ORD-002).
 */
export function toExam(line: OrderLine, catalogueOid: string, remarks: Remarks): PrescribedExam | undefined {
  const { orc, obr } = line;
  const named = toNamedExam(obr, remarks);
  if (!named) return undefined;
  const specimens = toSpecimens(line, catalogueOid);
  if (specimens.length === 0) remarks.add('hl7-specimen-missing', obr.location());
  const [placerNumber, fillerNumber] = [orc?.text(2) || obr.text(2), orc?.text(3) || obr.text(3)];
  const comment = commentOf(line);
  const answers = line.answers.flatMap((obx) => toAnswer(obx, remarks));
  return {
    ...(placerNumber && { placerNumber }),
    ...(fillerNumber && { fillerNumber }),
    ...named,
    specimens,
    ...(comment !== undefined && { comment }),
    ...(answers.length > 0 && { answers }),
  };
}

function toNamedExam(obr: Segment, remarks: Remarks): Pick<PrescribedExam, 'loinc' | 'local' | 'freeText'> | undefined {
  const coded = obr.field(4).repetition(0);
  const triplets = [1, 4].map((first) => ({
    code: coded.text(first).trim(),
    label: coded.text(first + 1).trim(),
    system: coded.text(first + 2).trim(),
  }));
  const text = triplets.map(({ label }) => label).find((label) => label !== '');
  const reading = codeFrom(triplets);
  if (!reading) {
    remarks.add('hl7-required', obr.location(4));
    return undefined;
  }
  const { code, sentLoinc } = reading;
  if (sentLoinc?.code === FREE_TEXT || triplets.every((triplet) => triplet.code === '')) {
    if (text === undefined) remarks.add('hl7-required', `${obr.location(4)}.2`);
    return text === undefined ? undefined : { freeText: text };
  }
  const isLoincAlone = sentLoinc?.code === code.localCode;
  return { ...(sentLoinc && { loinc: sentLoinc }), ...(!isLoincAlone && { local: code }) };
}

/** SPM-4, or before v2.5 the first component of OBR-15. Each nature once. */
function toSpecimens({ obr, specimens }: OrderLine, catalogueOid: string): readonly Coded[] {
  const source = obr.field(15).repetition(0).component(1);
  const written = [
    ...specimens.map((spm) => ({ code: spm.text(4).trim(), label: spm.text(4, 2).trim(), system: spm.text(4, 3).trim() })),
    {
      code: source.subcomponent(1).trim(),
      label: source.subcomponent(2).trim(),
      system: source.subcomponent(3).trim() || 'HL70070',
    },
  ];
  const coded = written.flatMap(({ code, label, system }) => {
    const oid = /^[012](?:\.\d+)+$/.test(system) ? system : (SYSTEMS[system.toUpperCase()] ?? catalogueOid);
    return code === '' && label === '' ? [] : [{ code: code || label, system: oid, label: label || code }];
  });
  return coded.filter(({ code, system }, rank) => coded.findIndex((one) => one.code === code && one.system === system) === rank);
}

/** An OBX under the line (OBX-11 `O`, order detail), as question and answer. One without value was not answered. */
function toAnswer(obx: Segment, remarks: Remarks): readonly ClinicalAnswer[] {
  const question = codeFrom(
    [1, 4].map((first) => ({ code: obx.text(3, first), label: obx.text(3, first + 1), system: obx.text(3, first + 2) })),
  );
  if (!question) {
    remarks.add('hl7-required', obx.location(3));
    return [];
  }
  const isCoded = ['CE', 'CWE', 'CNE'].includes(obx.text(2));
  const values = obx.field(5).repetitions.map((value) => (isCoded ? value.text(2) || value.text(1) : toLines(value.whole)));
  const text = values.filter((value) => value !== '').join('\n');
  const unit = obx.text(6) || obx.text(6, 2);
  return text === '' ? [] : [{ question: question.code, text: unit ? `${text} ${unit}` : text }];
}
