import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { InvalidConfiguration } from '@segur/errors';
import { readFileOrRefuse, readSecret } from './settings.js';

/** Where the laboratories of this installation are described. */
export const laboratoriesConfig = z
  .object({
    LABORATORIES_FILE: z
      .string()
      .optional()
      .describe(
        'JSON array with one object per laboratory: `tenantId` (legal FINESS) and one section per reader (`access`, `laboratory`, `dmp`, `mssante`, `reception`, `delivery`, `acknowledgements`, `mappings`). Absent: the sample laboratory, in the embedded profile only.',
      ),
  })
  .transform((env) => ({ laboratoriesFile: env.LABORATORIES_FILE }));

/** One laboratory as its file states it: sections are parsed by those who read them. */
export interface LaboratoryEntry {
  /** Legal FINESS, 9 characters. */
  readonly tenantId: string;
  readonly [section: string]: unknown;
}

/** One field of one section of one laboratory. */
export interface SectionField {
  readonly tenantId: string;
  readonly section: string;
  readonly field: string;
}

// The second character is a letter for the two departments of Corsica.
const FINESS = /^[0-9][0-9AB][0-9]{7}$/;

const entries = z.array(
  z.looseObject({ tenantId: z.string().regex(FINESS, 'a tenantId is a legal FINESS: nine digits, the second may be A or B') }),
);

/** What each laboratory has configured. Read once, at start; a section is parsed once per reader. */
export class LaboratoryRegistry {
  private readonly parsed = new Map<z.ZodType, Map<string, unknown>>();

  private constructor(
    private readonly laboratories: ReadonlyMap<string, LaboratoryEntry>,
    private readonly folder: string,
  ) {}

  /** @throws {InvalidConfiguration} The file cannot be read, is not JSON, is not a list of laboratories, or names one twice. */
  static read(path: string): LaboratoryRegistry {
    return LaboratoryRegistry.of(readJson(path), dirname(resolve(path)));
  }

  /**
   * @param folder - What relative paths inside the sections are relative to.
   * @throws {InvalidConfiguration} As {@link LaboratoryRegistry.read}.
   */
  static of(laboratories: unknown, folder = process.cwd()): LaboratoryRegistry {
    const result = entries.safeParse(laboratories, { reportInput: false });
    if (!result.success)
      throw new InvalidConfiguration(`laboratories file: ${z.prettifyError(result.error)}`, {}, { cause: result.error });

    const byTenant = new Map<string, LaboratoryEntry>();
    for (const entry of result.data) {
      if (byTenant.has(entry.tenantId))
        throw new InvalidConfiguration(`laboratories file: laboratory ${entry.tenantId} is described twice`);
      byTenant.set(entry.tenantId, entry);
    }
    return new LaboratoryRegistry(byTenant, folder);
  }

  /** In the order of the file. */
  tenants(): readonly string[] {
    return [...this.laboratories.keys()];
  }

  /**
   * One section of one laboratory, as its reader understands it. Absent section: `undefined`.
   *
   * @throws {InvalidConfiguration} The laboratory is unknown, or the section does not follow the schema; every bad field is named, no value is.
   */
  section<S extends z.ZodType>(tenantId: string, key: string, schema: S): z.output<S> | undefined {
    const laboratory = this.laboratories.get(tenantId);
    if (!laboratory) throw new InvalidConfiguration(`laboratories file: there is no laboratory ${tenantId}`, { tenantId });
    if (laboratory[key] === undefined) return undefined;

    const known = this.parsed.get(schema) ?? new Map<string, unknown>();
    this.parsed.set(schema, known);
    const place = `${tenantId}/${key}`;
    if (!known.has(place)) known.set(place, parseSection(laboratory[key], schema, tenantId, key));
    return known.get(place) as z.output<S>;
  }

  /**
   * Reads a file that a field of a section names.
   *
   * @throws {InvalidConfiguration} It cannot be read. Laboratory, section and field are named, the path is not.
   */
  file(field: SectionField, path: string): Buffer {
    return naming(field, () => readFileOrRefuse(this.resolvePath(path)));
  }

  /** As {@link LaboratoryRegistry.file}, for a file that holds a secret. @throws {InvalidConfiguration} It is empty, too. */
  secret(field: SectionField, path: string): string {
    return naming(field, () => readSecret(this.resolvePath(path)));
  }

  /** The absolute form of a path written in a section: relative ones start from the folder of the laboratories file. */
  resolvePath(path: string): string {
    return resolve(this.folder, path);
  }
}

function parseSection(section: unknown, schema: z.ZodType, tenantId: string, key: string): unknown {
  const result = schema.safeParse(section, { reportInput: false });
  if (result.success) return result.data;
  const message = `laboratories file: section "${key}" of laboratory ${tenantId}: ${z.prettifyError(result.error)}`;
  throw new InvalidConfiguration(message, { tenantId, section: key }, { cause: result.error });
}

function naming<T>({ tenantId, section, field }: SectionField, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const message = `laboratories file: "${field}" in section "${section}" of laboratory ${tenantId}: ${(error as Error).message}`;
    throw new InvalidConfiguration(message, { tenantId, section }, { cause: error });
  }
}

function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileOrRefuse(path).toString('utf8');
  } catch (error) {
    throw new InvalidConfiguration(`LABORATORIES_FILE: ${(error as Error).message}`, {}, { cause: error });
  }
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the file, which holds secrets: not even as a cause.
    throw new InvalidConfiguration('laboratories file: it is not JSON');
  }
}
