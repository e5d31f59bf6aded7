import type { ContextSchema } from '@segur/persistence';
import { ChaptersAndExams20261124140000 } from './migrations/20261124-chapters-and-exams.js';
import { CodedResults20261124130000 } from './migrations/20261124-coded-results.js';
import { LivingMap20261124110000 } from './migrations/20261124-living-map.js';
import { MapReleases20261123090000 } from './migrations/20261123-map-releases.js';
import { MappingReview20261124100000 } from './migrations/20261124-mapping-review.js';
import { LoincReference20261124105000 } from './migrations/20261124-reference.js';

/** Name of this context: its consumer group, and the source of its facts. */
export const CONTEXT = 'loinc-transcoding';

/** Tables of this context. */
export const loincTranscodingSchema: ContextSchema = {
  context: CONTEXT,
  schema: 'loinc_transcoding',
  migrations: [
    MapReleases20261123090000,
    MappingReview20261124100000,
    LoincReference20261124105000,
    LivingMap20261124110000,
    CodedResults20261124130000,
    ChaptersAndExams20261124140000,
  ],
};
