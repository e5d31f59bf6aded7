import type { Severity } from '@segur/errors';
import type { Node } from 'slimdom';
import { locationOfNode, type DocumentIndex } from './document-index.js';
import { PatternMatcher } from './match-pattern.js';
import type { SchemaFiles } from './schema-files.js';
import type { Check, Let, MessagePart, Pattern, Rule, Schema } from './schema-model.js';
import { openXPathEngine, type Variables, type XPathEngine } from './xpath-engine.js';

/** A check that a document fails. */
export interface Failure {
  /** `pattern#rN.aM`. */
  readonly rule: string;
  readonly severity: Severity;
  /** XPath of the node. */
  readonly location: string;
  /** Words of the schema; what it quotes of the document is `…`. */
  readonly message: string;
}

/** A check that could not be made, and why: a file that is missing, an expression that the engine refuses. */
export interface Unchecked {
  readonly rule: string;
  /** The file that is missing, when that is why. */
  readonly file?: string;
}

/** What a schema says of a document. */
export interface Verdict {
  readonly failures: readonly Failure[];
  /** Once for each check. */
  readonly unchecked: readonly Unchecked[];
}

/** Judges documents by one schema. Compiled expressions and value sets stay in memory between two documents. */
export class SchemaRunner {
  private readonly xpath: XPathEngine;

  constructor(
    private readonly schema: Schema,
    files: SchemaFiles,
  ) {
    this.xpath = openXPathEngine(files, schema.path, schema.namespaces);
  }

  /** Whatever the document holds, the answer is a verdict. */
  run(index: DocumentIndex): Verdict {
    const run = new SchemaRun(this.schema, this.xpath, index);
    return run.verdict();
  }
}

class SchemaRun {
  private readonly failures: Failure[] = [];
  private readonly unchecked = new Map<string, Unchecked>();
  private readonly matcher: PatternMatcher;

  constructor(
    private readonly schema: Schema,
    private readonly xpath: XPathEngine,
    private readonly index: DocumentIndex,
  ) {
    this.matcher = new PatternMatcher(index, xpath);
  }

  verdict(): Verdict {
    const globals = this.evaluate(this.schema.lets, {}, this.index.document, this.schema.path);
    for (const pattern of this.schema.patterns) this.apply(pattern, globals);
    return { failures: this.failures, unchecked: [...this.unchecked.values()] };
  }

  private apply(pattern: Pattern, globals: Variables): void {
    const variables = pattern.lets.length === 0 ? globals : this.evaluate(pattern.lets, globals, this.index.document, pattern.name);
    const taken = new Set<Node>();
    for (const [number, rule] of pattern.rules.entries()) {
      const nodes = this.attempt(`${pattern.name}#r${number + 1}`, () => this.matcher.match(rule.context));
      for (const node of nodes ?? []) {
        if (taken.has(node)) continue;
        taken.add(node);
        this.judge(rule, node, variables);
      }
    }
  }

  private judge(rule: Rule, node: Node, outer: Variables): void {
    let variables = outer;
    for (const step of rule.steps) {
      if (step.kind === 'let') variables = this.evaluate([step], variables, node, step.name);
      else this.check(step, node, variables);
    }
  }

  private check(check: Check, node: Node, variables: Variables): void {
    const holds = this.attempt(check.id, () => this.xpath.test(check.test, node, variables));
    if (holds === undefined || holds === (check.kind === 'assert')) return;
    const message = check.message.map((part) => this.said(part, node, variables)).join('');
    this.failures.push({
      rule: check.id,
      severity: check.severity,
      location: locationOfNode(node),
      message: message.replaceAll(/\s+/g, ' ').trim(),
    });
  }

  /** Names and constants are said; what comes from the document is not, for findings carry no value of it. */
  private said(part: MessagePart, node: Node, variables: Variables): string {
    if (typeof part === 'string') return part;
    const { select } = part;
    if (!/^(?:name|local-name)\([^@$]*\)$|^'[^']*'$|^[\d.]+$/.test(select.trim())) return '…';
    return this.attempt('message', () => this.xpath.text(select, node, variables)) ?? '…';
  }

  private evaluate(lets: readonly Let[], outer: Variables, node: Node, owner: string): Variables {
    const variables: Record<string, unknown> = { ...outer };
    for (const { name, value } of lets) {
      const found = this.attempt(`${owner}$${name}`, () => this.xpath.value(value, node, variables));
      if (found !== undefined) variables[name] = found;
    }
    return variables;
  }

  private attempt<T>(rule: string, work: () => T): T | undefined {
    try {
      return work();
    } catch {
      const file = this.xpath.takeMissingFile();
      if (!this.unchecked.has(rule)) this.unchecked.set(rule, { rule, ...(file === undefined ? {} : { file }) });
      return undefined;
    }
  }
}
