/** The smallest header that says whose document it is: enough for who asks nothing else of it. */
export function headerOf({
  birthName,
  firstNames,
  birthDate,
  sex,
}: Record<'birthName' | 'firstNames' | 'birthDate' | 'sex', string>): Buffer {
  return Buffer.from(
    `<ClinicalDocument xmlns="urn:hl7-org:v3">
      <id root="2.25.1"/><code code="11502-2" codeSystem="2.16.840.1.113883.6.1"/><title>CR</title>
      <effectiveTime value="20261120"/><confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/><languageCode code="fr-FR"/>
      <recordTarget><patientRole><id root="1.2.3" extension="IPP"/><patient>
        <name><given>${firstNames}</given><family qualifier="BR">${birthName}</family></name>
        <administrativeGenderCode code="${sex}" codeSystem="2.16.840.1.113883.5.1"/>
        <birthTime value="${birthDate.replaceAll('-', '')}"/>
      </patient></patientRole></recordTarget>
      <component><structuredBody/></component>
    </ClinicalDocument>`,
  );
}
