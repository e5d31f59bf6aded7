/** What a TLS server of the sandbox shows, and whom it trusts: PEM texts. */
export interface TlsMaterial {
  readonly key: string;
  /** The server's certificate, with its intermediates after it. */
  readonly cert: string;
  /** The authority of the test certificates that clients present. */
  readonly ca: string | string[];
  /** Revocation list of that authority; absent: revocation is not checked. */
  readonly crl?: string;
}
