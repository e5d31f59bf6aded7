import type { CdaNode } from '../cda-tree.js';
import type { CdaTime } from '../cda-types.js';
import type { CdaImage, CdaObservation, CdaPrior, PrintedPrior, PrintedResult } from '../cr-bio-document.js';
import { printTime } from '../print-facts.js';
import { child, children, listed, peek, present, toCode, toIds, toPoint } from '../read-cda-types.js';
import { printUnit, printValue } from './printed-text.js';
import { readComments } from './read-comments.js';
import { readLabelledCode, readResultCode } from './read-codes.js';
import { readImage } from './read-media.js';
import { readDevice, readPerformers, readSpecimenOf, readValidators } from './read-participations.js';
import { readRange } from './read-range.js';
import { readValue, type ReadValue } from './read-value.js';
import type { ReadingContext } from './reading-context.js';
import { isEvent } from './unread.js';

/**
 * Reads FR-Resultat-examens-de-biologie-element-clinique-pertinent.
 *
 * @param pictures - Those that the narrative shows in its row.
 */
export function readObservation(node: CdaNode, pictures: readonly CdaImage[], context: ReadingContext): CdaObservation {
  const { code, label } = readResultCode(node, context);
  const valueNode = child(node, 'value');
  const read = valueNode && readValue(valueNode, context);
  const unit = printUnit(read?.value);
  const interpretations = children(node, 'interpretationCode').flatMap((one) => toCode(one) ?? []);
  const method = readLabelledCode(child(node, 'methodCode'), context);
  const range = readRange(node, unit, context);
  const priors = readPriors(node, context);
  const inside = links(node, 'COMP').flatMap((media) => readImage(media, context) ?? []);
  const status = readStatus(node, read, context);
  return present<CdaObservation>({
    kind: 'observation',
    id: toIds(children(node, 'id'))[0],
    code,
    printed: present<PrintedResult>({
      label,
      result: printResult(node, label, read, context),
      unit,
      reference: range.text,
      interpretation: interpretations.map((one) => one.displayName ?? one.code).join(', '),
      method: method.words ?? method.code?.displayName,
      priors: listed(priors.map(({ printed }) => printed)),
      notes: listed(range.others),
    }),
    status,
    effectiveTime: toPoint(child(node, 'effectiveTime')),
    value: read?.value,
    interpretations,
    method: method.code,
    kit: readDevice(node, 'DEV', context),
    medium: readDevice(node, 'CSM', context),
    priors: listed(priors.map(({ prior }) => prior)),
    range: range.bounds,
    specimen: readSpecimenOf(node),
    performers: listed(readPerformers(node)),
    validators: readValidators(node),
    comments: readComments(node, context),
    images: listed([...inside, ...pictures]),
  });
}

/** What the report printed: what the value refers to; else the `text` of the result; else see `printValue`. */
function printResult(node: CdaNode, label: string, read: ReadValue | undefined, context: ReadingContext): string {
  const text = child(node, 'text');
  const words = context.words(text);
  if (read?.words !== undefined) return read.words;
  if (words !== undefined && !showsLabel(node, text, label, words, context)) return words;
  return read ? printValue(read.value) : '';
}

/** Some documents refer to the name of the analysis, or to its whole row: that is no result. */
function showsLabel(node: CdaNode, text: CdaNode | undefined, label: string, words: string, context: ReadingContext): boolean {
  const target = context.narrative.target(peek(text, 'reference')?.attributes['value'] ?? '');
  if (!target) return label !== '' && words.includes(label);
  if (target.name === 'tr') return true;
  let at = context.labelledAt(peek(node, 'code'));
  while (at && at !== target) at = at.parent;
  return at === target;
}

/** A result is completed or aborted: anything else is a finding, and read by whether there is a value. */
function readStatus(node: CdaNode, read: ReadValue | undefined, context: ReadingContext): CdaObservation['status'] {
  const status = child(node, 'statusCode');
  const code = status?.attributes['code'];
  if (code === 'completed' || code === 'aborted') return code;
  context.notes.add('cda.status', status ?? node);
  return read && read.value.type !== 'none' ? 'completed' : 'aborted';
}

interface ReadPrior {
  readonly prior: CdaPrior;
  readonly printed: PrintedPrior;
}

/** Reads the antériorités. One that is not dated, or is of another analysis, stays unread. */
function readPriors(node: CdaNode, context: ReadingContext): readonly ReadPrior[] {
  const own = peek(node, 'code');
  return node.children.flatMap((link): readonly ReadPrior[] => {
    if (link.name !== 'entryRelationship' || link.attributes['typeCode'] !== 'REFR') return [];
    const prior = peek(link, 'observation');
    const at = prior && isEvent(prior) && isSame(own, peek(prior, 'code')) ? pointOf(prior) : undefined;
    if (!prior || at === undefined) return [];
    link.read = true;
    prior.read = true;
    child(prior, 'effectiveTime');
    child(prior, 'statusCode');
    // The same code with, sometimes, what the report printed of the earlier result: its value says it.
    readResultCode(prior, context);
    const value = child(prior, 'value');
    const read: ReadValue = value ? readValue(value, context) : { value: { type: 'none' } };
    return [{ prior: { effectiveTime: at, value: read.value }, printed: { date: printTime(at), result: printPrior(read) } }];
  });
}

function pointOf(prior: CdaNode): CdaTime | undefined {
  return toPoint(peek(prior, 'effectiveTime'));
}

function printPrior({ value, words }: ReadValue): string {
  if (words !== undefined) return words;
  return [printValue(value), printUnit(value)].filter((part) => part !== '').join(' ');
}

/** The code of a prior may be left out; it may not be another. */
function isSame(own: CdaNode | undefined, other: CdaNode | undefined): boolean {
  const code = other?.attributes['code'];
  return (
    code === undefined || (code === own?.attributes['code'] && other?.attributes['codeSystem'] === own.attributes['codeSystem'])
  );
}

function links(node: CdaNode, typeCode: string): readonly CdaNode[] {
  return node.children.flatMap((link) => {
    if (link.name !== 'entryRelationship' || link.attributes['typeCode'] !== typeCode) return [];
    const media = peek(link, 'observationMedia');
    if (!media) return [];
    link.read = true;
    return [media];
  });
}
