/** Identity of the invented patient. */
export const INS = { value: '279035121518989', oid: '1.2.250.1.213.1.4.10' };

const LABORATORY = '<id root="1.2.250.1.71.4.2.2" extension="1750000000"/><name>LABORATOIRE DE TEST</name>';
const BIOLOGIST = `<id root="1.2.250.1.71.4.2.1" extension="899700000018"/>
  <code code="G15_10/SM03" displayName="Médecin - Biologie médicale (SM)" codeSystem="1.2.250.1.213.1.1.4.5"/>
  <assignedPerson><name><given>Claude</given><family>EXEMPLE</family></name></assignedPerson>`;

/** A document of which only the header matters here: invented values, accents, CRLF inside. */
export function sampleCda(documentId: string, patient = INS): Buffer {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\r\n<ClinicalDocument xmlns="urn:hl7-org:v3">
 <templateId root="1.3.6.1.4.1.19376.1.3.3"/><templateId root="1.2.250.1.213.1.1.1.55" extension="2024.01"/>
 <id root="${documentId}"/>
 <code code="11502-2" displayName="CR d'examens biologiques" codeSystem="2.16.840.1.113883.6.1"/>
 <title>Compte rendu d'examens biologiques</title>
 <effectiveTime value="20261120160000+0100"/>
 <confidentialityCode code="N" displayName="Normal" codeSystem="2.16.840.1.113883.5.25"/>
 <languageCode code="fr-FR"/>
 <recordTarget><patientRole>
  <id root="${patient.oid}" extension="${patient.value}"/><id root="2.999.2" extension="IPP1"/>
  <patient><name><family qualifier="BR">TEST</family><given qualifier="BR">CAMILLE</given></name>
   <administrativeGenderCode code="F" codeSystem="2.16.840.1.113883.5.1"/><birthTime value="19790328"/></patient>
 </patientRole></recordTarget>
 <author><time value="20261120160000+0100"/><assignedAuthor>${BIOLOGIST}
  <representedOrganization>${LABORATORY}</representedOrganization></assignedAuthor></author>
 <legalAuthenticator><time value="20261120160000+0100"/><assignedEntity>${BIOLOGIST}
  <representedOrganization>${LABORATORY}</representedOrganization></assignedEntity></legalAuthenticator>
 <documentationOf><serviceEvent><code code="18719-5" displayName="Biochimie" codeSystem="2.16.840.1.113883.6.1"/>
  <effectiveTime><low value="20261120092200+0100"/><high value="20261120160000+0100"/></effectiveTime>
  <performer><assignedEntity>${BIOLOGIST}<representedOrganization>${LABORATORY}
   <standardIndustryClassCode code="AMBULATOIRE" displayName="Ambulatoire" codeSystem="1.2.250.1.213.1.1.4.9"/>
  </representedOrganization></assignedEntity></performer></serviceEvent></documentationOf>
 <componentOf><encompassingEncounter><effectiveTime value="20261120092200+0100"/><location><healthCareFacility>
  <code code="SA25" displayName="Laboratoire de biologie médicale" codeSystem="1.2.250.1.71.4.2.4"/>
 </healthCareFacility></location></encompassingEncounter></componentOf>
 <component><structuredBody><component><section><text>Glycémie : 5,1 mmol/L</text></section></component></structuredBody></component>
</ClinicalDocument>\n`);
}
