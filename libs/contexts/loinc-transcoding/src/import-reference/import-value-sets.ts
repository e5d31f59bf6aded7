import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Ids } from '@segur/clock';
import { hasErrors, type Finding } from '@segur/errors';
import { decodeText, readValueSetCsv, readValueSetFhir, type ValueSetFile } from '@segur/loinc-files';
import { ValueSetRefused } from './reference-errors.js';
import { ReferenceImports, type ReferenceImport } from './reference-imports.js';
import { ReferenceStore } from './reference-store.js';

/** Imports versions of the French value set "circuit de la biologie": some thousand codes, at once. */
@Injectable()
export class ImportValueSets {
  constructor(
    private readonly imports: ReferenceImports,
    private readonly store: ReferenceStore,
    private readonly ids: Ids,
  ) {}

  /**
   * @param version - Absent: as the FHIR resource says.
   * @returns The import; the same bytes again are the import before.
   * @throws {ValueSetRefused} A line is wrong, or there is no version: nothing is loaded.
   */
  async import(
    bytes: Buffer,
    format: 'csv' | 'fhir',
    by: { readonly author: string; readonly version?: string | undefined },
  ): Promise<ReferenceImport> {
    const { text } = decodeText(bytes);
    const file: ValueSetFile = format === 'csv' ? readValueSetCsv(text) : readValueSetFhir(text);
    const version = by.version ?? file.version ?? file.date;
    if (hasErrors(file.findings)) throw new ValueSetRefused(file.findings);
    if (version === undefined) throw new ValueSetRefused([VERSION_MISSING]);

    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const chapters = new Set(file.rows.map(({ chapter }) => chapter).filter((chapter) => chapter !== undefined)).size;
    const asked = { id: this.ids.next(), sha256, author: by.author, version };
    const result = { counts: { codes: file.rows.length, chapters }, findings: file.findings };
    const id = await this.imports.addWhole('value-set', asked, result, (tx) => this.store.addEntries(tx, asked.id, file.rows));
    return (await this.imports.find('value-set', id)) as ReferenceImport;
  }
}

const VERSION_MISSING: Finding = {
  severity: 'error',
  code: 'value-set-version',
  location: 'version',
  message: 'The file does not say its version: give ?version=',
  messageFr: 'Le fichier ne dit pas sa version : donner ?version=',
};
