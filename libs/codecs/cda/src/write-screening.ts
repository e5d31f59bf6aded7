import { element, fragment, text, textElement, type Xml } from '@segur/xml';
import { OID, TEMPLATES } from './cr-bio-constants.js';
import type { CdaId } from './cda-types.js';
import type { CdaReferral, CdaVaccination } from './cr-bio-document.js';
import { printTime } from './print-facts.js';
import { writeCode, writeId, writeLines, writeOriginalText, writeReference, writeTemplates } from './write-cda-types.js';

const REASON = { code: '42349-1', codeSystem: OID.loinc, codeSystemName: 'LOINC', displayName: 'Raison de la recommandation' };
const REFERRAL = writeTemplates(TEMPLATES.referralSection);
const SIMPLE_OBSERVATION = writeTemplates(TEMPLATES.simpleObservation);
const PROBLEM = fragment(writeTemplates(TEMPLATES.problem));
const PROBLEM_CODE = element('code', {
  code: '55607006',
  codeSystem: OID.snomed,
  codeSystemName: 'SNOMED CT',
  displayName: 'problème',
});
const COMPLETED = element('statusCode', { code: 'completed' });
const SINCE_UNKNOWN = element('effectiveTime', {}, element('low', { nullFlavor: 'UNK' }));
const VACCINATIONS = writeTemplates(TEMPLATES.vaccinationSection);
const VACCINATION = writeTemplates(TEMPLATES.vaccination);
const VACCINE = writeTemplates(TEMPLATES.vaccine);
const IMMUNIZATION = element('code', {
  code: 'IMMUNIZ',
  codeSystem: OID.actCode,
  codeSystemName: 'ActSubstanceAdministrationImmunizationCode',
  displayName: 'Vaccination sans autre précision',
});
const VACCINATIONS_TITLE = 'Historique des vaccinations';
const VACCINATIONS_HEAD = element(
  'thead',
  {},
  element('tr', {}, ...['Vaccin', 'Réalisé', 'Date'].map((title) => textElement('th', {}, title))),
);
const OBSERVED = { classCode: 'OBS', moodCode: 'EVN' } as const;

/** Gives the identifier of a place of the document. */
export type IdOf = (place: string) => CdaId;

/** Writes what stands in FR-Raison-de-la-recommandation: why the woman was screened, and for what. */
export function writeReferral({ title, text: context, reason, problem }: CdaReferral, idOf: IdOf): Xml {
  const reference = element('text', {}, writeReference('referral'));
  return fragment(
    REFERRAL,
    writeId(idOf('referral')),
    writeCode('code', REASON),
    textElement('title', {}, title),
    element('text', {}, element('paragraph', {}, element('content', { ID: 'referral' }, writeLines(context)))),
    element(
      'entry',
      {},
      element(
        'observation',
        OBSERVED,
        SIMPLE_OBSERVATION,
        writeId(idOf('referral-reason')),
        writeCode('code', REASON),
        reference,
        COMPLETED,
        element('effectiveTime', { nullFlavor: 'NI' }),
        element('value', { ...reason, 'xsi:type': 'CD' }),
      ),
    ),
    element(
      'entry',
      {},
      element(
        'observation',
        OBSERVED,
        PROBLEM,
        writeId(idOf('referral-problem')),
        PROBLEM_CODE,
        reference,
        COMPLETED,
        SINCE_UNKNOWN,
        element('value', { ...problem, 'xsi:type': 'CD' }, writeOriginalText('referral')),
      ),
    ),
  );
}

/** Writes what stands in FR-Vaccinations. One that was not done is written as such: `negationInd`. */
export function writeVaccinations(vaccinations: readonly CdaVaccination[], idOf: IdOf): Xml {
  const placed = vaccinations.map((vaccination, index) => ({ vaccination, labelId: `vaccination-${index + 1}` }));
  return fragment(
    VACCINATIONS,
    writeId(idOf('vaccinations')),
    element('code', { code: '11369-6', codeSystem: OID.loinc, codeSystemName: 'LOINC', displayName: VACCINATIONS_TITLE }),
    textElement('title', {}, VACCINATIONS_TITLE),
    element(
      'text',
      {},
      element(
        'table',
        { border: '1' },
        VACCINATIONS_HEAD,
        element('tbody', {}, ...placed.map(({ vaccination, labelId }) => writeVaccinationRow(vaccination, labelId))),
      ),
    ),
    ...placed.map(({ vaccination, labelId }) => element('entry', {}, writeVaccination(vaccination, labelId, idOf(labelId)))),
  );
}

function writeVaccinationRow({ label, done, at }: CdaVaccination, labelId: string): Xml {
  return element(
    'tr',
    {},
    element('td', {}, element('content', { ID: labelId }, writeLines(label))),
    element('td', {}, text(done ? 'Oui' : 'Non')),
    textElement('td', {}, printTime(at)),
  );
}

function writeVaccination({ label, product, done, at }: CdaVaccination, labelId: string, id: CdaId): Xml {
  const unknownTime = { nullFlavor: done ? 'UNK' : 'NA' };
  return element(
    'substanceAdministration',
    { classCode: 'SBADM', moodCode: 'EVN', negationInd: String(!done) },
    VACCINATION,
    writeId(id),
    IMMUNIZATION,
    element('text', {}, writeReference(labelId)),
    COMPLETED,
    element('effectiveTime', at === undefined ? unknownTime : { value: at }),
    element(
      'consumable',
      { typeCode: 'CSM' },
      element(
        'manufacturedProduct',
        {},
        VACCINE,
        element(
          'manufacturedMaterial',
          {},
          element('code', {}, writeOriginalText(labelId), product && writeCode('translation', product)),
          textElement('name', {}, product?.displayName ?? label),
        ),
      ),
    ),
  );
}
