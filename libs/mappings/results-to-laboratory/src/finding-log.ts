import { hasErrors, type Finding, type Severity } from '@segur/errors';

/** One kind of remark: its weight and its words. None has room for a value of the message. */
export interface RemarkKind {
  readonly severity: Severity;
  readonly en: string;
  readonly fr: string;
}

/** Collects the findings of one reading, in the order they are met. Its words come from the catalogue of the format that is read. */
export class FindingLog<Code extends string> {
  private readonly made: Finding[];
  private readonly said = new Set<string>();
  private refusing: boolean;

  constructor(
    private readonly catalogue: Readonly<Record<Code, RemarkKind>>,
    before: readonly Finding[] = [],
  ) {
    this.made = [...before];
    this.refusing = hasErrors(before);
  }

  get findings(): readonly Finding[] {
    return this.made;
  }

  get refuses(): boolean {
    return this.refusing;
  }

  /** Notes a remark at a place, `OBX[3]-5`, once: a field may be read more than once. */
  add(code: Code, location: string): void {
    const key = `${code} ${location}`;
    if (this.said.has(key)) return;
    this.said.add(key);
    const { severity, en, fr } = this.catalogue[code];
    this.refusing ||= severity === 'error';
    this.made.push({ severity, code, location, message: en, messageFr: fr });
  }
}
