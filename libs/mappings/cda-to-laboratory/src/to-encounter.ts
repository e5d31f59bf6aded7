import type { CdaHeader } from '@segur/cda';
import type { Encounter, Organization, Report } from '@segur/laboratory';
import { numbered, timeAt, type Source } from './source.js';
import type { NamedLaboratory } from './to-laboratory.js';
import { toAddress, toProfessional } from './to-people.js';

const AT = '/ClinicalDocument/componentOf/encompassingEncounter';
const KINDS: readonly Encounter['kind'][] = ['AMB', 'IMP', 'EMER', 'HH', 'FLD', 'VR', 'EXTERNE', 'SEANCE'];
const LABORATORY = 'SA25';

/** The stay or the visit, and where it took place when that is not the laboratory. */
export function toEncounter(
  { encounter, serviceEvents }: CdaHeader,
  laboratory: NamedLaboratory,
  { remarks, oidRoot }: Source,
): Pick<Report, 'encounter' | 'facility'> {
  const [id] = encounter?.ids ?? [];
  const named = id && numbered(id, 'encounter', oidRoot);
  const kind = KINDS.find((candidate) => candidate === encounter?.code?.code);
  if (!kind) remarks.add('cda-encounter-kind', `${AT}/code`);
  const start = timeAt(encounter?.time.low ?? encounter?.time.value, `${AT}/effectiveTime`, remarks);
  const end = timeAt(encounter?.time.high, `${AT}/effectiveTime/high`, remarks);
  const director = serviceEvents[0]?.performer;
  const responsible = encounter?.responsibleParty;
  if (responsible && toProfessional(responsible)?.nationalId !== (director && toProfessional(director)?.nationalId)) {
    remarks.add('cda-responsible-left-out', `${AT}/responsibleParty`);
  }
  if (encounter?.facilityCode && encounter.facilityCode.code !== LABORATORY) {
    remarks.add('cda-facility-kind-left-out', `${AT}/location/healthCareFacility/code`);
  }
  const facility = toFacility(encounter, laboratory);
  return {
    encounter: {
      kind: kind ?? 'AMB',
      ...(named && { id: named.number }),
      ...(named?.identifier && { identifier: named.identifier }),
      ...(start !== undefined && { start }),
      ...(end !== undefined && { end }),
    },
    ...(facility && { facility }),
  };
}

function toFacility(encounter: CdaHeader['encounter'], laboratory: NamedLaboratory): Organization | undefined {
  const name = encounter?.facilityName;
  if (name === undefined || name === laboratory.name) return undefined;
  const address = toAddress(encounter?.facilityAddress);
  return { name, ...(address && { address }), telecoms: [] };
}
