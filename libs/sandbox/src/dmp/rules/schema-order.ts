import type { XmlElement } from 'libxml2-wasm';
import { elements } from '../../xml/foreign-xml.js';
import { SoapFault } from '../refusal.js';

const IN_ORDER = ['Slot', 'Name', 'Description', 'VersionInfo', 'Classification', 'ExternalIdentifier'];
const AT_MOST_ONCE = ['Name', 'Description', 'VersionInfo'];
const OBJECTS = ['RegistryPackage', 'ExtrinsicObject', 'Association', 'Classification', 'ExternalIdentifier', 'ObjectRef'];
/** Attributes that the schema of ebRIM 3.0 demands. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  ExtrinsicObject: ['id'],
  RegistryPackage: ['id'],
  Association: ['id', 'associationType', 'sourceObject', 'targetObject'],
  Classification: ['id', 'classifiedObject'],
  ExternalIdentifier: ['id', 'registryObject', 'identificationScheme', 'value'],
  Slot: ['name'],
};

/**
 * Holds registry objects to the schema of ebRIM 3.0: what stands in them, in which order, with which attributes (rule M15).
 *
 * @throws {SoapFault} The schema is not respected.
 */
export function demandSchemaOrder(request: XmlElement): void {
  for (const stranger of elements(request, 'descendant-or-self::lcm:SubmitObjectsRequest/rim:RegistryObjectList/*')) {
    if (!OBJECTS.includes(stranger.name)) throw fault('a RegistryObjectList holds registry objects only');
  }
  for (const object of elements(request, 'descendant::rim:RegistryObjectList/descendant-or-self::rim:*')) {
    if ((NEEDED[object.name] ?? []).some((name) => object.attr(name) === null))
      throw fault(`an attribute of a ${object.name} is missing`);
    if (OBJECTS.includes(object.name))
      demandOrder(
        elements(object, '*').map(({ name }) => name),
        object.name,
      );
    if (object.name === 'Slot' && elements(object, 'rim:ValueList').length !== 1) throw fault('a Slot holds one ValueList');
  }
}

function demandOrder(names: readonly string[], owner: string): void {
  const places = names.map((name) => IN_ORDER.indexOf(name));
  if (places.includes(-1)) throw fault(`a ${owner} holds an element that it cannot have`);
  if (places.some((place, index) => place < (places[index - 1] ?? 0))) {
    throw fault(`the elements of a ${owner} are not in the order of the schema`);
  }
  if (AT_MOST_ONCE.some((once) => names.filter((name) => name === once).length > 1))
    throw fault(`an element of a ${owner} stands twice`);
}

function fault(reason: string): SoapFault {
  return new SoapFault('SIM-M15', reason);
}
