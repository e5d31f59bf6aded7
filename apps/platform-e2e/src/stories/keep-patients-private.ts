import { glucose, oml, oru, type MessageExam, type MessagePatient } from '@segur/testing';
import { textOfLogFiles, textOfMetrics, textOfTables, textOfTopics } from '../behind-the-doors.js';
import { ALL_ACCEPTED, type Scene } from '../scene.js';

/** A patient whose every trait is improbable, so that a find is no chance. */
const marked: MessagePatient = {
  identifiers:
    '137029973184674^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS^^20240115~ZQXIPP8777^^^LABO&1.2.250.1.999.1.5&ISO^PI',
  names: 'ZQXVOLTMARK^YWZTRIBO^YWZTRIBO OXQUELLE^^^^L',
  birthDate: '19370215',
  sex: 'M',
  addresses: '71 RUE ZQXADRESSE^^ZQXVILLE^^75007^FRA^H~^^ZQXNATAL^^^^BDL^^51215',
  telephone: '06 99 88 77 61^PRN^CP',
  reliability: 'VALI',
};

const exam: MessageExam = {
  ...glucose,
  notes: ['ZQXCOMMENTAIRE du biologiste'],
  results: [
    { type: 'NM', code: 'GLY^Glucose^LABO', value: '7391,48261', unit: 'mmol/L', range: '4111,273519942 - 6222,915378846' },
    { type: 'ST', code: 'CCL^Conclusion^LABO', value: 'ZQXCONCLUSION' },
  ],
};

const MARKS = [
  ...['137029973184674', 'ZQXIPP8777', 'ZQXVOLTMARK', 'YWZTRIBO', 'OXQUELLE', '19370215', '1937-02-15', '15/02/1937'],
  ...['ZQXADRESSE', 'ZQXVILLE', 'ZQXNATAL', '0699887761', '06 99 88 77 61', '+33699887761'],
  ...['7391,48261', '7391.48261', '739148261', '273519942', '915378846', 'ZQXCOMMENTAIRE', 'ZQXCONCLUSION'],
];

/** Each mark also as a table of bytes shows it, and as base64 hides it at any of its three places. */
const spellings = MARKS.flatMap((mark) => {
  const bytes = Buffer.from(mark);
  const base64 = [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .slice(before === 0 ? 0 : before + 1, -4),
  );
  return [mark, ...(mark.length > 6 ? [bytes.toString('hex'), ...base64] : [])];
});

/** Identities and values travel by the document store alone: no event, row, log line or metric has them. */
export function keepPatientsPrivate(scene: () => Scene): void {
  describe('the marks of a patient', () => {
    const delivered = { controlId: 'MARK1', fillerNumber: 'MARK-DELIVERED', patient: marked, exams: [exam] };
    const image = { type: 'ED', code: 'IMG^Courbe^LABO', value: '^IM^JPEG^Base64^ZQXCONCLUSION' };
    let reportSetId: string;

    beforeAll(async () => {
      const { laboratory, sandbox } = scene();
      const order = { controlId: 'MARK0', patient: marked, placerNumbers: ['MARK-ORDER'], clinicalInformation: 'ZQXCOMMENTAIRE' };
      await laboratory.sendByMllp(oml(order));
      await laboratory.sendByMllp(oml({ ...order, controlId: 'MARK0-REFUSED', control: 'XO' }));
      await laboratory.sendByMllp(oru(delivered));
      ({ reportSetId } = await laboratory.delivered('MARK-DELIVERED', ALL_ACCEPTED));
      // Refusals say where, never what: by the reader, by the DMP, by the operator, by the doors.
      await laboratory.sendByHttp(
        oru({ ...delivered, controlId: 'MARK2', fillerNumber: 'MARK-REFUSED', exams: [{ ...exam, results: [image] }] }),
      );
      await laboratory.refused('MARK-REFUSED');
      await laboratory.sendByMllp(oru({ ...delivered, fillerNumber: 'MARK-CONFLICT' }));
      await laboratory.sendByMllp(oru({ ...delivered, controlId: 'MARK3', version: '9.9' }));
      await laboratory.fetch(`/api/v1/reports/ZQXVOLTMARK`);
      await sandbox.breaks('dmp', { mode: 'reject', code: 'XDSRepositoryMetadataError' });
      await sandbox.breaks('mail', { mode: 'reject', code: '550' });
      try {
        await laboratory.sendByMllp(oru({ ...delivered, controlId: 'MARK4', fillerNumber: 'MARK-REJECTED' }));
        await laboratory.delivered('MARK-REJECTED', { dmp: 'REJECTED', prescriber: 'REJECTED', patient: 'REJECTED' });
      } finally {
        await sandbox.breaks('dmp', { mode: 'off' });
        await sandbox.breaks('mail', { mode: 'off' });
      }
    }, 180_000);

    const found = (texts: Iterable<readonly [string, string]>) =>
      [...texts].flatMap(([place, text]) =>
        spellings.filter((spelling) => text.includes(spelling)).map((mark) => `${place}: ${mark}`),
      );
    const placesOf = (texts: ReadonlyMap<string, string>, known: string) =>
      [...texts].filter(([, text]) => text.includes(known)).map(([place]) => place);

    it('are in the document, so the search is for what was really sent', async () => {
      const cda = (await scene().laboratory.document(reportSetId)).toString('utf8');

      for (const mark of ['137029973184674', 'ZQXVOLTMARK', '7391.48261', 'ZQXCONCLUSION']) expect(cda).toContain(mark);
    });

    it('are in no table', async () => {
      const texts = await textOfTables(scene().platform.databaseUrl);

      expect(placesOf(texts, reportSetId)).toEqual(
        expect.arrayContaining([
          'table dmp_feeding.submission',
          'table secure_messaging.dispatch',
          'table result_structuring.outbox',
          'table operations.report',
        ]),
      );
      expect(found(texts)).toEqual([]);
    }, 60_000);

    it('are in no event', async () => {
      const { platform } = scene();
      const texts = await textOfTopics(platform.brokers);

      if (platform.profile === 'services apart') {
        expect(placesOf(texts, reportSetId)).toEqual(
          expect.arrayContaining(['topic internal.results.received.v1', 'topic internal.delivery.changed.v1']),
        );
      }
      expect(found(texts)).toEqual([]);
    }, 90_000);

    it('are in no log line and no metric', async () => {
      const { platform } = scene();
      const texts = new Map([
        ['log lines', platform.output()],
        ['metrics', await textOfMetrics(platform)],
        ...textOfLogFiles(platform.directory),
      ]);

      expect(texts.get('log lines')).toContain(reportSetId);
      expect(texts.get('metrics')).toContain('delivery_attempts_total');
      expect(found(texts)).toEqual([]);
    });
  });
}
