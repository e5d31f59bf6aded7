import { element, textElement, type Xml } from '@segur/xml';
import type { CdaPerformer, CdaSignatory } from './cda-header.js';
import type { CdaCode, CdaEntity, CdaId, CdaOrganization } from './cda-types.js';
import { TEMPLATES } from './cr-bio-constants.js';
import {
  writeAddress,
  writeCode,
  writeId,
  writeInterval,
  writePersonName,
  writeTelecom,
  writeTemplates,
} from './write-cda-types.js';

const VALIDATOR = writeTemplates(TEMPLATES.entryValidator);
const PERFORMER = writeTemplates(TEMPLATES.entryPerformer);
const MASKED_ADDRESS = element('addr', { nullFlavor: 'MSK' });
const MASKED_TELECOM = element('telecom', { nullFlavor: 'MSK' });
const UNKNOWN = { nullFlavor: 'UNK' } as const;

/** Writes a biologist who validated: `participant AUTHEN` of an act, a battery or a result. */
export function writeValidator({ ids, time, addresses, telecoms, person }: CdaSignatory): Xml {
  return element(
    'participant',
    { typeCode: 'AUTHEN' },
    VALIDATOR,
    element('time', {}, element('high', { value: time })),
    element(
      'participantRole',
      {},
      ...ids.map((id) => writeId(id)),
      ...(addresses.length > 0 ? addresses.map(writeAddress) : [MASKED_ADDRESS]),
      ...(telecoms.length > 0 ? telecoms.map(writeTelecom) : [MASKED_TELECOM]),
      person && element('playingEntity', {}, writePersonName(person)),
    ),
  );
}

/**
 * Writes FR-Laboratoire-executant: `performer` of an act, a battery, an isolate or a result.
 *
 * The template wants time, identifiers, name, telecom, address and practice setting, all of them: what is not known is `UNK`.
 */
export function writeEntryPerformer(performer: CdaPerformer): Xml {
  return element(
    'performer',
    { typeCode: 'PRF' },
    PERFORMER,
    writeInterval('time', performer.time ?? {}),
    element(
      'assignedEntity',
      {},
      ...writeIds(performer.ids),
      performer.code && writeCode('code', performer.code),
      ...performer.addresses.map(writeAddress),
      ...performer.telecoms.map(writeTelecom),
      performer.person && element('assignedPerson', {}, writePersonName(performer.person)),
      writeLaboratory(performer.organization),
    ),
  );
}

const NOWHERE: CdaOrganization = { ids: [], telecoms: [], addresses: [] };

function writeLaboratory({ ids, name, telecoms, addresses, industryClass }: CdaOrganization = NOWHERE): Xml {
  return element(
    'representedOrganization',
    {},
    ...writeIds(ids),
    name === undefined ? element('name', UNKNOWN) : textElement('name', {}, name),
    ...orUnknown(telecoms).map(writeTelecom),
    ...orUnknown(addresses).map(writeAddress),
    industryClass ? writeCode('standardIndustryClassCode', industryClass) : element('standardIndustryClassCode', UNKNOWN),
  );
}

function writeIds(ids: CdaEntity['ids']): readonly Xml[] {
  return ids.length > 0 ? ids.map((id: CdaId) => writeId(id)) : [element('id', UNKNOWN)];
}

function orUnknown<T>(data: readonly T[]): readonly (T | typeof UNKNOWN)[] {
  return data.length > 0 ? data : [UNKNOWN];
}

/** Writes the reagent kit of a result. */
export function writeKit(code: CdaCode): Xml {
  return writeDevice('DEV', 'MANU', code);
}

/** Writes the medium of a result. */
export function writeMedium(code: CdaCode): Xml {
  return writeDevice('CSM', 'ADTV', code);
}

function writeDevice(typeCode: string, classCode: string, code: CdaCode): Xml {
  return element(
    'participant',
    { typeCode },
    element('participantRole', { classCode }, element('playingDevice', {}, writeCode('code', code))),
  );
}
