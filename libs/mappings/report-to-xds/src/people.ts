import type { CdaAuthor, CdaCode, CdaEntity, CdaHeader, CdaOrganization, CdaPatient } from '@segur/cda';
import type { XdsAuthor, XdsCode, XdsPatientId, XdsPatientInfo, XdsPerson, XdsStructure } from '@segur/xds';
import { UnsuitableHeader } from './unsuitable-header.js';
import { OIDS } from './vocabulary.js';

/** A code of the header. Without system or label there is nothing to classify by. */
export function toXdsCode(code: CdaCode | undefined): XdsCode | undefined {
  if (!code?.codeSystem) return undefined;
  return { code: code.code, label: code.displayName ?? code.code, system: code.codeSystem };
}

/** Someone, by the national identifier where there is one. Absent: no identifier or no name. */
export function toPerson(entity: CdaEntity): XdsPerson | undefined {
  const id = entity.ids.find(({ root }) => root === OIDS.professional) ?? entity.ids[0];
  if (!id || !entity.person) return undefined;
  const national = id.root === OIDS.professional && !id.extension?.includes('/');
  const { family, given } = entity.person;
  return {
    id: id.extension ?? id.root,
    family,
    ...(given === undefined ? {} : { given }),
    authority: id.root,
    nameType: 'D',
    idType: national ? 'IDNPS' : 'EI',
  };
}

/** A structure under its national identifier. Absent: it has none. */
export function toStructure(organization: CdaOrganization | undefined): XdsStructure | undefined {
  const id = organization?.ids.find(({ root }) => root === OIDS.structure)?.extension;
  return id && organization?.name ? { name: organization.name, id } : undefined;
}

/**
 * The authors of a document; whoever names no structure wrote for the custodian.
 *
 * @throws {UnsuitableHeader} No author, or one without any structure.
 */
export function toAuthors({ authors, custodian }: Pick<CdaHeader, 'authors' | 'custodian'>): readonly XdsAuthor[] {
  if (authors.length === 0) throw new UnsuitableHeader('The document has no author');
  return authors.map((author) => {
    const structure = toStructure(author.organization) ?? toStructure(custodian);
    if (!structure) throw new UnsuitableHeader('An author has no structure with a national identifier');
    const person = toPerson(author) ?? toDevice(author);
    const specialty = toXdsCode(author.code);
    const role = author.functionCode?.displayName;
    return {
      institutions: [structure],
      ...(person ? { person } : {}),
      ...(role ? { role } : {}),
      ...(specialty ? { specialty } : {}),
    };
  });
}

function toDevice({ ids, device }: CdaAuthor): XdsPerson | undefined {
  const id = ids[0];
  if (!id || !device) return undefined;
  return {
    id: id.extension ?? id.root,
    family: device.manufacturerModelName ?? '',
    given: device.softwareName ?? '',
    authority: id.root,
    nameType: 'U',
    idType: 'RI',
  };
}

/** The number that the laboratory or the hospital gave. Absent: none but those of the INS. */
export function toLocalPatientId({ ids }: CdaPatient): XdsPatientId | undefined {
  const id = ids.find(({ root, extension }) => extension && !(OIDS.ins as readonly string[]).includes(root));
  return id?.extension ? { id: id.extension, authority: id.root, type: 'PI' } : undefined;
}

/** Strict traits: birth name, first birth given name, birth date, sex. */
export function toPatientInfo({ name, birthTime, gender }: CdaPatient): XdsPatientInfo {
  const given = name.birthGiven ?? name.givenNames?.split(' ')[0] ?? name.usedGiven;
  const sex = gender?.code === 'M' || gender?.code === 'F' ? gender.code : 'U';
  return {
    family: name.birthFamily ?? name.usedFamily ?? '',
    ...(given ? { given } : {}),
    ...(birthTime ? { birthDate: birthTime.slice(0, 8) } : {}),
    sex,
  };
}
