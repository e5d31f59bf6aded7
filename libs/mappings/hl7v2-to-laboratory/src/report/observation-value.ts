import type { Coded, MessageHabits, ObservationValue } from '@segur/laboratory';
import type { Repetition, Segment } from '@segur/hl7v2';
import { readPrintedNumber, readPrintedRatio } from '@segur/results-to-laboratory';
import { decodeComparison, decodeLaboratoryNumber, type NumberStyle } from '@segur/units';
import { toLines } from '../comments.js';
import type { Remarks } from '../remarks.js';
import type { StatedTimes } from '../stated-times.js';

/** What reading a value depends on beside its segment. */
export interface ValueContext {
  readonly style: NumberStyle;
  readonly times: StatedTimes;
  readonly remarks: Remarks;
  /** What was agreed with the sender. */
  readonly habits: MessageHabits;
}

const NCBI = '2.16.840.1.113883.3.9471';
/** Code systems whose OID is known by their HL7 name. */
const SYSTEM_OIDS: Readonly<Record<string, string>> = {
  SCT: '2.16.840.1.113883.6.96',
  'SNOMED-CT': '2.16.840.1.113883.6.96',
  SNOMEDCT: '2.16.840.1.113883.6.96',
  LN: '2.16.840.1.113883.6.1',
  NCBI,
  'NCBI-TAXONOMY': NCBI,
  NCBITAXON: NCBI,
  TAXID: NCBI,
};

/**
 * Reads OBX-5 as OBX-2 says. A wrong or unread value is an error of the message: nothing of a result may be lost.
 *
 * @returns Nothing when there is no value to give; the remark says why.
 * @see hl7v2.md §7.1
 */
export function toValue(obx: Segment, context: ValueContext): ObservationValue | undefined {
  const { remarks } = context;
  const type = obx.text(2).trim().toUpperCase();
  const values = obx.field(5).repetitions.filter((repetition) => repetition.state === 'value');
  if (values.length === 0) return refused(remarks, 'hl7-value-missing', obx.location(5));
  switch (type) {
    case 'NM':
      return toNumeric(obx, values, context);
    case 'SN':
      return toStructuredNumeric(obx, values, context);
    case 'CE':
    case 'CWE':
    case 'CNE':
      return toCoded(obx, values, context);
    case 'ST':
    case 'TX':
    case 'FT':
    case 'IS':
    case 'ID':
      return toText(values);
    case 'TM':
    case 'DR':
      return toText(values);
    case 'XCN':
    case 'XPN':
    case 'PN':
    case 'CN':
      return {
        kind: 'text',
        text: values.map((value) => inOrder(value, type.endsWith('CN') ? [6, 2, 3, 1] : [1, 2, 3])).join('\n'),
      };
    case 'CX':
    case 'EI':
    case 'CK':
      return { kind: 'text', text: values.map((value) => inOrder(value, [1])).join('\n') };
    case 'XTN':
    case 'TN':
      return { kind: 'text', text: values.map((value) => inOrder(value, [12, 1, 4, 6, 7])).join('\n') };
    case 'XAD':
    case 'AD':
      return { kind: 'text', text: values.map((value) => inOrder(value, [1, 2, 5, 3, 6])).join('\n') };
    case 'DT':
    case 'TS':
    case 'DTM':
      return toDate(obx, values, context);
    case '':
      remarks.add('hl7-value-retyped', obx.location(2));
      return toText(values);
    default:
      return refused(remarks, 'hl7-value-type-not-read', obx.location(2));
  }
}

function toText(values: readonly Repetition[]): ObservationValue {
  return { kind: 'text', text: values.map((value) => toLines(value.whole)).join('\n') };
}

/** What a person, a number or an address says, the parts in the order of speech. */
function inOrder(value: Repetition, parts: readonly number[]): string {
  const said = parts.map((part) => value.component(part).subcomponent(1).trim()).filter((text) => text !== '');
  return said.length > 0 ? said.join(' ') : toLines(value.whole);
}

/** Several numbers in one result are printed one a line: nothing says which of them is the value. */
function severalValues(
  obx: Segment,
  values: readonly Repetition[],
  { remarks }: ValueContext,
  print: (value: Repetition) => string,
) {
  remarks.add('hl7-value-repeated', obx.location(5));
  return { kind: 'text', text: values.map(print).join('\n') } as const;
}

function toNumeric(obx: Segment, values: readonly Repetition[], context: ValueContext): ObservationValue | undefined {
  if (values.length > 1) return severalValues(obx, values, context, (value) => value.whole.trim());
  const text = values[0]?.whole.trim() ?? '';
  const before = context.remarks.findings.length;
  const number = asNumber(text, obx, context);
  if (number || context.remarks.findings.length > before) return number;
  if (!context.habits.wordsInNumbers || text === '') return refused(context.remarks, 'hl7-value-type', obx.location(5));
  context.remarks.add('hl7-value-retyped', obx.location(5));
  return readPrintedRatio(text, context.style) ?? { kind: 'text', text };
}

/** A number, or a bound that its sender put in a field for numbers. An ambiguous one is remarked upon, and is no value. */
function asNumber(text: string, obx: Segment, { style, remarks }: ValueContext): ObservationValue | undefined {
  const number = readPrintedNumber(text, style);
  if (number === 'ambiguous') remarks.add('hl7-number-ambiguous', obx.location(5));
  else if (number?.kind === 'bounded') remarks.add('hl7-value-retyped', obx.location(5));
  return number === 'ambiguous' ? undefined : number;
}

function toStructuredNumeric(obx: Segment, values: readonly Repetition[], context: ValueContext): ObservationValue | undefined {
  const { style, remarks } = context;
  const [value] = values;
  if (!value || values.length > 1) return severalValues(obx, values, context, printedStructured);
  const [sign, first, separator, second] = [1, 2, 3, 4].map((part) => value.text(part).trim()) as [string, string, string, string];
  const one = decodeLaboratoryNumber(first, style);
  const two = decodeLaboratoryNumber(second, style);
  const text = `${sign === '=' ? '' : sign}${first}${separator}${second}`;
  if (one.status === 'ambiguous' || two.status === 'ambiguous') return refused(remarks, 'hl7-number-ambiguous', obx.location(5));
  const comparator = decodeComparison(`${sign} 0`)?.comparator;
  if (one.status !== 'ok' || (sign !== '' && sign !== '=' && !comparator))
    return refused(remarks, 'hl7-value-type', obx.location(5));

  if (separator === '' && second === '') {
    return comparator ? { kind: 'bounded', text, comparator, value: one.value } : { kind: 'numeric', text, value: one.value };
  }
  // `2+` is a degree of presence, and `>1:160` a bound on a titre: printed as they are.
  if (separator === '+' || (comparator && two.status === 'ok')) return { kind: 'text', text };
  if (two.status !== 'ok') return refused(remarks, 'hl7-value-type', obx.location(5));
  if (separator === '-') return { kind: 'interval', text, low: one.value, high: two.value };
  if (separator === ':' || separator === '/') return { kind: 'ratio', text, numerator: one.value, denominator: two.value };
  return refused(remarks, 'hl7-value-type', obx.location(5));
}

function printedStructured(value: Repetition): string {
  return [1, 2, 3, 4].map((part) => value.text(part).trim()).join('');
}

function toCoded(obx: Segment, values: readonly Repetition[], context: ValueContext): ObservationValue | undefined {
  const [value] = values;
  if (!value || values.length > 1) return { kind: 'text', text: values.map(printed).join('\n') };
  const text = printed(value);
  const [code, label, system] = [value.text(1).trim(), value.text(2).trim(), value.text(3).trim()];
  if (label === '' && system === '' && value.text(5) === '') {
    const before = context.remarks.findings.length;
    const number = asNumber(text, obx, context) ?? readPrintedRatio(text, context.style);
    if (number?.kind === 'numeric' || number?.kind === 'ratio') context.remarks.add('hl7-value-retyped', obx.location(5));
    if (number || context.remarks.findings.length > before) return number;
  }
  const [known, other] = codedTriplets(value).filter(({ coded }) => coded !== undefined);
  if (known?.coded) {
    // The taxonomy of a germ is kept with it; another second code has no place.
    if (other && other.coded?.system !== NCBI) context.remarks.add('hl7-code-local', obx.location(5));
    return { kind: 'coded', text, coded: { ...known.coded, label: text } };
  }
  if (code !== '' && code !== text) context.remarks.add('hl7-code-local', obx.location(5));
  return { kind: 'coded', text };
}

/** The triplets of a CE or CWE, each with its code under the OID of its system where that is known. */
export function codedTriplets(value: Repetition): readonly { readonly label: string; readonly coded?: Coded }[] {
  return [1, 4].map((first) => {
    const [code, label, system] = [0, 1, 2].map((part) => value.text(first + part).trim()) as [string, string, string];
    const name = system.toUpperCase();
    const oid = /^[012](\.\d+)+$/.test(system) ? system : Object.hasOwn(SYSTEM_OIDS, name) ? SYSTEM_OIDS[name] : undefined;
    return { label, ...(code !== '' && oid && { coded: { code, system: oid, label: label || code } }) };
  });
}

/** What a coded value prints: its text, else the text of its second triplet, else the original text, else the code. */
export function printed(value: Repetition): string {
  const text = [value.text(2), value.text(5), value.text(9), value.text(1), value.text(4)].find(
    (candidate) => candidate.trim() !== '',
  );
  return toLines(text?.trim() ?? value.whole);
}

function toDate(obx: Segment, values: readonly Repetition[], { times, remarks }: ValueContext): ObservationValue | undefined {
  const text = values[0]?.text(1).trim() ?? '';
  const value = values.length === 1 ? times.read(text) : undefined;
  return value ? { kind: 'date', text, value } : refused(remarks, 'hl7-value-type', obx.location(5));
}

function refused(remarks: Remarks, code: Parameters<Remarks['add']>[0], location: string): undefined {
  const last = remarks.findings.at(-1);
  // An ambiguous number has been named already: it is not also of the wrong type.
  if (last?.location !== location || last.severity !== 'error') remarks.add(code, location);
  return undefined;
}
