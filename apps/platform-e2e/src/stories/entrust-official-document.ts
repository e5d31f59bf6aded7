import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithOfficial } from '@segur/testing';
import { verdictOf } from '../mllp-exchange.js';
import type { Scene } from '../scene.js';

const OFFICIAL = 'segur2_v2.1_ORU_INIT_N3';

/** The published messages that carry a finished document: its bytes are delivered as they came, or refused by name. */
export function entrustOfficialDocument(scene: () => Scene): void {
  describeWithOfficial('hl7v2-examples', 'the published messages with a document', (directory) => {
    /** All of them have one control id and one filler number: each is given its own. */
    const example = (name: string, number: string) =>
      Buffer.from(
        readFileSync(join(directory, `${name}.hl7`), 'utf8')
          .replace('|ORU^R01^ORU_R01|015|', `|ORU^R01^ORU_R01|${number}|`)
          .replaceAll('1001-E1^labo', `${number}^labo`),
      );

    it('the initial one arrives in the DMP with its document unchanged', async () => {
      const { laboratory, sandbox } = scene();
      const ack = await laboratory.sendByMllp(example(OFFICIAL, 'OFFICIAL-INIT'));
      const report = await laboratory.reportWhen('OFFICIAL-INIT', ({ deliveries }) =>
        deliveries.some(({ channel, state }) => channel === 'dmp' && state === 'ACCEPTED'),
      );
      const [held] = await sandbox.documents(report.revisions[0]?.documentId ?? '');
      const sent = Buffer.from(
        /\^Base64\^([^|]+)/.exec(readFileSync(join(directory, `${OFFICIAL}.hl7`), 'latin1'))?.[1] ?? '',
        'base64',
      );

      expect(verdictOf(ack)).toEqual({ code: 'AA' });
      expect(held?.bytes.equals(sent)).toBe(true);
      expect((await laboratory.document(report.reportSetId)).equals(sent)).toBe(true);
    }, 90_000);

    it.each`
      name                                 | code
      ${'segur2_v2.1_ORU_DEL_N3'}          | ${'document-other-patient'}
      ${'v2.1_ORU_INIT_N1_N3_placeholder'} | ${'hl7-document-unreadable'}
      ${'v2.1_ORU_RPLC_N1_N3_placeholder'} | ${'hl7-document-unreadable'}
      ${'v1.2_ORU'}                        | ${'hl7-document-unreadable'}
    `(
      '$name is refused as $code',
      async ({ name, code }: { name: string; code: string }) => {
        const { laboratory } = scene();
        const number = `OFF-${name.slice(0, 16).toUpperCase()}`;
        expect(verdictOf(await laboratory.sendByMllp(example(name, number)))).toEqual({ code: 'AA' });
        const { refusals, deliveries } = await laboratory.refused(number);

        expect(refusals.flatMap(({ findings }) => findings.map((finding) => finding.code))).toContain(code);
        expect(deliveries).toEqual([]);
      },
      90_000,
    );
  });
}
