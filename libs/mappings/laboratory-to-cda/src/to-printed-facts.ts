import { printTime } from '@segur/cda';
import { INS_AUTHORITIES, isQualified, qualify } from '@segur/identity';
import type { Laboratory, Report } from '@segur/laboratory';
import { SEX_LABELS } from './labels.js';
import type { PrintedFact } from './printed-report.js';
import { COLON, printAddress, printName, printStated } from './printed-words.js';

const REACHED_BY: Readonly<Record<string, string>> = { tel: `Tél.${COLON}`, fax: `Fax${COLON}`, mailto: '' };

/** Who the laboratory is and how to reach it, one line each. */
export function toLetterhead({ address, telecoms, finess, cofrac, biologists }: Laboratory): readonly string[] {
  const reached = telecoms.map(({ value }) => {
    const [, scheme = '', rest = ''] = /^([a-z]+):(.*)$/.exec(value) ?? [];
    return `${REACHED_BY[scheme] ?? ''}${inPairs(rest)}`;
  });
  return [
    printAddress(address),
    reached.join(' – '),
    [`FINESS ${finess}`, ...(cofrac === undefined ? [] : [`COFRAC ${cofrac}`])].join(' – '),
    ...(biologists.length === 0 ? [] : [`Biologistes médicaux${COLON}${biologists.map(printName).join(', ')}`]),
  ].filter(Boolean);
}

/** Ten digits are a French number, and read two by two. */
function inPairs(number: string): string {
  return /^0\d{9}$/.test(number) ? (number.match(/../g) ?? []).join('\u00a0') : number;
}

// A matricule is printed with the kind of number it is (référentiel INS).
const AUTHORITY_LABELS: Readonly<Record<string, string>> = {
  [INS_AUTHORITIES.nir]: 'NIR',
  [INS_AUTHORITIES.nia]: 'NIA',
  [INS_AUTHORITIES.test]: 'NIR de test',
  [INS_AUTHORITIES.demonstration]: 'NIR de démonstration',
};

/** The traits of the patient; the matricule only when the identity is qualified. */
export function toPatientFacts({ identity }: Report): readonly PrintedFact[] {
  const { traits } = identity;
  const answer = qualify(identity);
  const ins = isQualified(answer) ? answer.insMatricule : undefined;
  return known([
    ['Nom de naissance', traits.birthName],
    ['Prénoms de naissance', traits.birthGivenNames || traits.birthFirstName],
    ['Nom et prénom utilisés', [traits.usedName, traits.usedFirstName].filter(Boolean).join(' ')],
    ['Date de naissance', printTime(traits.birthDate) || 'inconnue'],
    ['Sexe', SEX_LABELS[traits.sex === 'U' ? 'UN' : traits.sex]],
    [
      'Lieu de naissance',
      [traits.birthPlaceName, traits.birthPlaceInsee && `code ${traits.birthPlaceInsee}`].filter(Boolean).join(', '),
    ],
    ['Matricule INS', ins && `${ins.value} (${AUTHORITY_LABELS[ins.oid] ?? ins.oid})`],
  ]);
}

/** The request: numbers, people, dates. @throws {UnassemblableReport} `malformed-time`. */
export function toRequestFacts(report: Report, laboratory: Laboratory): readonly PrintedFact[] {
  const { prescriber, prescribedOn, copies, samplers = [], facility } = report;
  const recipients = new Set([...(prescriber ? [prescriber] : []), ...copies].map(printName));
  return known([
    ['Dossier', report.fillerNumber],
    ['Prescription', report.placerNumber],
    ['Prescripteur', prescriber && printName(prescriber)],
    ['Date de prescription', prescribedOn && printStated(prescribedOn, laboratory)],
    ['Préleveur', [...new Set(samplers.map(({ professional }) => printName(professional)))].join(', ')],
    ['Lieu', facility && facility.name],
    ['Destinataires', [...recipients].join(', ')],
    ['Réception de la demande', printStated(report.receivedAt, laboratory)],
    ['Date du compte rendu', printStated(report.releasedAt, laboratory)],
  ]);
}

function known(pairs: readonly (readonly [string, string | undefined])[]): readonly PrintedFact[] {
  return pairs.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}
