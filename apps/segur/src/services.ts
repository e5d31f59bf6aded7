/** The applications that `npm run start:services` runs apart, and what each of them answers. */
export interface ServiceSpec {
  readonly name: string;
  /**
   * Paths that the front door hands to it; `:name` stands for one segment, `*` for the rest. The most precise path wins. A method before
   * the path hands over that method alone.
   */
  readonly paths: readonly string[];
  /** Answers 200 when it can be sent work. */
  readonly readyPath: string;
  /** Variables that tell it its port. */
  readonly portVariable: string;
}

const CONTEXT = { readyPath: '/health/ready', portVariable: 'HTTP_PORT' };

/** One process each. `operations` answers whatever nobody else does. */
export const SERVICES: readonly ServiceSpec[] = [
  { ...CONTEXT, name: 'order-intake', paths: ['/api/v1/orders', '/api/v1/orders/*'] },
  {
    ...CONTEXT,
    name: 'result-structuring',
    paths: [
      '/api/v1/messages',
      'POST /api/v1/reports',
      '/api/v1/reports/:reportSetId/documents/*',
      '/api/v1/reports/:reportSetId/withdrawal',
    ],
  },
  {
    ...CONTEXT,
    name: 'loinc-transcoding',
    paths: ['/api/v1/mappings', '/api/v1/mappings/*', '/api/v1/catalogue/*', '/api/v1/loinc/*'],
  },
  { ...CONTEXT, name: 'dmp-feeding', paths: [] },
  { ...CONTEXT, name: 'secure-messaging', paths: [] },
  { ...CONTEXT, name: 'operations', paths: ['/api/v1/mappings/missing', '/*'] },
  { name: 'sandbox', paths: ['/sandbox', '/sandbox/*'], readyPath: '/sandbox/dmp/documents', portVariable: 'SANDBOX_HTTP_PORT' },
];
