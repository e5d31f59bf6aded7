import { Injectable } from '@nestjs/common';
import { AccessDenied, requireScope, type Caller } from '@segur/http-security';
import { ReferenceSettings } from './reference-settings.js';

/** Loads LOINC releases and value sets, for every laboratory. */
export const IMPORT_REFERENCES = 'references:import';

/** Who may change what all laboratories see. */
@Injectable()
export class ReferenceEditors {
  constructor(private readonly settings: ReferenceSettings) {}

  /** @throws {AccessDenied} */
  require(caller: Caller): void {
    const { editors } = this.settings;
    if (editors !== 'all' && !editors.includes(caller.tenantId)) {
      throw new AccessDenied('Reference data is loaded by the laboratories that LOINC_REFERENCE_EDITORS names');
    }
    requireScope(caller, IMPORT_REFERENCES);
  }
}
