import type { JsonKind } from './json-kind.js';
import type { JsonPath } from './json-pointer.js';
import type { ReportJsonLimits } from './limits.js';
import type { Remark, ReportJsonCode } from './report-json-finding.js';

/** Why a text is no JSON that may be read. Never leaves this library. */
export class UnreadableJson extends Error {
  constructor(readonly remark: Remark) {
    super(remark.code);
  }
}

const BLANKS = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const WORDS = { true: true, false: false, null: null } as const;
const ESCAPES: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
// No document can hold them: XML 1.0, production 2; FHIR string.
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
/** No number of a report is longer; `1e999999` is refused by what it gives. */
const LONGEST_NUMBER = 40;

/**
 * Reads JSON as RFC 8259 has it and `JSON.parse` does not: a field may not come twice, `__proto__` is an unknown field, texts are
 * Unicode, numbers are finite, and depth and number of values are limited while reading.
 */
export class JsonReader {
  private position = 0;
  private values = 0;
  private readonly path: (string | number)[] = [];

  constructor(
    private readonly text: string,
    private readonly limits: ReportJsonLimits,
  ) {}

  /** @throws {UnreadableJson} The text is no JSON, or not one that may be read. */
  read(): unknown {
    const value = this.value();
    this.blanks();
    if (this.position < this.text.length) this.fail('report-json-syntax', 'the end of the text', 'la fin du texte');
    return value;
  }

  private value(): unknown {
    this.blanks();
    this.values += 1;
    const { maxValues, maxDepth } = this.limits;
    if (this.values > maxValues)
      this.fail('report-json-limit', `at most ${maxValues} values`, `${maxValues} valeurs au plus`, 'more');
    if (this.path.length > maxDepth)
      this.fail('report-json-limit', `at most ${maxDepth} levels`, `${maxDepth} niveaux au plus`, 'more');
    const first = this.text[this.position];
    if (first === '{') return this.object();
    if (first === '[') return this.list();
    if (first === '"') return this.string();
    return this.number() ?? this.word();
  }

  private object(): object {
    const read: Record<string, unknown> = {};
    const keys = new Set<string>();
    this.position += 1;
    if (this.skip('}')) return read;
    do {
      this.blanks();
      if (this.text[this.position] !== '"') this.fail('report-json-syntax', 'a field name', 'un nom de champ');
      const key = this.string();
      this.path.push(key);
      if (keys.has(key)) this.fail('report-json-duplicate-field', 'each field once', 'chaque champ une seule fois');
      // Assigned, it would change the prototype instead of making a field.
      if (key === '__proto__') this.fail('report-json-unknown-field', 'no such field', 'pas de tel champ');
      keys.add(key);
      if (!this.skip(':')) this.fail('report-json-syntax', 'a colon', 'deux-points');
      read[key] = this.value();
      this.path.pop();
    } while (this.skip(','));
    if (!this.skip('}')) this.fail('report-json-syntax', 'a comma or a closing brace', 'une virgule ou une accolade fermante');
    return read;
  }

  private list(): unknown[] {
    const read: unknown[] = [];
    this.position += 1;
    if (this.skip(']')) return read;
    do {
      this.path.push(read.length);
      read.push(this.value());
      this.path.pop();
    } while (this.skip(','));
    if (!this.skip(']')) this.fail('report-json-syntax', 'a comma or a closing bracket', 'une virgule ou un crochet fermant');
    return read;
  }

  private string(): string {
    let read = '';
    this.position += 1;
    for (;;) {
      read += this.match(PLAIN);
      const stop = this.text[this.position];
      this.position += 1;
      if (stop === '"') break;
      if (stop !== '\\') this.fail('report-json-syntax', 'a closing quote', 'un guillemet fermant');
      read += this.escape();
    }
    if (FORBIDDEN.test(read))
      this.fail('report-json-character', 'characters that XML can hold', 'des caractères admis en XML', 'text');
    return read;
  }

  private escape(): string {
    const letter = this.text[this.position] ?? '';
    this.position += 1;
    if (letter !== 'u') return ESCAPES[letter] ?? this.fail('report-json-syntax', 'an escape of JSON', 'un échappement JSON');
    const code = this.text.slice(this.position, this.position + 4);
    if (!/^[\da-fA-F]{4}$/.test(code)) this.fail('report-json-syntax', 'four hexadecimal digits', 'quatre chiffres hexadécimaux');
    this.position += 4;
    return String.fromCharCode(Number.parseInt(code, 16));
  }

  private number(): number | undefined {
    const digits = this.match(NUMBER);
    if (digits === '') return undefined;
    const read = digits.length <= LONGEST_NUMBER ? Number(digits) : Number.NaN;
    if (Number.isFinite(read)) return read;
    return this.fail('report-json-limit', 'a number of common size', 'un nombre de taille courante', 'number');
  }

  private word(): unknown {
    for (const [word, meaning] of Object.entries(WORDS)) {
      if (!this.text.startsWith(word, this.position)) continue;
      this.position += word.length;
      return meaning;
    }
    return this.fail('report-json-syntax', 'a JSON value', 'une valeur JSON');
  }

  private blanks(): void {
    this.match(BLANKS);
  }

  /** Passes blanks, then the sign if it is there. */
  private skip(sign: string): boolean {
    this.blanks();
    if (this.text[this.position] !== sign) return false;
    this.position += 1;
    return true;
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.position += found.length;
    return found;
  }

  private fail(code: ReportJsonCode, expected: string, expectedFr: string, kind?: JsonKind): never {
    const found = kind ?? (this.position < this.text.length ? 'something else' : 'nothing');
    const path: JsonPath = [...this.path];
    throw new UnreadableJson({ code, path, expected, expectedFr, found, at: this.lineAndColumn() });
  }

  /** Counts without cutting: a text may be millions of empty lines. */
  private lineAndColumn(): { line: number; column: number } {
    let [line, start] = [1, 0];
    for (let end = this.text.indexOf('\n'); end >= 0 && end < this.position; end = this.text.indexOf('\n', start)) {
      line += 1;
      start = end + 1;
    }
    return { line, column: this.position - start + 1 };
  }
}
