import type { XmlElement } from 'libxml2-wasm';
import { elements, value, values } from '../xml/foreign-xml.js';

/** The `urn:uuid:` of the ebXML schemes, without their prefix (IHE ITI TF-3, table 4.2.5.2). */
export const SCHEME = {
  documentType: '7edca82f-054d-47f2-a032-9b2a5b5186c1',
  documentAuthor: '93606bcf-9494-43ec-9b4e-a7748d1a838d',
  classCode: '41a5887f-8865-4c09-adf7-e362475b143a',
  confidentialityCode: 'f4f85eac-e6cb-4883-b524-f2705394840f',
  eventCode: '2c6b8cb7-8b2a-4051-b291-b1ae6a575ef4',
  formatCode: 'a09d5840-386c-46f2-b5ad-9c3699a4309d',
  healthcareFacilityTypeCode: 'f33fb8ac-18af-42cc-ae0e-ed0b0bdb91e1',
  practiceSettingCode: 'cccf5598-8b07-4b77-a05e-ae952c785ead',
  typeCode: 'f0306f51-975f-434e-a61c-c59651d33983',
  documentPatientId: '58a6f841-87b3-4a3e-92fd-a8ffeff98427',
  documentUniqueId: '2e82c1f6-a085-4c72-9da3-8640a32e42ab',
  submissionSet: 'a54d6aa5-d40d-43f9-88c5-b4633d873bdd',
  setAuthor: 'a7058bb9-b4e4-4307-ba5b-e3f0ab85e12d',
  contentTypeCode: 'aa543740-bdda-424e-8c96-df4873be8500',
  setPatientId: '6b5aea1a-874d-4603-a4bc-96a0a7b38446',
  setSourceId: '554ac39e-e3fe-47fe-b233-965d2a147832',
  setUniqueId: '96fdda7c-d067-4183-912e-bf5ee74998a8',
} as const;

/** Slot values by slot name, in their order. */
export type Slots = Readonly<Record<string, readonly string[]>>;

export interface Classification {
  /** Without `urn:uuid:`; empty for a marker, which has a `node` instead. */
  readonly scheme: string;
  readonly node: string;
  readonly code: string;
  readonly codingScheme: string;
  readonly label: string;
  readonly slots: Slots;
  readonly classifiedObject: string;
}

export interface ExternalIdentifier {
  readonly scheme: string;
  readonly value: string;
  readonly registryObject: string;
}

/** A registry package or an extrinsic object, as submitted. */
export interface RegistryObject {
  readonly id: string;
  readonly objectType: string;
  readonly mimeType: string;
  readonly title: string;
  readonly comments: string;
  readonly slots: Slots;
  readonly classifications: readonly Classification[];
  readonly externalIdentifiers: readonly ExternalIdentifier[];
}

export interface Association {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly slots: Slots;
}

/** What a `rim:RegistryObjectList` holds. */
export interface RegistryObjects {
  readonly packages: readonly RegistryObject[];
  readonly entries: readonly RegistryObject[];
  readonly associations: readonly Association[];
  /** Classifications that stand beside the objects rather than in them: the marker of a submission set may. */
  readonly classifications: readonly Classification[];
}

/** Reads the objects of a submission, from the element that holds the `rim:RegistryObjectList`. */
export function readRegistryObjects(request: XmlElement): RegistryObjects {
  const list = 'descendant-or-self::lcm:SubmitObjectsRequest/rim:RegistryObjectList';
  return {
    packages: elements(request, `${list}/rim:RegistryPackage`).map(readObject),
    entries: elements(request, `${list}/rim:ExtrinsicObject`).map(readObject),
    associations: elements(request, `${list}/rim:Association`).map(readAssociation),
    classifications: elements(request, `${list}/rim:Classification`).map(readClassification),
  };
}

/** The codes of one scheme, in their order. */
export function codes(object: RegistryObject, scheme: string): readonly Classification[] {
  return object.classifications.filter((classification) => classification.scheme === scheme);
}

/** The value of an external identifier; absent unless there is exactly one. */
export function identifier(object: RegistryObject, scheme: string): string | undefined {
  const [only, ...others] = object.externalIdentifiers.filter((candidate) => candidate.scheme === scheme);
  return others.length === 0 ? only?.value : undefined;
}

/** The values of a slot; none when it is absent. */
export function slot({ slots }: { readonly slots: Slots }, name: string): readonly string[] {
  return slots[name] ?? [];
}

/** True for the entry of the lot's XAdES signature, by its class code (guide, §5.7 of our specification). */
export function isSignature(entry: RegistryObject): boolean {
  return codes(entry, SCHEME.classCode).some(({ code }) => code === 'urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1');
}

function readObject(element: XmlElement): RegistryObject {
  return {
    id: attribute(element, 'id'),
    objectType: withoutUrn(attribute(element, 'objectType')),
    mimeType: attribute(element, 'mimeType'),
    title: localized(element, 'rim:Name'),
    comments: localized(element, 'rim:Description'),
    slots: readSlots(element),
    classifications: elements(element, 'rim:Classification').map(readClassification),
    externalIdentifiers: elements(element, 'rim:ExternalIdentifier').map((identifier) => ({
      scheme: withoutUrn(attribute(identifier, 'identificationScheme')),
      value: attribute(identifier, 'value'),
      registryObject: attribute(identifier, 'registryObject'),
    })),
  };
}

function readClassification(element: XmlElement): Classification {
  const slots = readSlots(element);
  return {
    scheme: withoutUrn(attribute(element, 'classificationScheme')),
    node: withoutUrn(attribute(element, 'classificationNode')),
    code: attribute(element, 'nodeRepresentation'),
    codingScheme: slots['codingScheme']?.[0] ?? '',
    label: localized(element, 'rim:Name'),
    slots,
    classifiedObject: attribute(element, 'classifiedObject'),
  };
}

function readAssociation(element: XmlElement): Association {
  return {
    id: attribute(element, 'id'),
    type: attribute(element, 'associationType'),
    source: attribute(element, 'sourceObject'),
    target: attribute(element, 'targetObject'),
    slots: readSlots(element),
  };
}

/** A slot named twice keeps the values of both, so that a rule on the number of values sees it. */
function readSlots(element: XmlElement): Slots {
  const slots = Object.create(null) as Record<string, string[]>; // a slot may be called `__proto__`
  for (const read of elements(element, 'rim:Slot')) {
    (slots[attribute(read, 'name')] ??= []).push(...values(read, 'rim:ValueList/rim:Value'));
  }
  return slots;
}

// Asked of the element itself: a lot has hundreds of them, and each XPath costs as much as a small document.
const attribute = (element: XmlElement, name: string): string => element.attr(name)?.value.trim() ?? '';
const localized = (element: XmlElement, name: string): string => value(element, `${name}/rim:LocalizedString/@value`) ?? '';
const withoutUrn = (text: string): string => text.replace(/^urn:uuid:/, '');
