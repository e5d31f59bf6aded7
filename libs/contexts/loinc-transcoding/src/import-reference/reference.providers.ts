import type { Provider, Type } from '@nestjs/common';
import { ArchiveUploads } from './archive-uploads.js';
import { ConceptsController } from './concepts.controller.js';
import { ImportReleases } from './import-releases.js';
import { ImportValueSets } from './import-value-sets.js';
import { RawArchiveBodies } from './raw-archive-bodies.js';
import { ReferenceConcepts } from './reference-concepts.js';
import { ReferenceEditors } from './reference-editors.js';
import { ReferenceImports } from './reference-imports.js';
import { ReferenceSettings, type ReferenceOptions } from './reference-settings.js';
import { ReferenceStore } from './reference-store.js';
import { ReleasesController } from './releases.controller.js';
import { ValueSetsController } from './value-sets.controller.js';

/** Doors to reference data. */
export const REFERENCE_CONTROLLERS: Type[] = [ReleasesController, ValueSetsController, ConceptsController];

/** Import and use of reference data, for the module of this context. */
export function referenceProviders(options: ReferenceOptions): Provider[] {
  return [
    { provide: ReferenceSettings, useValue: options },
    ArchiveUploads,
    ImportReleases,
    ImportValueSets,
    RawArchiveBodies,
    ReferenceConcepts,
    ReferenceEditors,
    ReferenceImports,
    ReferenceStore,
  ];
}
