import type { FuzzedReaders } from '../reader.js';
import { DOCUMENT_READERS } from './document-readers.js';
import { MESSAGE_READERS } from './message-readers.js';
import { TRANSPORT_READERS } from './transport-readers.js';

/** Every reader of the platform that takes bytes from outside. */
export const READERS: FuzzedReaders = { ...MESSAGE_READERS, ...DOCUMENT_READERS, ...TRANSPORT_READERS };
