import type { SignedChanges } from './signed-submission.js';

/** Changes one place of a text. @throws {Error} The place is not there: the good message has changed. */
export const swap = (from: string | RegExp, to: string) => (text: string) => {
  const changed = text.replace(from, to);
  if (changed === text && from !== to) throw new Error(`The good message has no ${String(from)}`);
  return changed;
};
/** No change. */
export const same = (text: string) => text;
/** Changes every place of a text. */
export const swapAll = (from: string, to: string) => (text: string) => text.replaceAll(from, to);
/** A change of the envelope, before it is signed. */
export const soap = (from: string | RegExp, to: string): SignedChanges => ({ soap: swap(from, to) });
/** A change of the document, before the lot is made of it. */
export const cda = (from: string | RegExp, to: string): SignedChanges => ({ cda: swap(from, to) });
/** A change of the assertion, before it is signed. */
export const vihf = (from: string | RegExp, to: string): SignedChanges => ({ vihf: swap(from, to) });
/** Other roles in the assertion. */
export const role = (...codes: readonly (readonly [string, string])[]): SignedChanges =>
  vihf(
    /<saml2:AttributeValue><Role [^>]*\/><\/saml2:AttributeValue>/,
    codes
      .map(
        ([code, system]) =>
          `<saml2:AttributeValue><Role xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" code="${code}" codeSystem="${system}" xsi:type="CE"/></saml2:AttributeValue>`,
      )
      .join(''),
  );
