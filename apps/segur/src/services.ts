/** The applications that `npm run start:services` runs apart, and what each of them answers. */
export interface ServiceSpec {
  readonly name: string;
  /** Paths that the front door hands to it; `:name` stands for one segment, `*` for the rest. */
  readonly paths: readonly string[];
}

/** One process each. `operations` answers whatever nobody else does. */
export const SERVICES: readonly ServiceSpec[] = [
  { name: 'order-intake', paths: ['/api/v1/orders', '/api/v1/orders/*'] },
  { name: 'result-structuring', paths: ['/api/v1/messages', '/api/v1/reports/:reportSetId/documents/*'] },
  { name: 'loinc-transcoding', paths: ['/api/v1/mappings', '/api/v1/mappings/*'] },
  { name: 'dmp-feeding', paths: [] },
  { name: 'secure-messaging', paths: [] },
  { name: 'operations', paths: ['/*'] },
];
