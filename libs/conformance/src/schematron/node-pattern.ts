/** Which nodes a rule is about: a pattern of XSLT, i.e. branches of which one must match. */
export type NodePattern = readonly PatternBranch[];

/** A path that is walked step by step, or an expression left to the XPath engine. */
export type PatternBranch =
  { readonly kind: 'path'; readonly steps: readonly PatternStep[] } | { readonly kind: 'expression'; readonly xpath: string };

/** One step: a name, at which distance of the step before, and what must hold of it. */
export interface PatternStep {
  /** `root`: the element of the document; `child` of the step before; `descendant` of it, or any element at the start. */
  readonly axis: 'root' | 'child' | 'descendant';
  /** `prefix:local`, `local` or `*`. */
  readonly name: string;
  readonly predicates: readonly string[];
  /** The pattern up to this step: two rules that start alike share what was found. */
  readonly key: string;
}

const STEP = /^\s*(\*|[\p{L}_][\p{L}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{N}_.-]*)?)\s*((?:\[.*\]\s*)?)$/su;
// What counts positions must see all the siblings at once.
const POSITIONAL = /^\s*\d+\s*$|\b(?:position|last)\s*\(/;

/** Parses the context of a rule. What is no plain path of elements is kept as an expression. */
export function parseNodePattern(context: string): NodePattern {
  return splitAt(context, '|').map((text) => parsePath(text.trim()) ?? { kind: 'expression', xpath: anywhere(text.trim()) });
}

/** A relative pattern matches wherever it fits. */
function anywhere(text: string): string {
  return text.startsWith('/') ? text : `//${text}`;
}

function parsePath(text: string): PatternBranch | undefined {
  const pieces = splitAt(text.replace(/^\/\//, ''), '/');
  const steps: PatternStep[] = [];
  let axis: PatternStep['axis'] = 'descendant';
  if (/^\/(?!\/)/.test(text)) {
    axis = 'root';
    pieces.shift();
  }
  let key = '';
  for (const piece of pieces) {
    // An empty piece stands between the two slashes of `//`.
    if (piece.trim() === '') {
      axis = 'descendant';
      continue;
    }
    const [, name, brackets = ''] = STEP.exec(piece) ?? [];
    if (name === undefined) return undefined;
    const predicates = splitPredicates(brackets);
    if (!predicates || predicates.some((predicate) => POSITIONAL.test(predicate))) return undefined;
    key += `${axis === 'descendant' ? '//' : '/'}${name}${predicates.map((predicate) => `[${predicate}]`).join('')}`;
    steps.push({ axis, name, predicates, key });
    axis = 'child';
  }
  return steps.length === 0 ? undefined : { kind: 'path', steps };
}

/** Splits at a character that stands outside brackets, parentheses and quotes. */
function splitAt(text: string, separator: string): string[] {
  const parts = [''];
  let depth = 0;
  let quote = '';
  for (const character of text) {
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '[' || character === '(') depth += 1;
    else if (character === ']' || character === ')') depth -= 1;
    else if (character === separator && depth === 0) {
      parts.push('');
      continue;
    }
    parts.push((parts.pop() ?? '') + character);
  }
  return parts;
}

/** `[a][b]` as `a`, `b`. Absent: the brackets do not pair. */
function splitPredicates(brackets: string): readonly string[] | undefined {
  const predicates: string[] = [];
  let depth = 0;
  let quote = '';
  let current = '';
  for (const character of brackets) {
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '[' && ++depth === 1) continue;
    else if (character === ']' && --depth === 0) {
      predicates.push(current.trim());
      current = '';
      continue;
    } else if (depth === 0 && /\S/.test(character)) return undefined;
    if (depth > 0) current += character;
  }
  return depth === 0 ? predicates : undefined;
}
