import type { Battery, Observation, Report } from '@segur/laboratory';
import { bareObservation, battery, isolate, report } from '@segur/testing';
import { decodeReportJson } from './decode-report-json.js';
import { encodeReportJson } from './encode-report-json.js';

const PIXEL = { mediaType: 'image/gif', data: 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7' } as const;
const PDF = { title: 'Compte rendu', data: 'JVBERi0xLjQKJSVFT0YK' };
const result = (code: string, change: Partial<Observation> = {}) => bareObservation(code, { kind: 'text', text: 'vu' }, change);
const culture = (change: Partial<Battery>) =>
  report()
    .withChapters({ code: '18725-2', batteries: [battery('ECBU', [result('ASPECT')], change)] })
    .build();
const written = (sent: Report) => decodeReportJson(encodeReportJson(sent));
const CULTURE = '/chapters/0/batteries/0';

describe('The consistency of a report', () => {
  it('takes a culture with its germs, antibiograms, pictures and PDFs', () => {
    const sent = culture({
      isolates: [
        isolate('1', { observations: [result('COMPTE')], antibiograms: [battery('ATB1', [result('AMX'), result('CIP')])] }),
        isolate('2', { antibiograms: [battery('ATB2', [result('AMX2')], { specimenId: 'S1' })] }),
      ],
      batteries: [battery('EXAMEN', [result('LEUCO', { images: [{ imageId: 'I1', ...PIXEL }] })])],
      images: [{ imageId: 'I2', ...PIXEL }],
    });
    const whole: Report = {
      ...sent,
      secondIntention: [{ attachmentId: 'P1', ...PDF }],
      printedCopy: { attachmentId: 'P2', ...PDF },
    };

    expect(written(whole)).toEqual({ status: 'read', report: whole, findings: [] });
  });

  it('lets a battery, its result and its specimen have one name', () => {
    const sent = report().withChapters({
      code: '18719-5',
      batteries: [battery('S1', [result('S1', { observationId: 'S1' })], { batteryId: 'S1' })],
    });

    expect(written(sent.build()).status).toBe('read');
  });

  it.each`
    what                                            | sent                                                                                                                        | code                          | location
    ${'a result of a germ named as another'}        | ${culture({ isolates: [isolate('1', { observations: [result('ASPECT')] })] })}                                              | ${'report-json-duplicate-id'} | ${`${CULTURE}/isolates/0/observations/0/observationId`}
    ${'an antibiotic named as one of another germ'} | ${culture({ isolates: ['1', '2'].map((id) => isolate(id, { antibiograms: [battery(`ATB${id}`, [result('AMX')])] })) })}     | ${'report-json-duplicate-id'} | ${`${CULTURE}/isolates/1/antibiograms/0/observations/0/observationId`}
    ${'an antibiogram named as its culture'}        | ${culture({ isolates: [isolate('1', { antibiograms: [battery('ECBU', [])] })] })}                                           | ${'report-json-duplicate-id'} | ${`${CULTURE}/isolates/0/antibiograms/0/batteryId`}
    ${'an inner battery named as the outer'}        | ${culture({ batteries: [battery('ECBU', [])] })}                                                                            | ${'report-json-duplicate-id'} | ${`${CULTURE}/batteries/0/batteryId`}
    ${'two germs with one name'}                    | ${culture({ isolates: [isolate('1'), isolate('1')] })}                                                                      | ${'report-json-duplicate-id'} | ${`${CULTURE}/isolates/1/isolateId`}
    ${'two pictures with one name'}                 | ${culture({ images: [{ imageId: 'I', ...PIXEL }], observations: [result('A', { images: [{ imageId: 'I', ...PIXEL }] })] })} | ${'report-json-duplicate-id'} | ${`${CULTURE}/images/0/imageId`}
    ${'two PDFs with one name'}                     | ${{ ...culture({}), secondIntention: [{ attachmentId: 'P', ...PDF }], printedCopy: { attachmentId: 'P', ...PDF } }}         | ${'report-json-duplicate-id'} | ${'/printedCopy/attachmentId'}
    ${'two specimens with one name'}                | ${{ ...culture({}), specimens: [{ specimenId: 'S', label: '' }, { specimenId: 'S', label: '' }] }}                          | ${'report-json-duplicate-id'} | ${'/specimens/1/specimenId'}
    ${'an antibiogram of no specimen'}              | ${culture({ isolates: [isolate('1', { antibiograms: [battery('ATB', [], { specimenId: 'S9' })] })] })}                      | ${'report-json-reference'}    | ${`${CULTURE}/isolates/0/antibiograms/0/specimenId`}
    ${'a chapter of no specimen'} | ${report()
      .withChapters({ code: '18725-2', batteries: [], specimenIds: ['S1', 'S9'] })
      .build()} | ${'report-json-reference'} | ${'/chapters/0/specimenIds/1'}
    ${'a sub-chapter of no specimen'} | ${report()
      .withChapters({ code: '18725-2', batteries: [], subChapters: [{ batteries: [], specimenIds: ['S9'] }] })
      .build()} | ${'report-json-reference'} | ${'/chapters/0/subChapters/0/specimenIds/0'}
    ${'a preliminary result in a final report'}     | ${culture({ isolates: [isolate('1', { observations: [result('N', { status: 'preliminary' })] })] })}                        | ${'report-json-preliminary'}  | ${`${CULTURE}/isolates/0/observations/0/status`}
    ${'batteries beside sub-chapters'} | ${report()
      .withChapters({ code: '18725-2', batteries: [battery('A', [])], subChapters: [{ batteries: [] }] })
      .build()} | ${'report-json-divided-chapter'} | ${'/chapters/0/batteries'}
    ${'germs beside sub-chapters'} | ${report()
      .withChapters({ code: '18725-2', batteries: [], isolates: [isolate('1')], subChapters: [{ batteries: [] }] })
      .build()} | ${'report-json-divided-chapter'} | ${'/chapters/0/isolates'}
  `('refuses $what', ({ sent, code, location }: { sent: Report; code: string; location: string }) => {
    const { status, findings } = written(sent);

    expect(status).toBe('refused');
    expect(findings).toMatchObject([{ severity: 'error', code, location, messageFr: expect.stringMatching(/^Attendu : /) }]);
  });

  it('takes a preliminary result in a partial report, and empty sub-chapters', () => {
    const sent = culture({ observations: [result('N', { status: 'preliminary' })] });
    const chapters = sent.chapters.map((chapter) => ({ ...chapter, subChapters: [] }));

    expect(written({ ...sent, status: 'partial', chapters }).status).toBe('read');
  });
});
