import type { CrBioReading } from '../src/cr-bio-reading.js';
import type { CdaChapter, CdaObservation, CrBioBody } from '../src/cr-bio-document.js';
import { readCrBio } from '../src/reading/read-cr-bio.js';

/** The header elements without which nothing is read. */
export const header = `<templateId root="1.3.6.1.4.1.19376.1.3.3"/><templateId root="1.2.250.1.213.1.1.1.55" extension="2024.01"/>
<id root="1.2.3" extension="DOC"/><code code="11502-2" codeSystem="2.16.840.1.113883.6.1"/><title>CR</title>
<effectiveTime value="20261120160000+0100"/><confidentialityCode code="N"/><languageCode code="fr-FR"/>
<recordTarget><patientRole><id root="1.2.4" extension="IPP"/></patientRole></recordTarget>`;

/** A document of a body. */
export function documentOf(body: string, head = header, prolog = '<?xml version="1.0" encoding="UTF-8"?>'): string {
  return `${prolog}
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:lab="urn:oid:1.3.6.1.4.1.19376.1.3.2">
${head}<component>${body}</component></ClinicalDocument>`;
}

/** A document of sections. */
export function documentWith(...sections: readonly string[]): string {
  return documentOf(
    `<structuredBody>${sections.map((section) => `<component><section>${section}</section></component>`).join('')}</structuredBody>`,
  );
}

/** What stands in a chapter: its narrative, and the act with what is given. */
export function chapterOf(
  inAct: string,
  narrative = '',
  code = '<code code="18719-5" codeSystem="2.16.840.1.113883.6.1" displayName="Biochimie"/>',
): string {
  return `<templateId root="1.3.6.1.4.1.19376.1.3.3.2.1"/>${code}<title>BIOCHIMIE</title><text>${narrative}</text>${entryOf(inAct)}`;
}

/** The entry of a chapter or sub-chapter. */
export function entryOf(inAct: string, code = ''): string {
  return `<entry typeCode="DRIV"><act classCode="ACT" moodCode="EVN">${code}<statusCode code="completed"/>${inAct}</act></entry>`;
}

/** Links something to an act. */
export const inAct = (inside: string) => `<entryRelationship typeCode="COMP">${inside}</entryRelationship>`;

/** A result: its code, its status, and what is given. */
export function resultOf(inside: string, status = '<statusCode code="completed"/>'): string {
  return `<observation classCode="OBS" moodCode="EVN"><code code="40193-5" codeSystem="2.16.840.1.113883.6.1" displayName="Glucose"/>${status}${inside}</observation>`;
}

/** Reads text. */
export function read(xml: string): CrBioReading {
  return readCrBio(Buffer.from(xml));
}

/** Reads the body of a document of sections. */
export function readBodyOf(...sections: readonly string[]): CrBioBody {
  const { body } = read(documentWith(...sections));
  if (!body) throw new Error('no body');
  return body;
}

/** Reads a chapter. */
export function readChapterOf(inside: string, narrative = ''): CdaChapter {
  return readBodyOf(chapterOf(inside, narrative)).chapters[0];
}

/** Reads one result that stands alone in its chapter. */
export function readResultOf(inside: string, narrative = '', status?: string): CdaObservation {
  const [group] = readChapterOf(inAct(resultOf(inside, status)), narrative).groups;
  if (group?.kind !== 'observation') throw new Error('no result');
  return group;
}

/** The findings of one result that stands alone in its chapter: code and the end of the path. */
export function findingsOf(inside: string, narrative = '', status?: string): readonly string[] {
  const root = '/ClinicalDocument/component/structuredBody/component/section/entry/act/entryRelationship/observation';
  return read(documentWith(chapterOf(inAct(resultOf(inside, status)), narrative))).findings.map(
    ({ code, location }) => `${code} ${location.replace(root, '')}`,
  );
}
