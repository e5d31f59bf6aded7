export { CertificateNotForThisUse, CertificateOutOfDate, PassphraseRefused, Pkcs12Unreadable } from './crypto-errors.js';
export { fingerprintOf, readCertificate, secondsToExpiry, type CertificateFacts, type KeyUsage } from './certificate.js';
export { requireUse, type CertificateUse } from './certificate-use.js';
export { sectionOf, watchCertificate, type CertificateWitnesses, type WatchedCertificate } from './certificate-watch.js';
export { openPkcs12, type CertifiedKey } from './pkcs12.js';
export { CIPHER_SUITES, tlsClientOptions, tlsServerOptions, type TlsOptions, type Trust } from './tls-options.js';
export {
  issueTestPki,
  type CertificateRequest,
  type DevelopmentPki,
  type DevelopmentPkiOptions,
  type IssuedKey,
} from './development-pki.js';
