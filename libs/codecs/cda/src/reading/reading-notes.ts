import type { Finding, Severity } from '@segur/errors';
import type { CdaNode } from '../cda-tree.js';

/** Codes of findings of the reader. */
export type ReadingCode =
  | 'cda.unread'
  | 'cda.dangling-reference'
  | 'cda.duplicate-id'
  | 'cda.status'
  | 'cda.value'
  | 'cda.base64'
  | 'cda.id-derived'
  | 'cda.version'
  | 'cda.more';

interface Words {
  readonly severity: Severity;
  readonly message: string;
  readonly messageFr: string;
}

const WORDS: Readonly<Record<ReadingCode, Words>> = {
  'cda.unread': {
    severity: 'warning',
    message: 'This part of the document is not read',
    messageFr: "Cette partie du document n'est pas lue",
  },
  'cda.dangling-reference': {
    severity: 'warning',
    message: 'The reference names no element of the narrative',
    messageFr: 'La référence ne désigne aucun élément du texte',
  },
  'cda.duplicate-id': {
    severity: 'warning',
    message: 'Another element of the narrative has the same ID; the first is read',
    messageFr: 'Un autre élément du texte porte le même ID ; le premier est lu',
  },
  'cda.status': {
    severity: 'warning',
    message: 'The status is missing or is none that a CR-BIO allows here; read as completed, or aborted without a value',
    messageFr: "Le statut manque ou n'est pas admis ici ; lu comme terminé, ou abandonné en l'absence de valeur",
  },
  'cda.value': {
    severity: 'warning',
    message: 'The value has no type that is read, or not what its type needs; read by what it holds',
    messageFr: "La valeur n'a pas de type connu, ou pas ce que son type exige ; lue d'après son contenu",
  },
  'cda.base64': {
    severity: 'error',
    message: 'The attached content is not Base64; it is left out',
    messageFr: "Le contenu joint n'est pas en Base64 ; il est écarté",
  },
  'cda.id-derived': {
    severity: 'info',
    message: 'The identifier is missing; one was derived from that of the document',
    messageFr: "L'identifiant manque ; il a été dérivé de celui du document",
  },
  'cda.version': {
    severity: 'warning',
    message: 'The document names a version of the volet that is not known; read as the nearest',
    messageFr: 'Le document annonce une version inconnue du volet ; lu comme la plus proche',
  },
  'cda.more': {
    severity: 'warning',
    message: 'There are more findings than are listed',
    messageFr: "Il y a plus de constats que n'en montre cette liste",
  },
};

// A document of nonsense is not worth a megabyte of findings.
const MAX_FINDINGS = 200;

/** The findings of one reading, in the order they were made. */
export class ReadingNotes {
  readonly #findings: Finding[] = [];
  #overflow = false;

  get findings(): readonly Finding[] {
    return this.#overflow ? [...this.#findings, finding('cda.more', '/')] : this.#findings;
  }

  /** Notes something about an element, or about one of its attributes. */
  add(code: ReadingCode, node: CdaNode, attribute?: string): void {
    if (this.#findings.length >= MAX_FINDINGS) this.#overflow = true;
    else this.#findings.push(finding(code, attribute === undefined ? pathOf(node) : `${pathOf(node)}/@${attribute}`));
  }

  /** True once nothing more is listed. */
  get full(): boolean {
    return this.#overflow;
  }
}

function finding(code: ReadingCode, location: string): Finding {
  const { severity, message, messageFr } = WORDS[code];
  return { severity, code, location, message, messageFr };
}

/** XPath of an element without prefixes; with a position where it has siblings of its name. */
export function pathOf(node: CdaNode): string {
  const steps: string[] = [];
  for (let at: CdaNode | undefined = node; at; at = at.parent) {
    const { name, parent } = at;
    const namesakes = parent?.children.filter((sibling) => sibling.name === name) ?? [];
    steps.push(namesakes.length > 1 ? `${name}[${namesakes.indexOf(at) + 1}]` : name);
  }
  return `/${steps.reverse().join('/')}`;
}
