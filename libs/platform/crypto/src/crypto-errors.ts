import { PlatformError } from '@segur/errors';

/** The bytes are no PKCS#12, or hold no private key with its certificate. */
export class Pkcs12Unreadable extends PlatformError {
  readonly code = 'pkcs12-unreadable';
  readonly kind = 'invalid';
}

/** The passphrase does not open the PKCS#12. */
export class PassphraseRefused extends PlatformError {
  readonly code = 'pkcs12-passphrase-refused';
  readonly kind = 'invalid';
}

/** The certificate's time is over, or has not come. */
export class CertificateOutOfDate extends PlatformError {
  readonly code = 'certificate-out-of-date';
  readonly kind = 'invalid';
}

/** The certificate was issued for another use, e.g. a seal where a client authenticates itself. */
export class CertificateNotForThisUse extends PlatformError {
  readonly code = 'certificate-not-for-this-use';
  readonly kind = 'invalid';
}
