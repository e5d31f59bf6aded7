import { decodeMultipart, isMultipart, partOfCid } from '@segur/mime';
import { unzip } from '@segur/sandbox/unzip';
import { decodeXdm, encodeXdm } from '@segur/xdm';
import { readGetDocumentsResponse, readRegistryResponse, readSubmitObjectsRequest } from '@segur/xds';
import { zipForm } from '../forms/binary-forms.js';
import { mimeForm, xdsForm } from '../forms/transport-forms.js';
import type { FuzzedReaders, Verdict } from '../reader.js';

const EMPTY_LINE = '\r\n\r\n';

/** The header of a message and its body, parted by an empty line. */
function apart(bytes: Buffer): { readonly type: string; readonly body: Buffer } {
  const at = bytes.indexOf(EMPTY_LINE);
  if (at < 0) return { type: '', body: bytes };
  return { type: bytes.toString('latin1', 0, at), body: bytes.subarray(at + EMPTY_LINE.length) };
}

function sampleXdm(): Buffer {
  const nobody = { organisation: '', address: '', phone: '', application: '', version: '', vendor: '' };
  const documents = [{ fileName: 'DOC0001.XML', bytes: Buffer.from('<a/>'), title: '' }];
  return encodeXdm({ metadata: '<SubmitObjectsRequest/>', documents, sender: nobody, at: new Date(0) });
}

/** The readers of what remote systems answer and of what travels with mails. */
export const TRANSPORT_READERS: FuzzedReaders = {
  mime: {
    form: mimeForm,
    read: (bytes) => {
      const { type, body } = apart(bytes);
      isMultipart(type);
      const { parts } = decodeMultipart(body, type);
      partOfCid(parts, `cid:${body.toString('latin1', 0, 20)}`);
      return 'read';
    },
  },
  'xds-answer': {
    form: xdsForm,
    read: (bytes) => {
      const { type, body } = apart(bytes);
      return readRegistryResponse(body, type).kind === 'response' ? 'read' : 'refused';
    },
  },
  'xds-query': {
    form: xdsForm,
    read: (bytes) => {
      const { type, body } = apart(bytes);
      return readGetDocumentsResponse(body, type).documents.length > 0 ? 'read' : 'refused';
    },
  },
  xdm: {
    form: { ...zipForm, samples: () => [...zipForm.samples(), sampleXdm()] },
    read: (bytes) => {
      for (const { metadata } of decodeXdm(bytes).subsets) readSubmitObjectsRequest(metadata);
      return 'read';
    },
  },
  zip: {
    form: zipForm,
    read: async (bytes): Promise<Verdict> => {
      await unzip(bytes);
      return 'read';
    },
  },
};
