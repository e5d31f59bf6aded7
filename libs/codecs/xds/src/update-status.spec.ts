import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { sampleSubmission } from '../test/sample-submission.js';
import { MalformedXds } from './malformed-xds.js';
import type { SubmissionSet } from './metadata.js';
import { encodeStatusUpdate, type StatusUpdate } from './update-status.js';

const rim = { rim: 'urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0' };
const entryUuid = 'urn:uuid:019aa0c0-0000-4000-8000-0000000000aa';
const { set } = sampleSubmission;

function valuesOf(xpath: string, written: string): readonly string[] {
  const document = XmlDocument.fromString(written);
  const values = document.find(xpath, rim).map((node) => node.content);
  document.dispose();
  return values;
}

describe('encodeStatusUpdate', () => {
  it.each`
    from          | to            | statuses
    ${'approved'} | ${'deleted'}  | ${['urn:oasis:names:tc:ebxml-regrep:StatusType:Approved', 'urn:asip:ci-sis:2010:StatusType:Deleted']}
    ${'archived'} | ${'deleted'}  | ${['urn:asip:ci-sis:2010:StatusType:Archived', 'urn:asip:ci-sis:2010:StatusType:Deleted']}
    ${'approved'} | ${'archived'} | ${['urn:oasis:names:tc:ebxml-regrep:StatusType:Approved', 'urn:asip:ci-sis:2010:StatusType:Archived']}
    ${'archived'} | ${'approved'} | ${['urn:asip:ci-sis:2010:StatusType:Archived', 'urn:oasis:names:tc:ebxml-regrep:StatusType:Approved']}
  `(
    'moves an entry from $from to $to',
    ({ from, to, statuses }: Pick<StatusUpdate, 'from' | 'to'> & { statuses: readonly string[] }) => {
      const written = encodeStatusUpdate(set, { entryUuid, from, to });

      expect(valuesOf('//rim:Association/rim:Slot/@name', written)).toEqual(['OriginalStatus', 'NewStatus']);
      expect(valuesOf('//rim:Association//rim:Value', written)).toEqual(statuses);
      expect(valuesOf('//rim:Association/@targetObject', written)).toEqual([entryUuid]);
      expect(valuesOf('//rim:Association/@associationType', written)).toEqual([
        'urn:ihe:iti:2010:AssociationType:UpdateAvailabilityStatus',
      ]);
      expect(valuesOf('//rim:ExtrinsicObject', written)).toEqual([]);
    },
  );

  it.each`
    what                                | change                                    | update
    ${'an id that is no OID'}           | ${{ uniqueId: 'urn:uuid:1' }}             | ${{}}
    ${'a source that is no OID'}        | ${{ sourceId: '2.25.01' }}                | ${{}}
    ${'an id of 65 characters'}         | ${{ uniqueId: `2.25.${'1'.repeat(60)}` }} | ${{}}
    ${'an entry named by its uniqueId'} | ${{}}                                     | ${{ entryUuid: '2.25.1' }}
    ${'a status that stays'}            | ${{}}                                     | ${{ from: 'archived', to: 'archived' }}
  `('refuses $what', ({ change, update }: { change: Partial<SubmissionSet>; update: Partial<StatusUpdate> }) => {
    expect(() => encodeStatusUpdate({ ...set, ...change }, { entryUuid, from: 'approved', to: 'deleted', ...update })).toThrow(
      MalformedXds,
    );
  });

  it('is canonical and keeps every text, whatever the lot is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.uuid(), (words, uuid) => {
        const title = words.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '?');
        const written = encodeStatusUpdate({ ...set, title }, { entryUuid: `urn:uuid:${uuid}`, from: 'approved', to: 'deleted' });
        const document = XmlDocument.fromString(written);
        const canonical = document.canonicalizeToString();
        document.dispose();

        expect(canonical).toBe(written);
        expect(valuesOf('//rim:Name/rim:LocalizedString/@value', written)[0]).toBe(title);
      }),
    );
  });
});
