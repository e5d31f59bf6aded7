import type { XmlElement } from 'libxml2-wasm';
import { MalformedInput } from '@segur/errors';
import { elements, values, withXml } from '../../xml/foreign-xml.js';
import { documentsOf, type ReceivedLot } from '../received-lot.js';
import type { Refusal } from '../refusal.js';

/** M12, as far as it can be judged without the publisher's kit: no script, and nothing that makes a reader fetch something (EX_2.1-1115). */
export function contentRefusals(lot: ReceivedLot): Refusal[] {
  return documentsOf(lot).flatMap(({ id }) =>
    contentProblems(lot.bytes.get(id)).map((message) => ({
      code: 'InvalidDocumentContent',
      rule: 'SIM-M12',
      message,
      location: id,
    })),
  );
}

function contentProblems(bytes: Buffer | undefined): string[] {
  try {
    return bytes ? withXml(bytes, (root) => [...scripts(root), ...externalReferences(root)]) : [];
  } catch (error) {
    if (error instanceof MalformedInput) return []; // M11 says so
    throw error;
  }
}

function scripts(root: XmlElement): string[] {
  const named = elements(root, "descendant::*[local-name()='script' or local-name()='iframe' or local-name()='object']");
  const handlers = values(root, "descendant::*/@*[starts-with(local-name(), 'on')]");
  return named.length + handlers.length > 0 ? ['the document holds a script, or something that runs one'] : [];
}

function externalReferences(root: XmlElement): string[] {
  const references = [
    ...values(root, 'descendant::hl7:linkHtml/@href'),
    ...values(root, 'descendant::hl7:text/descendant::*/@src'),
    ...values(root, 'descendant::hl7:reference/@value'),
  ];
  return references.some((reference) => !reference.startsWith('#')) ? ['the document refers to something outside of itself'] : [];
}
