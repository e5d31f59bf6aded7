import { element, type Xml } from '@segur/xml';
import type { Submission } from './metadata.js';
import { NAMESPACES } from './schemes.js';
import { encodeSubmitObjectsRequest } from './submit-objects.js';
import { MalformedXds } from './malformed-xds.js';

/**
 * Writes the body of ITI-41: metadata, and for each document a reference to the MIME part with its bytes.
 *
 * @param partUrls - `cid:` URL of each document's part, by `entryId`.
 * @throws {MalformedXds} A document has no part or a part no document; and as `encodeSubmitObjectsRequest`.
 * @see IHE ITI TF-2, 3.41
 */
export function encodeProvideAndRegister(submission: Submission, partUrls: ReadonlyMap<string, string>): Xml {
  if (partUrls.size !== submission.documents.length) throw new MalformedXds('Documents and parts do not match');
  return element(
    'xds:ProvideAndRegisterDocumentSetRequest',
    { 'xmlns:xds': NAMESPACES.xds },
    encodeSubmitObjectsRequest(submission),
    ...submission.documents.map(({ entryId }) => {
      const href = partUrls.get(entryId);
      if (href === undefined) throw new MalformedXds('A document has no part');
      return element('xds:Document', { id: entryId }, element('xop:Include', { 'xmlns:xop': NAMESPACES.xop, href }));
    }),
  );
}
