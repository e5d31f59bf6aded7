import type { CdaNode } from '../cda-tree.js';
import { TEMPLATES } from '../cr-bio-constants.js';

/** The name of a model of content, as the writer knows it. */
export type TemplateName = keyof typeof TEMPLATES;

/** True when an element says that it follows a model: by any of the templates that are the model's own. */
export function hasTemplate(node: CdaNode, name: TemplateName): boolean {
  return node.children.some(
    ({ name: child, attributes: { root } }) => child === 'templateId' && root !== undefined && OWN[name]?.has(root),
  );
}

/** Templates that say nothing of a model, for others have them too. */
const SHARED = new Set(['2.16.840.1.113883.10.12.201', '1.3.6.1.4.1.19376.1.5.3.1.4.13', '1.2.250.1.213.1.1.3.48']);

const OWN: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries(TEMPLATES).map(([name, templates]) => [
    name,
    new Set<string>(templates.map(([root]) => root).filter((root, _, all) => all.length === 1 || !SHARED.has(root))),
  ]),
);
