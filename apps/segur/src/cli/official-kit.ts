import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a folder holds of the official kit. */
export interface OfficialKit {
  readonly directory: string;
  /** Versions of the CR-BIO whose schematron is there, e.g. `2024.01`. */
  readonly versions: readonly string[];
  /** Files that are missing, by their path in the kit. Empty: all layers run. */
  readonly missing: readonly string[];
}

const NEEDED = [
  'infrastructure/cda/CDA_extended.xsd',
  'schematrons/profils/IHE.sch',
  'schematrons/profils/CI-SIS_ModelesDeContenusCDA.sch',
  'schematrons/profils/CI-SIS_Modeles_ANS.sch',
  'schematrons/profils/structurationMinimale/ASIP-STRUCT-MIN-StrucMin.sch',
  'schematrons/profils/terminologies/schematron/terminologie.sch',
  'schematrons/profils/terminologies/terminologie/2.16.840.1.113883.6.8.xml',
  'schematrons/CI-SIS_BIO-CR-BIO_2024.01.sch',
  'jeuxDeValeurs/JDV_HL7_ObservationInterpretation_CISIS.xml',
];

/** Folder of the kit that a command was given: its option, else the variable `CI_SIS_DIR`. Absent: none was. */
export function kitDirectory(option: string | undefined, env: NodeJS.ProcessEnv): string | undefined {
  const named = option ?? env['CI_SIS_DIR'];
  return named === '' ? undefined : named;
}

/** Looks at a folder. Whether its files are right is said by the layers themselves, as they are read. */
export function inspectKit(directory: string): OfficialKit {
  const schematrons = join(directory, 'schematrons');
  const names = existsSync(schematrons) ? readdirSync(schematrons) : [];
  return {
    directory,
    versions: names.flatMap((name) => /^CI-SIS_BIO-CR-BIO_(.*)\.sch$/.exec(name)?.[1] ?? []).sort(),
    missing: NEEDED.filter((file) => !existsSync(join(directory, file))),
  };
}
