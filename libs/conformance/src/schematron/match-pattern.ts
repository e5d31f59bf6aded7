import type { Element, Node } from 'slimdom';
import { expandedName, type DocumentIndex } from './document-index.js';
import type { NodePattern, PatternStep } from './node-pattern.js';
import type { XPathEngine } from './xpath-engine.js';

const CHILD_ATTRIBUTE =
  /^([\p{L}_][\w.-]*:)?([\p{L}_][\w.-]*)(?:\/@|\[\s*@)([\p{L}_][\w.-]*)\s*=\s*(?:'([^']*)'|"([^"]*)")\s*\]?$/u;

/** Finds the nodes that patterns match in one document; what two patterns share is looked for once. */
export class PatternMatcher {
  private readonly found = new Map<string, readonly Element[]>();

  constructor(
    private readonly index: DocumentIndex,
    private readonly xpath: XPathEngine,
  ) {}

  /** @throws {Error} A predicate cannot be evaluated. */
  match(pattern: NodePattern): readonly Node[] {
    const nodes = pattern.flatMap((branch): readonly Node[] =>
      branch.kind === 'expression' ? this.xpath.nodes(branch.xpath, this.index.document) : this.walk(branch.steps),
    );
    return pattern.length === 1 ? nodes : [...new Set(nodes)];
  }

  private walk(steps: readonly PatternStep[]): readonly Element[] {
    let nodes: readonly Element[] | undefined;
    for (const step of steps) {
      let next = this.found.get(step.key);
      if (!next) {
        next = this.filter(this.candidates(step, nodes), step.predicates);
        this.found.set(step.key, next);
      }
      nodes = next;
      if (nodes.length === 0) break;
    }
    return nodes ?? [];
  }

  private candidates(step: PatternStep, from: readonly Element[] | undefined): readonly Element[] {
    if (from === undefined) {
      const named = step.axis === 'root' ? this.root() : this.anywhere(step);
      return step.axis === 'root' ? named.filter((element) => this.hasName(element, step.name)) : named;
    }
    if (step.axis === 'child') {
      return from.flatMap((element) => element.children.filter((child) => this.hasName(child, step.name)));
    }
    const holders = new Set<Node>(from);
    return this.anywhere(step).filter((element) => {
      for (let above = element.parentNode; above; above = above.parentNode) if (holders.has(above)) return true;
      return false;
    });
  }

  private root(): readonly Element[] {
    const { documentElement } = this.index.document;
    return documentElement ? [documentElement] : [];
  }

  /** Most rules hang on the `templateId` of any element: these are looked up, not searched. */
  private anywhere({ name, predicates }: PatternStep): readonly Element[] {
    if (name !== '*') return this.index.named(this.expand(name));
    const [, prefix = ':', child = '', attribute = '', single, double] = CHILD_ATTRIBUTE.exec(predicates[0] ?? '') ?? [];
    if (child === '') return this.index.elements;
    return this.index.withChildAttribute(this.expand(prefix + child), attribute, single ?? double ?? '');
  }

  private filter(candidates: readonly Element[], predicates: readonly string[]): readonly Element[] {
    return predicates.reduce<readonly Element[]>(
      (kept, predicate) => kept.filter((element) => this.holds(element, predicate)),
      candidates,
    );
  }

  /** The shapes of which published rules are full are tested here; the engine takes the others. */
  private holds(element: Element, predicate: string): boolean {
    const [, absent, present = '', single, double] = ATTRIBUTE.exec(predicate) ?? [];
    if (absent !== undefined) return !element.hasAttribute(absent);
    if (present !== '') return element.getAttribute(present) === (single ?? double);
    const [, child] = CHILD.exec(predicate) ?? [];
    if (child !== undefined) return element.children.some((candidate) => this.hasName(candidate, child));
    return this.xpath.test(predicate, element, {});
  }

  private hasName(element: Element, name: string): boolean {
    return name === '*' || expandedName(element.namespaceURI, element.localName) === this.expand(name);
  }

  private expand(name: string): string {
    const colon = name.indexOf(':');
    const prefix = name.slice(0, Math.max(colon, 0));
    return expandedName(prefix === '' ? '' : this.xpath.namespaceOf(prefix), name.slice(colon + 1));
  }
}

const ATTRIBUTE = /^(?:not\(@([\p{L}_][\w.-]*)\)|@([\p{L}_][\w.-]*)\s*=\s*(?:'([^']*)'|"([^"]*)"))$/u;
const CHILD = /^([\p{L}_][\w.-]*:[\p{L}_][\w.-]*)$/u;
