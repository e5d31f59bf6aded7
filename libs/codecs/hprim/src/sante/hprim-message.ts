import type { Finding } from '@segur/errors';
import type { HprimCharset } from '../charset.js';
import type { Delimiters } from './delimiters.js';
import type { HprimSegment } from './segment.js';

/** A decoded HPRIM Santé file: every segment it holds, known or not, in order, from H to L. */
export class HprimMessage {
  constructor(
    readonly segments: readonly [HprimSegment, ...HprimSegment[]],
    readonly delimiters: Delimiters,
    /** The set the bytes were read in. */
    readonly charset: HprimCharset,
    /** What was tolerated while reading. Never an `error`. */
    readonly findings: readonly Finding[],
  ) {}

  /** H. */
  get header(): HprimSegment {
    return this.segments[0];
  }

  /** The segments of one name, in order. */
  all(name: string): readonly HprimSegment[] {
    return this.segments.filter((segment) => segment.name === name);
  }

  first(name: string): HprimSegment | undefined {
    return this.segments.find((segment) => segment.name === name);
  }
}

/** What H says. Texts as sent; empty where nothing is said. */
export interface HprimHeader {
  /** H.3, name of the file or of the message. */
  readonly fileName: string;
  /** H.5. */
  readonly sender: { readonly id: string; readonly name: string };
  /** H.7: `ORU` for results, `ORM`, `ADM`, `FAC`, `REG`, `ERR`. */
  readonly context: string;
  /** H.10. */
  readonly receiver: { readonly id: string; readonly name: string };
  /** H.12: `P` production, `T` test, `D` debug. */
  readonly processing: string;
  /** H.13.1 without its `H`: `2.1`. */
  readonly version: string;
  /** H.13.2: `C`, `L` or `R`. */
  readonly type: string;
  /** H.14, not decoded. */
  readonly sentAt: string;
}

/** The header of a message, in words. */
export function headerOf({ header }: Pick<HprimMessage, 'header'>): HprimHeader {
  const text = (field: number, component?: number) => header.text(field, component).trim();
  return {
    fileName: text(3),
    sender: { id: text(5), name: text(5, 2) },
    context: text(7).toUpperCase(),
    receiver: { id: text(10), name: text(10, 2) },
    processing: text(12).toUpperCase(),
    version: text(13).toUpperCase().replace(/^H/, ''),
    type: text(13, 2).toUpperCase(),
    sentAt: text(14),
  };
}
