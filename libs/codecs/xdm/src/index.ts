export { decodeXdm, type XdmReading, type XdmSubset } from './decode-xdm.js';
export { encodeXdm, type XdmArchive, type XdmDocument } from './encode-xdm.js';
export type { XdmSender } from './reading-pages.js';
export type { ArchivedFile } from './unzip.js';
