import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoincConcept } from '@segur/terminology';
import { readCsvTable } from './csv-table.js';

/** What the table's systems, cut out of long common names, are in LOINC's own words. */
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/24 hour Urine and Serum or Plasma|Urine and Serum or Plasma/u, 'Urine+Ser/Plas'],
  [/Serum or Plass?ma$/u, 'Ser/Plas'],
  [/Serum, Plasma or Blood/u, 'Ser/Plas/Bld'],
  [/Serum from Donor/u, 'Ser^Donor'],
  [/\bSerum$/u, 'Ser'],
  [/Arterial cord blood/u, 'BldCoA'],
  [/Venous cord blood/u, 'BldCoV'],
  [/Arterial blood$/u, 'BldA'],
  [/Venous blood$/u, 'BldV'],
  [/Capillary blood$/u, 'BldC'],
  [/Control Platelet poor plasma/u, 'PPP^Control'],
  [/Platelet poor plasma$/u, 'PPP'],
  [/\bPlasma$/u, 'Plas'],
  [/\bBlood$/u, 'Bld'],
  [/Peritoneal dialysis fluid/u, 'Dial fld prt'],
  [/Dialysis fluid/u, 'Dial fld'],
  [/Pericardial fluid/u, 'Pericard fld'],
  [/Saliva/u, 'Saliva'],
  [/Genital specimen/u, 'Genital'],
  [/Bronchoalveolar lavage/u, 'BAL'],
  [/Urine collected for unspecified duration/u, 'Urine'],
];

/** Systems as short names end, for the rows that have no long name. */
const SHORT_SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/ SerPl(?:-| |$)/u, 'Ser/Plas'],
  [/ Ser(?:-| |$)/u, 'Ser'],
  [/ PPP(?:-| |$)/u, 'PPP'],
  [/ BldA(?:-| |$)/u, 'BldA'],
  [/ BldC(?:-| |$)/u, 'BldC'],
  [/ BldV(?:-| |$)/u, 'BldV'],
  [/ Bld(?:-| |$)/u, 'Bld'],
  [/ Ur(?:-| |$)/u, 'Urine'],
  [/ CSF(?:-| |$)/u, 'CSF'],
];

/**
 * The concepts of the shared subset of LOINC, for tests that need real codes.
 *
 * @param directory - As `officialDirectory('terminology')` finds it.
 */
export function loincSubset(directory: string): readonly LoincConcept[] {
  const rows = readCsvTable(readFileSync(join(directory, 'loinc-lab-subset.csv'), 'utf8'));
  return rows.map((row) => {
    const cell = (column: string): string => row[column] ?? '';
    const short = cell('long_common_name') === '' ? axesOfShortName(cell('short_name')) : undefined;
    const longCommonName = cell('long_common_name') || cell('short_name');
    return {
      code: cell('loinc_num'),
      status: cell('status') === 'DEPRECATED' ? 'DEPRECATED' : 'ACTIVE',
      axes: {
        component: cell('component') + adjustmentOf(cell('component'), longCommonName),
        property: cell('property') || impliedProperty(cell('component')) || (short?.property ?? ''),
        time: /unspecified duration/u.test(longCommonName) ? 'XXX' : cell('time_aspct'),
        system: systemOf(cell('system'), cell('short_name')),
        scale: cell('scale_typ') || (impliedProperty(cell('component')) === '' ? (short?.scale ?? '') : 'Qn'),
        method: cell('method_typ') || (/ by ([A-Z][^\]]*)$/u.exec(longCommonName)?.[1] ?? ''),
      },
      longCommonName,
      exampleUcumUnits: cell('example_ucum_units').split(';').filter(Boolean),
      isPanel: cell('scale_typ') === '-' || / panel\b/u.test(longCommonName),
      ...(cell('short_name') === '' ? {} : { shortName: cell('short_name') }),
      ...(cell('fr_label_kind') === 'published' ? { frenchName: cell('fr_label') } : {}),
      ...(cell('fr_label_kind') === 'working' ? { frenchTerms: [cell('fr_label')] } : {}),
    };
  });
}

/** Properties that a long common name leaves out because its component implies them. */
const IMPLIED: readonly (readonly [RegExp, string])[] = [
  [/\/100 (?:leukocytes|cells|erythrocytes)$/u, 'NFr'],
  [/^Creatinine renal clearance$/u, 'VRat'],
  [/^(?:Anion gap|Base excess)/u, 'SCnc'],
  [/^Erythrocyte sedimentation rate$/u, 'Vel'],
  [/^(?:Bleeding time|Activated clotting time|Coagulation .* induced)$/u, 'Time'],
  [/^Oxygen saturation$/u, 'MFr'],
];

function impliedProperty(component: string): string {
  return IMPLIED.find(([pattern]) => pattern.test(component))?.[1] ?? '';
}

/** What a long common name says between property and system belongs to the component: `(Maximum value during study)`. */
function adjustmentOf(component: string, longCommonName: string): string {
  const said = /\] (\(.*?\)|[a-z].*?) in [A-Z]/u.exec(longCommonName)?.[1];
  return said === undefined || component.includes('^') || /^\(viral load\)$|^in /u.test(said) ? '' : `^^${said}`;
}

/** How short names end: `HCV IgG Ser Ql`, `Hep A Ab Ser-aCnc`. */
const SHORT_ENDINGS: readonly (readonly [RegExp, string, string])[] = [
  [/ Ql(?: |$)/u, 'PrThr', 'Ord'],
  [/-mCnc/u, 'MCnc', 'Qn'],
  [/-sCnc/u, 'SCnc', 'Qn'],
  [/-cCnc/u, 'CCnc', 'Qn'],
  [/-aCnc/u, 'ACnc', 'Qn'],
  [/-nCnc| # /u, 'NCnc', 'Qn'],
  [/-Titr| Titr/u, 'Titr', 'Qn'],
];

function axesOfShortName(name: string): { readonly property: string; readonly scale: string } | undefined {
  const found = SHORT_ENDINGS.find(([pattern]) => pattern.test(name));
  return found && { property: found[1], scale: found[2] };
}

function systemOf(system: string, shortName: string): string {
  if (system === '') return SHORT_SYSTEMS.find(([pattern]) => pattern.test(shortName))?.[1] ?? '';
  const fetal = / from Fetus$/u.test(system);
  const plain = system.replace(/ from Fetus$/u, '');
  const known = SYSTEMS.find(([pattern]) => pattern.test(plain))?.[1] ?? plain;
  return fetal ? `${known}^Fetus` : known;
}
