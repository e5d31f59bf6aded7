import type { CdaNode } from '../cda-tree.js';
import type { CdaReferral, CdaVaccination } from '../cr-bio-document.js';
import { child, peek, present, textOf, toCode, toPoint } from '../read-cda-types.js';
import type { ReadingContext } from './reading-context.js';
import { hasTemplate } from './templates.js';
import { isEvent } from './unread.js';

/** Reads FR-Raison-de-la-recommandation. Absent: the reason or the problem is not coded; then nothing of it is read. */
export function readReferral(section: CdaNode, context: ReadingContext): CdaReferral | undefined {
  const observations = section.children.flatMap((entry) => (entry.name === 'entry' ? (peek(entry, 'observation') ?? []) : []));
  const coded = (problem: boolean) =>
    observations.find((one) => isEvent(one) && hasTemplate(one, 'problem') === problem && toCode(peek(one, 'value')) !== undefined);
  const reasonEntry = coded(false);
  const problemEntry = coded(true);
  const reason = reasonEntry && readStatement(reasonEntry, context);
  const problem = problemEntry && readStatement(problemEntry, context);
  if (!reason || !problem) return undefined;
  const code = toCode(child(section, 'code'));
  const narrative = child(section, 'text');
  child(section, 'id');
  return {
    title: textOf(child(section, 'title')) ?? code?.displayName ?? '',
    text: narrative ? context.narrative.paragraphs(narrative).join('\n') : (reason.displayName ?? ''),
    reason,
    problem,
  };
}

function readStatement(statement: CdaNode, context: ReadingContext): ReturnType<typeof toCode> {
  if (statement.parent) statement.parent.read = true;
  statement.read = true;
  for (const name of ['id', 'code', 'statusCode']) child(statement, name);
  context.words(child(statement, 'text'));
  const value = child(statement, 'value');
  context.originalText(value);
  return toCode(value);
}

/** Reads FR-Vaccinations. One that was not done says so: `negationInd`. */
export function readVaccinations(section: CdaNode, context: ReadingContext): readonly CdaVaccination[] {
  for (const name of ['id', 'code', 'title']) textOf(child(section, name));
  return section.children.flatMap((entry) => {
    const given = entry.name === 'entry' ? peek(entry, 'substanceAdministration') : undefined;
    if (!given) return [];
    entry.read = given.read = true;
    return [readVaccination(given, context)];
  });
}

/** The product is known by its own code, or by the translation that says its ATC. */
function readVaccination(given: CdaNode, context: ReadingContext): CdaVaccination {
  for (const name of ['id', 'code', 'statusCode']) child(given, name);
  const material = child(child(child(given, 'consumable'), 'manufacturedProduct'), 'manufacturedMaterial');
  const code = child(material, 'code');
  const product = toCode(code) ?? toCode(child(code, 'translation'));
  const name = textOf(child(material, 'name'));
  const shown = context.words(child(given, 'text'));
  const words = context.originalText(code);
  return present<CdaVaccination>({
    label: shown ?? words ?? name ?? product?.displayName ?? '',
    product,
    done: given.attributes['negationInd'] !== 'true',
    at: toPoint(child(given, 'effectiveTime')),
  });
}
