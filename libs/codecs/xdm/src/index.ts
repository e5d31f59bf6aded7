export { encodeXdm, type XdmArchive, type XdmDocument } from './encode-xdm.js';
export type { XdmSender } from './reading-pages.js';
