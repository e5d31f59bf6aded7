import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AcceptanceLog, AcceptorTls } from './acceptance.js';
import { checkLot } from './lot-check.js';

const REGREP = 'urn:oasis:names:tc:ebxml-regrep';
const SUCCESS = soap(
  'urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-bResponse',
  `<rs:RegistryResponse xmlns:rs="${REGREP}:xsd:rs:3.0" status="${REGREP}:ResponseStatusType:Success"/>`,
);
const PATIENT_HAS_OPEN_RECORD = soap(
  'urn:hl7-org:v3:PRPA_IN201308UV02',
  '<PRPA_IN201308UV02 xmlns="urn:hl7-org:v3" ITSVersion="XML_1.0"><acknowledgement typeCode="AA"/><controlActProcess>' +
    '<subject><registrationEvent><subject1><patient><statusCode code="active"/></patient></subject1></registrationEvent></subject>' +
    '<queryAck><queryResponseCode code="OK"/></queryAck></controlActProcess></PRPA_IN201308UV02>',
);
const PLAIN = 'application/soap+xml; charset=UTF-8';
// As the DMP does: a request with attachments is answered as multipart, even without any.
const MTOM =
  'multipart/related; type="application/xop+xml"; boundary="acceptor"; start="<root@acceptor>"; start-info="application/soap+xml"';
const MTOM_SUCCESS = Buffer.concat([
  Buffer.from('--acceptor\r\nContent-Type: application/xop+xml; charset=UTF-8; type="application/soap+xml"\r\n'),
  Buffer.from('Content-Transfer-Encoding: binary\r\nContent-ID: <root@acceptor>\r\n\r\n'),
  SUCCESS,
  Buffer.from('\r\n--acceptor--\r\n'),
]);

/**
 * A DMP that believes: over TLS with a client certificate, on connections that stay open, it checks hash and size of each document, says that
 * every patient has an open record, and keeps nothing. What is sent is judged by the sandbox, at a lower rate.
 */
export function leanDmp(tls: AcceptorTls, log: AcceptanceLog): Server {
  return createServer(
    { ...tls, minVersion: 'TLSv1.2', requestCert: true, rejectUnauthorized: true, keepAliveTimeout: 60_000 },
    (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.once('end', () => answer(request, Buffer.concat(chunks), response, log));
    },
  );
}

function answer({ url = '', headers }: IncomingMessage, body: Buffer, response: ServerResponse, log: AcceptanceLog): void {
  if (url.endsWith('/patients')) return send(response, PLAIN, PATIENT_HAS_OPEN_RECORD);
  const lot = url.endsWith('/repository') ? checkLot(headers['content-type'] ?? '', body) : { wrong: `a call of ${url}` };
  if ('wrong' in lot) {
    log.refuse(lot.wrong);
    return void response.writeHead(400).end();
  }
  log.document(lot.documentHash);
  send(response, MTOM, MTOM_SUCCESS);
}

function send(response: ServerResponse, contentType: string, body: Buffer): void {
  response.writeHead(200, { 'content-type': contentType, 'content-length': body.length }).end(body);
}

function soap(action: string, body: string): Buffer {
  return Buffer.from(
    '<?xml version="1.0" encoding="UTF-8"?><s12:Envelope xmlns:s12="http://www.w3.org/2003/05/soap-envelope"' +
      ` xmlns:wsa="http://www.w3.org/2005/08/addressing"><s12:Header><wsa:Action>${action}</wsa:Action></s12:Header>` +
      `<s12:Body>${body}</s12:Body></s12:Envelope>`,
  );
}
