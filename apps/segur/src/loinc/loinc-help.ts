import { LOINC_NOTICE } from '@segur/loinc-files';

const COMMON = `
Files are read in UTF-8 or windows-1252, separated by comma, semicolon or tab. Findings go to standard error, one JSON line each:
{severity, code, location, message}. Codes are explained in docs/errors.md.

${LOINC_NOTICE}`;

/** What each command of `segur loinc` teaches. */
export const LOINC_HELP = {
  suggest: `
Out: local_code,rank,loinc,score,confidence,reason. The score is the share of such proposals that is right; confidence is high, medium or
low, and never high from the starter table, which is no release; the reason begins with the LOINC name of the code, then says what speaks for it axis by axis, and what would have to be known.
Nothing is validated: a biologist decides.

Examples:
  segur loinc suggest --catalogue catalogue.csv --table Loinc.csv -o proposals.csv
  segur loinc suggest --catalogue catalogue.csv --top 1

A plain table begins with loinc_num,long_common_name; component, property, time_aspct, system, scale_typ, method_typ,
example_ucum_units, fr_label, fr_label_kind and status help where they are there.
${COMMON}
Exit status: 0 proposed, 1 lines of the catalogue or of the table are wrong, 2 wrong usage.`,
  import: `
Names say what a file is: LOINC_1_export_chapitres_20261124.csv to LOINC_6_…; any other CSV with a column loinc is a map, without
it a catalogue. The files of one catalogue are checked together.

Example:
  segur loinc import LOINC_1_*.csv LOINC_2_*.csv LOINC_3_*.csv -o catalogue.csv
${COMMON}
Exit status: 0 no error (there may be warnings), 1 findings of severity error, 2 wrong usage.`,
  export: `
Forms: csv keeps every record; the others carry what is in force: validated codes, and lines without status. conceptmap is FHIR R4.
loinc-4, loinc-5 and loinc-6 are the lines of LOINC_1, LOINC_2 and LOINC_3 with codes; loinc-6 can do without --catalogue. Chapters have the
codes of the chapters of a report; an exam has the code of the map for its own code, or for its only analysis.

Examples:
  segur loinc export map.csv --to conceptmap --lab LAB.json --map-version 12 -o map.json
  segur loinc export map.json --to loinc-6 --catalogue LOINC_3_export_resultats_20261123.csv -o LOINC_6_transcodage_resultats_20261124.csv
${COMMON}
Exit status: 0 written, 1 the map cannot be written so, or is wrong, 2 wrong usage.`,
  diff: `
Out: change,local_code,label,unit,specimen,loinc_before,name_before,loinc_after,name_after; a change is added, removed or changed.
An analysis is known by its code, unit and specimen.
${COMMON}
Exit status: 0 compared, 1 a map is wrong, 2 wrong usage.`,
} as const;
