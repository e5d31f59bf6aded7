import { childOf, descendants, readSoapBody, toAnswer, type SoapFault, type XmlNode } from '@segur/xds';
import { MalformedPatientAnswer } from './malformed-answer.js';

/** What the DMP says of a patient. Names and traits of the answer are not read: those of the laboratory are never replaced by them. */
export type ExistenceAnswer =
  | SoapFault
  | {
      readonly kind: 'existence';
      /** `open`: documents may be fed. `closed`: there was one. `none`: there is none. */
      readonly record: 'open' | 'closed' | 'none';
      /** Authorisation of who asks, `VALIDE`… Absent: not said. */
      readonly authorisation?: string;
      /** The patient has activated Mon espace santé. Absent: not said. */
      readonly attachedToMes?: boolean;
    }
  /** The question was refused: acknowledgement AE or AR, or a query status other than found and not found. */
  | { readonly kind: 'refused'; readonly codes: readonly string[] };

const AUTHORISATION = 'AUTORISATION';
const ATTACHED = 'RATTACHEMENT_ENS';

/**
 * Reads the answer to TD0.2: PRPA_IN201308UV02, found by namespace and local name.
 *
 * @param contentType - The header of the HTTP answer.
 * @throws {MalformedXds} Not a SOAP answer. @throws {MalformedMime} A multipart answer that was cut off.
 * @throws {MalformedPatientAnswer} Another answer, or a found patient without status.
 * @see dmp.md §4
 */
export function readExistenceAnswer(bytes: Uint8Array, contentType: string): ExistenceAnswer {
  const body = readSoapBody(bytes, contentType);
  if (body.local === 'Fault') return toAnswer(body) as SoapFault;
  if (body.local !== 'PRPA_IN201308UV02') throw new MalformedPatientAnswer('Not an answer to an existence test');
  const [acknowledgement] = descendants(body, 'acknowledgement');
  const found = codeOf(descendants(body, 'queryResponseCode')[0]);
  const codes = acknowledgement ? descendants(acknowledgement, 'acknowledgementDetail').map(detailCode) : [];
  if (found === 'NF') return { kind: 'existence', record: 'none' };
  if (/^A[ER]$/.test(acknowledgement?.attributes['typeCode'] ?? '') || found !== 'OK')
    return { kind: 'refused', codes: codes.filter((code) => code !== '') };
  return { kind: 'existence', record: recordOf(body), ...authorisationOf(body), ...attachmentOf(body) };
}

function recordOf(body: XmlNode): 'open' | 'closed' {
  const patient = descendants(body, 'patient').find((node) => childOf(node, 'statusCode') !== undefined);
  const status = codeOf(childOf(patient, 'statusCode'));
  if (status === 'active') return 'open';
  if (status === 'terminated') return 'closed';
  throw new MalformedPatientAnswer('The answer does not say whether the record is open');
}

function authorisationOf(body: XmlNode): { readonly authorisation?: string } {
  const line = descendants(body, 'attentionLine').find((node) => codeOf(childOf(node, 'keyWordText')) === AUTHORISATION);
  const value = childOf(line, 'value');
  const said = codeOf(value) || value?.text;
  return said ? { authorisation: said } : {};
}

function attachmentOf(body: XmlNode): { readonly attachedToMes?: boolean } {
  const observation = [body, ...descendants(body, 'observation'), ...descendants(body, 'administrativeObservation')].find(
    (node) => codeOf(childOf(node, 'code')) === ATTACHED,
  );
  const value = childOf(observation, 'value')?.attributes['value'];
  return value === undefined ? {} : { attachedToMes: value === 'true' };
}

function detailCode(detail: XmlNode): string {
  return codeOf(childOf(detail, 'code'));
}

function codeOf(node: XmlNode | undefined): string {
  return node?.attributes['code'] ?? '';
}
