import { element, textElement, xmlDocument, type Xml } from '@segur/xml';
import { NAMESPACES } from './schemes.js';

/** What a SOAP message says about itself. */
export interface SoapRequest {
  /** `wsa:Action`. */
  readonly action: string;
  /** `wsa:To`: the URL that is called. */
  readonly to: string;
  /** UUID, new for each message. */
  readonly messageId: string;
  /** What stands inside `wsse:Security`, e.g. a signed assertion. Put in as it is: written again, its signature would break. */
  readonly securityHeader?: string;
  readonly body: Xml;
}

/**
 * Writes a SOAP 1.2 envelope with the four WS-Addressing headers that the DMP demands.
 *
 * @see WS-Addressing 1.0, SOAP binding; IHE ITI TF-2, appendix V
 */
export function encodeEnvelope({ action, to, messageId, securityHeader, body }: SoapRequest): string {
  const replyTo = textElement('wsa:Address', {}, 'http://www.w3.org/2005/08/addressing/anonymous');
  return xmlDocument(
    element(
      's12:Envelope',
      { 'xmlns:s12': NAMESPACES.s12, 'xmlns:wsa': NAMESPACES.wsa },
      element(
        's12:Header',
        {},
        textElement('wsa:MessageID', {}, `urn:uuid:${messageId}`),
        textElement('wsa:To', {}, to),
        element('wsa:ReplyTo', {}, replyTo),
        textElement('wsa:Action', { 's12:mustUnderstand': 'true' }, action),
        // Signed elsewhere, byte by byte: the only text that enters a message without passing the writer.
        securityHeader !== undefined && element('wsse:Security', { 'xmlns:wsse': NAMESPACES.wsse }, securityHeader as Xml),
      ),
      element('s12:Body', {}, body),
    ),
  );
}
