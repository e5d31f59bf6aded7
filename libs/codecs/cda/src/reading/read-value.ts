import type { CdaNode } from '../cda-tree.js';
import type { CdaBound, CdaQuantity, CdaValue } from '../cr-bio-document.js';
import { child, peek, present, textOf, toCode } from '../read-cda-types.js';
import type { ReadingContext } from './reading-context.js';

/** A value, and the words that the document shows for it; absent: it shows none by a reference. */
export interface ReadValue {
  readonly value: CdaValue;
  readonly words?: string;
}

const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/** Reads a `value` by its `xsi:type`, prefixed or not; one without type that is read, by what it holds. */
export function readValue(node: CdaNode, context: ReadingContext): ReadValue {
  const type = (node.attributes['xsi:type'] ?? '').replace(/^.*:/, '');
  switch (type) {
    case 'PQ':
    case 'REAL':
    case 'INT':
    case 'MO':
      return readQuantity(node, context);
    case 'IVL_PQ':
    case 'IVL_REAL':
    case 'IVL_INT':
      return readInterval(node, context);
    case 'RTO':
    case 'RTO_PQ_PQ':
    case 'RTO_QTY_QTY':
      return readRatio(node, context);
    case 'CD':
    case 'CE':
    case 'CV':
    case 'CO':
    case 'CS':
      return readCoded(node, context);
    case 'TS':
    case 'IVL_TS':
      return readTime(node, context);
    case 'ST':
    case 'ED':
    case 'SC':
      return readText(node, context);
    case 'BL':
      return { value: toText(node.attributes['value']) };
    default:
      context.notes.add('cda.value', node);
      return readByContent(node, context);
  }
}

function readByContent(node: CdaNode, context: ReadingContext): ReadValue {
  const { value, code } = node.attributes;
  if (value !== undefined) return DECIMAL.test(value) ? readQuantity(node, context) : { value: toText(value) };
  if (code !== undefined || peek(node, 'originalText')) return readCoded(node, context);
  if (peek(node, 'low') || peek(node, 'high')) return readInterval(node, context);
  if (peek(node, 'numerator')) return readRatio(node, context);
  return readText(node, context);
}

/** A number without unit is a `REAL`, whatever its type was. */
function readQuantity(node: CdaNode, context: ReadingContext): ReadValue {
  const { value, unit } = node.attributes;
  if (value === undefined) return none(node, context);
  if (!DECIMAL.test(value)) context.notes.add('cda.value', node);
  if (!unit) return { value: { type: 'REAL', value } };
  return { value: present<CdaValue & { type: 'PQ' }>({ type: 'PQ', value, unit, translations: toTranslations(node) }) };
}

function readInterval(node: CdaNode, context: ReadingContext): ReadValue {
  if (node.attributes['value'] !== undefined) return readQuantity(node, context);
  const low = toBound(node, 'low');
  const high = toBound(node, 'high');
  if (!low && !high) return none(node, context);
  return { value: present<CdaValue & { type: 'IVL_PQ' }>({ type: 'IVL_PQ', low, high }) };
}

function readRatio(node: CdaNode, context: ReadingContext): ReadValue {
  const part = (name: string) => {
    const found = child(node, name);
    const unit = found?.attributes['unit'];
    if (found && unit !== undefined && unit !== '1') context.notes.add('cda.unread', found, 'unit');
    return found?.attributes['value'];
  };
  const numerator = part('numerator');
  const denominator = part('denominator');
  if (numerator === undefined) return none(node, context);
  // HL7: a ratio without denominator is over one.
  return { value: { type: 'RTO', numerator, denominator: denominator ?? '1' } };
}

function readCoded(node: CdaNode, context: ReadingContext): ReadValue {
  const code = toCode(node);
  const words = context.originalText(node);
  if (!code && words === undefined && !peek(node, 'originalText')) return none(node, context);
  return present<ReadValue>({ value: present<CdaValue & { type: 'CD' }>({ type: 'CD', code }), words });
}

function readTime(node: CdaNode, context: ReadingContext): ReadValue {
  const { value } = node.attributes;
  return value === undefined ? none(node, context) : { value: { type: 'TS', value } };
}

/** `ST`, or `ED` that holds text or refers to some. */
function readText(node: CdaNode, context: ReadingContext): ReadValue {
  const code = toCode(node);
  const words = context.words(node);
  if (code) return present<ReadValue>({ value: { type: 'CD', code }, words });
  return words === undefined ? none(node, context) : { value: { type: 'ST', text: words } };
}

/** No value: it says so with a null flavour, or it is a mistake. */
function none(node: CdaNode, context: ReadingContext): ReadValue {
  if (node.attributes['nullFlavor'] === undefined) context.notes.add('cda.value', node);
  const words = context.originalText(node) ?? textOf(node);
  return present<ReadValue>({ value: { type: 'none' }, words });
}

function toText(text: string | undefined): CdaValue {
  return text ? { type: 'ST', text } : { type: 'none' };
}

/** A bound of an interval; absent: it has no value, for the interval is open there. */
export function toBound(node: CdaNode, name: 'low' | 'high'): CdaBound | undefined {
  const bound = child(node, name);
  const value = bound?.attributes['value'];
  if (!bound || value === undefined) return undefined;
  const { unit, inclusive } = bound.attributes;
  // HL7: a bound belongs to its interval unless it says otherwise.
  return present<CdaBound>({
    value,
    unit: unit || undefined,
    translations: toTranslations(bound),
    inclusive: inclusive !== 'false',
  });
}

/** The unit of a `translation` stands in `code`; `unit`, a common mistake, is read too. One without value or unit stays unread. */
function toTranslations(node: CdaNode): CdaQuantity['translations'] {
  const usable = node.children.filter(({ name, attributes }) => {
    return name === 'translation' && attributes['value'] !== undefined && Boolean(attributes['code'] ?? attributes['unit']);
  });
  if (usable.length === 0) return undefined;
  return usable.map((translation) => {
    translation.read = true;
    const { value, code, unit } = translation.attributes;
    return { value: value as string, unit: (code ?? unit) as string };
  });
}
