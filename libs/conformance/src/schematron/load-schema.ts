import type { Severity } from '@segur/errors';
import { parseNodePattern } from './node-pattern.js';
import { elementsNamed, elementsOf, readSchemaElement, textOf, type SchemaElement } from './schema-element.js';
import { resolvePath, UnreadableSchema, type SchemaFiles } from './schema-files.js';
import type { Check, Let, MessagePart, Pattern, Rule, Schema } from './schema-model.js';

// Deeper than any published schema: a chain of includes that comes back to its start ends here.
const MAX_INCLUDES = 20;

/**
 * Reads a schema of ISO Schematron (query binding `xslt2`) with all that it includes.
 *
 * Abstract rules are found in the whole schema, not only in their own pattern, and a `let` of one pattern serves all: that is how
 * the skeleton implementation treats them, and published schemas count on it.
 *
 * @param path - The entry file.
 * @param phase - Default: the schema's own default phase; `#ALL` is every pattern.
 * @throws {UnreadableSchema} A file is missing or is no schema.
 * @see ISO/IEC 19757-3:2020, clause 6.4
 */
export function loadSchema(files: SchemaFiles, path: string, phase?: string): Schema {
  const root = include(files, path, path, 0);
  if (root.name !== 'schema') throw new UnreadableSchema('A file is no Schematron schema', { file: path });
  const patterns = elementsNamed(root, 'pattern');
  const chosen = phaseOf(root, phase ?? root.attributes['defaultPhase'] ?? '#ALL');
  const concrete = patterns
    .filter((pattern) => pattern.attributes['abstract'] !== 'true')
    .filter((pattern) => !chosen || activeIn(chosen).has(pattern.attributes['id'] ?? ''))
    .map((pattern) => instantiate(pattern, patterns, path));
  return {
    path,
    namespaces: new Map(elementsNamed(root, 'ns').map(({ attributes }) => [attributes['prefix'] ?? '', attributes['uri'] ?? ''])),
    // Constants of a pattern that the phase leaves out are still read elsewhere.
    lets: [root, ...(chosen ? [chosen] : []), ...patterns].flatMap(letsOf),
    patterns: concrete.map((pattern, index) => toPattern(pattern, index, abstractRules(patterns), diagnosticsOf(root))),
  };
}

function include(files: SchemaFiles, path: string, from: string, depth: number): SchemaElement {
  const text = files.read(path);
  if (text === undefined) throw new UnreadableSchema('A file of the schema is missing', { file: path, neededBy: from });
  if (depth > MAX_INCLUDES) throw new UnreadableSchema('Files of the schema include one another', { file: path });
  return withIncludes(files, readSchemaElement(text, path), path, depth);
}

function withIncludes(files: SchemaFiles, element: SchemaElement, path: string, depth: number): SchemaElement {
  const content = element.content.map((part) => {
    if (typeof part === 'string') return part;
    if (part.name !== 'include') return withIncludes(files, part, path, depth);
    const [href = '', fragment] = (part.attributes['href'] ?? '').split('#');
    const included = include(files, resolvePath(path, href), path, depth + 1);
    return fragment === undefined ? included : (withId(included, fragment) ?? included);
  });
  return { ...element, content };
}

function withId(element: SchemaElement, id: string): SchemaElement | undefined {
  if (element.attributes['id'] === id) return element;
  for (const part of elementsOf(element)) {
    const found = withId(part, id);
    if (found) return found;
  }
  return undefined;
}

function phaseOf(root: SchemaElement, id: string): SchemaElement | undefined {
  return elementsNamed(root, 'phase').find(({ attributes }) => attributes['id'] === id);
}

function activeIn(phase: SchemaElement): ReadonlySet<string> {
  return new Set(elementsNamed(phase, 'active').map(({ attributes }) => attributes['pattern'] ?? ''));
}

/** A pattern that `is-a` another takes its content, with parameters put in by text. */
function instantiate(pattern: SchemaElement, all: readonly SchemaElement[], file: string): SchemaElement {
  const isA = pattern.attributes['is-a'];
  if (isA === undefined) return pattern;
  const abstract = all.find(({ attributes }) => attributes['id'] === isA && attributes['abstract'] === 'true');
  if (!abstract) throw new UnreadableSchema(`The abstract pattern ${isA} is missing`, { file });
  const parameters = elementsNamed(pattern, 'param').map(
    ({ attributes }) => [attributes['name'] ?? '', attributes['value'] ?? ''] as const,
  );
  const { content } = substitute(abstract, parameters);
  return { ...pattern, content };
}

function substitute(element: SchemaElement, parameters: readonly (readonly [string, string])[]): SchemaElement {
  const values = new Map(parameters);
  const put = (text: string) =>
    text.replaceAll(/\$([\p{L}_][\p{L}\p{N}_.-]*)/gu, (reference, name: string) => values.get(name) ?? reference);
  return {
    name: element.name,
    attributes: Object.fromEntries(Object.entries(element.attributes).map(([name, value]) => [name, put(value)])),
    content: element.content.map((part) => (typeof part === 'string' ? part : substitute(part, parameters))),
  };
}

function abstractRules(patterns: readonly SchemaElement[]): ReadonlyMap<string, SchemaElement> {
  const rules = patterns.flatMap((pattern) => elementsNamed(pattern, 'rule'));
  return new Map(
    rules.filter(({ attributes }) => attributes['abstract'] === 'true').map((rule) => [rule.attributes['id'] ?? '', rule]),
  );
}

function diagnosticsOf(root: SchemaElement): ReadonlyMap<string, SchemaElement> {
  const all = elementsNamed(root, 'diagnostics').flatMap((holder) => elementsNamed(holder, 'diagnostic'));
  return new Map(all.map((diagnostic) => [diagnostic.attributes['id'] ?? '', diagnostic]));
}

function letsOf(element: SchemaElement): readonly Let[] {
  return elementsNamed(element, 'let').map(toLet);
}

function toLet({ attributes }: SchemaElement): Let {
  return { kind: 'let', name: attributes['name'] ?? '', value: attributes['value'] ?? '()' };
}

type Named = ReadonlyMap<string, SchemaElement>;

function toPattern(pattern: SchemaElement, index: number, abstracts: Named, diagnostics: Named): Pattern {
  const title = textOf(elementsNamed(pattern, 'title')[0]);
  const name = pattern.attributes['id'] ?? (title === '' ? `pattern-${index + 1}` : title);
  const rules = elementsNamed(pattern, 'rule').filter(({ attributes }) => attributes['abstract'] !== 'true');
  return {
    name,
    lets: letsOf(pattern),
    rules: rules.map((rule, number) => toRule(rule, `${name}#r${number + 1}`, abstracts, diagnostics)),
  };
}

function toRule(rule: SchemaElement, id: string, abstracts: Named, diagnostics: Named): Rule {
  let number = 0;
  const steps = extended(rule, abstracts, 0).flatMap((part): readonly (Let | Check)[] => {
    if (part.name === 'let') return [toLet(part)];
    if (part.name !== 'assert' && part.name !== 'report') return [];
    number += 1;
    return [toCheck(part, part.name, `${id}.a${number}`, rule, diagnostics)];
  });
  return { context: parseNodePattern(rule.attributes['context'] ?? ''), steps };
}

/** Content of a rule, with that of the rules that it extends in their places. */
function extended(rule: SchemaElement, abstracts: Named, depth: number): readonly SchemaElement[] {
  return elementsOf(rule).flatMap((part) => {
    if (part.name !== 'extends') return [part];
    const base = abstracts.get(part.attributes['rule'] ?? '');
    if (!base || depth > MAX_INCLUDES) {
      throw new UnreadableSchema(`The abstract rule ${part.attributes['rule'] ?? ''} is missing or extends itself`);
    }
    return extended(base, abstracts, depth + 1);
  });
}

function toCheck(part: SchemaElement, kind: 'assert' | 'report', id: string, rule: SchemaElement, diagnostics: Named): Check {
  const explained = (part.attributes['diagnostics'] ?? '').split(/\s+/).flatMap((name) => diagnostics.get(name) ?? []);
  return {
    kind,
    id,
    test: part.attributes['test'] ?? 'false()',
    severity: severityOf(part.attributes['role'] ?? part.attributes['flag'] ?? rule.attributes['role'] ?? 'error'),
    message: [part, ...explained].flatMap((element, index) => [...(index === 0 ? [] : [' ']), ...messageOf(element)]),
  };
}

function severityOf(role: string): Severity {
  if (/^warn/i.test(role)) return 'warning';
  return /^info/i.test(role) ? 'info' : 'error';
}

function messageOf(element: SchemaElement): readonly MessagePart[] {
  return element.content.flatMap((part): readonly MessagePart[] => {
    if (typeof part === 'string') return [part];
    if (part.name === 'value-of') return [{ select: part.attributes['select'] ?? "''" }];
    if (part.name === 'name') return [{ select: `name(${part.attributes['path'] ?? '.'})` }];
    return messageOf(part);
  });
}
