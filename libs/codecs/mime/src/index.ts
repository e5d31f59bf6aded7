export * from './malformed-mime.js';
export * from './content-type.js';
export * from './multipart-writer.js';
export * from './multipart-reader.js';
