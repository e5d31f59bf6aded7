import { at, attribute, child, children, hasTemplate, type Node } from '../document.js';
import type { Rule } from '../rule.js';
import { isEvent } from './act-state.js';
import { OID, TEMPLATE } from './code-lists.js';

const isCompleted = (node: Node) => attribute(child(node, 'statusCode'), 'code') === 'completed';
const isLoincCode = (section: Node, code: string) =>
  attribute(child(section, 'code'), 'code') === code && attribute(child(section, 'code'), 'codeSystem') === OID.loinc;
const holds = (node: Node, template: string): boolean =>
  hasTemplate(node, template) || node.children.some((inner) => holds(inner, template));

/** Sections and entries of the screening of cervical cancer: why the test, vaccinations. */
export const screeningRules: readonly Rule[] = [
  {
    code: 'reason-section',
    message: 'A reason for the test needs code 42349-1 LOINC, its templates, a context and a problem',
    messageFr: 'Une raison de la recommandation doit avoir le code 42349-1 LOINC, ses templates, un contexte et un problème',
    broken: ({ withTemplate }) =>
      [...new Set([...withTemplate(TEMPLATE.reason), ...withTemplate(TEMPLATE.codedReason)])].filter(
        (section) =>
          section.name !== 'section' ||
          !isLoincCode(section, '42349-1') ||
          !hasTemplate(section, TEMPLATE.codedReason) ||
          children(section, 'templateId').length < 2 ||
          !holds(section, TEMPLATE.problem) ||
          !holds(section, TEMPLATE.simpleObservation),
      ),
  },
  {
    code: 'simple-observation',
    message: 'A simple observation is OBS EVN, completed, with one id, one code, a reference to its text and a time',
    messageFr: 'Une observation simple est OBS EVN, completed, avec un id, un code, une référence à son texte et une date',
    broken: ({ withTemplate }) =>
      withTemplate(TEMPLATE.simpleObservation).filter((node) => {
        const time = child(node, 'effectiveTime');
        return (
          !isEvent(node, 'OBS') ||
          !child(node, 'id') ||
          !child(node, 'code') ||
          !at(node, 'text/reference') ||
          !isCompleted(node) ||
          (attribute(time, 'value') ?? attribute(time, 'nullFlavor')) === undefined ||
          ['interpretationCode', 'methodCode', 'targetSiteCode', 'author'].some((part) => children(node, part).length > 1)
        );
      }),
  },
  {
    code: 'problem',
    message: 'A problem is OBS EVN, completed, with its template, one id, a code, a reference, a start and one value with its text',
    messageFr:
      'Un problème est OBS EVN, completed, avec son template, un id, un code, une référence, un début et une valeur et son texte',
    broken: ({ withTemplate }) =>
      withTemplate(TEMPLATE.problem).filter((node) => {
        const values = children(node, 'value');
        const { code, codeSystem, nullFlavor, ...others } = values[0]?.attributes ?? {};
        const start = at(node, 'effectiveTime/low');
        return (
          !isEvent(node, 'OBS') ||
          !hasTemplate(node, TEMPLATE.ccdProblem) ||
          children(node, 'id').length !== 1 ||
          children(node, 'code').length !== 1 ||
          !at(node, 'text/reference') ||
          !isCompleted(node) ||
          !(attribute(start, 'value') !== undefined || /^(UNK|NAV)$/.test(attribute(start, 'nullFlavor') ?? '')) ||
          values.length !== 1 ||
          (nullFlavor === undefined && (!others['xsi:type']?.includes('CD') || !child(values[0], 'originalText'))) ||
          (code === undefined) !== (codeSystem === undefined) ||
          child(node, 'uncertaintyCode') !== undefined ||
          child(node, 'confidentialityCode') !== undefined
        );
      }),
  },
  {
    code: 'vaccination-section',
    message: 'A section of vaccinations needs code 11369-6 LOINC, its templates and a vaccination',
    messageFr: 'Une section de vaccinations doit avoir le code 11369-6 LOINC, ses templates et une vaccination',
    broken: ({ withTemplate }) =>
      [...new Set([...withTemplate(TEMPLATE.vaccinations), ...withTemplate(TEMPLATE.immunizations)])].filter(
        (section) =>
          section.name !== 'section' ||
          !isLoincCode(section, '11369-6') ||
          !hasTemplate(section, TEMPLATE.immunizations) ||
          !hasTemplate(section, TEMPLATE.ccdImmunizations) ||
          !holds(section, TEMPLATE.immunization),
      ),
  },
  {
    code: 'vaccination',
    message: 'A vaccination is SBADM, completed, says if it was given, and has an id, a code, a text, a time and a product',
    messageFr:
      'Une vaccination est SBADM, completed, dit si elle a été faite, avec un id, un code, un texte, une date et un produit',
    broken: ({ withTemplate }) =>
      withTemplate(TEMPLATE.immunization).filter((node) => {
        const [time, ...others] = children(node, 'effectiveTime');
        const product = at(node, 'consumable/manufacturedProduct');
        return (
          !/^(true|false)$/.test(attribute(node, 'negationInd') ?? '') ||
          attribute(node, 'classCode') !== 'SBADM' ||
          !/^(EVN|INT)$/.test(attribute(node, 'moodCode') ?? '') ||
          !hasTemplate(node, TEMPLATE.ccdImmunization) ||
          children(node, 'id').length !== 1 ||
          !attribute(child(node, 'code'), 'code') ||
          !isCompleted(node) ||
          !at(node, 'text/reference') ||
          others.length > 0 ||
          (attribute(time, 'value') ?? attribute(time, 'nullFlavor')) === undefined ||
          !hasTemplate(product, TEMPLATE.product) ||
          !isNamedProduct(at(product, 'manufacturedMaterial/code'))
        );
      }),
  },
];

function isNamedProduct(code: Node | undefined): boolean {
  return attribute(code, 'nullFlavor') !== undefined || at(code, 'originalText/reference') !== undefined;
}
