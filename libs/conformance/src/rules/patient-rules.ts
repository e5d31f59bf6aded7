import { at, attribute, child, children, type CdaDocument, type Node } from '../document.js';
import type { Rule } from '../rule.js';
import { INS_ROOTS, OID } from './code-lists.js';
import { isMatricule, isTime } from './formats.js';

const roles = ({ root }: CdaDocument) => children(root, 'recordTarget').flatMap((target) => children(target, 'patientRole'));
const insOf = (role: Node) => children(role, 'id').filter(({ attributes }) => INS_ROOTS.has(attributes['root'] ?? ''));
const named = (role: Node, part: string, qualifier: string | undefined) =>
  children(at(role, 'patient/name'), part).some((node) => node.attributes['qualifier'] === qualifier && node.text.trim() !== '');
const onlyUnknown = (nodes: readonly (Node | undefined)[]) => {
  const flavors = nodes.flatMap((node) => node?.attributes['nullFlavor'] ?? []);
  return flavors.length === 0 || flavors.includes('UNK');
};

/** Who the patient is. */
export const patientRules: readonly Rule[] = [
  {
    code: 'patient-id',
    message: 'The patient needs identifiers with root and extension',
    messageFr: 'Le patient doit avoir des identifiants avec racine et extension',
    broken: (document) =>
      roles(document).filter((role) => {
        const ids = children(role, 'id');
        return ids.length === 0 || ids.some(({ attributes }) => !attributes['root'] || !attributes['extension']);
      }),
  },
  {
    code: 'patient-ins-once',
    message: 'There is at most one INS, and it comes first',
    messageFr: 'Il y a au plus un INS, en première position',
    broken: (document) =>
      roles(document).filter((role) => {
        const ins = insOf(role);
        return ins.length > 1 || (ins.length === 1 && ins[0] !== child(role, 'id'));
      }),
  },
  {
    code: 'patient-ins-key',
    message: 'The matricule INS is not 15 characters with a valid key',
    messageFr: "Le matricule INS n'a pas 15 caractères avec une clé valide",
    broken: (document) =>
      roles(document)
        .flatMap(insOf)
        .filter(({ attributes }) => !isMatricule(attributes['extension'] ?? '')),
  },
  {
    code: 'patient-ins-missing',
    severity: 'warning',
    message: 'No INS: right only while the identity is not qualified',
    messageFr: "Pas d'INS : admis seulement tant que l'identité n'est pas qualifiée",
    broken: (document) => roles(document).filter((role) => insOf(role).length === 0),
  },
  {
    code: 'patient-ins-traits',
    message: 'With an INS, birth name, birth given name, given names, birth date, sex and place of birth go together',
    messageFr: 'Avec un INS, nom et prénoms de naissance, date de naissance, sexe et lieu de naissance sont tous requis',
    broken: (document) =>
      roles(document).filter(
        (role) =>
          insOf(role).length > 0 &&
          !(
            named(role, 'family', 'BR') &&
            named(role, 'given', 'BR') &&
            named(role, 'given', undefined) &&
            attribute(at(role, 'patient/birthTime'), 'value') &&
            attribute(at(role, 'patient/administrativeGenderCode'), 'code') &&
            at(role, 'patient/birthplace/place/addr/county')?.text.trim()
          ),
      ),
  },
  {
    code: 'patient-name',
    message: 'The patient has one name: one birth family name, qualifiers BR and CL only, none repeated',
    messageFr: 'Le patient a un seul nom : un nom de naissance, qualificatifs BR et CL seulement, sans répétition',
    broken: (document) =>
      roles(document).filter((role) => {
        const names = children(child(role, 'patient'), 'name');
        const families = children(names[0], 'family').map(({ attributes }) => attributes['qualifier']);
        const givens = children(names[0], 'given').map(({ attributes }) => attributes['qualifier']);
        return (
          names.length !== 1 ||
          !families.includes('BR') ||
          givens.length === 0 ||
          families.some((qualifier) => qualifier !== 'BR' && qualifier !== 'CL') ||
          givens.some((qualifier) => qualifier !== undefined && qualifier !== 'BR' && qualifier !== 'CL') ||
          new Set(families).size !== families.length ||
          new Set(givens).size !== givens.length
        );
      }),
  },
  {
    code: 'patient-gender',
    message: 'The sex must be M, F or UN of 2.16.840.1.113883.5.1',
    messageFr: 'Le sexe doit être M, F ou UN de 2.16.840.1.113883.5.1',
    broken: (document) =>
      roles(document).filter((role) => {
        const { code = '', codeSystem } = at(role, 'patient/administrativeGenderCode')?.attributes ?? {};
        return !/^(M|F|UN)$/.test(code) || codeSystem !== OID.gender;
      }),
  },
  {
    code: 'patient-birth-time',
    message: 'The birth date is missing or is no date',
    messageFr: "La date de naissance est absente ou n'est pas une date",
    broken: (document) => roles(document).filter((role) => !isTime(attribute(at(role, 'patient/birthTime'), 'value'))),
  },
  {
    code: 'patient-contact-missing',
    severity: 'warning',
    message: 'The patient needs an address and a telecom, UNK when unknown',
    messageFr: 'Le patient doit avoir une adresse et un moyen de contact, UNK si inconnus',
    broken: (document) => roles(document).filter((role) => !child(role, 'addr') || !child(role, 'telecom')),
  },
  {
    code: 'patient-guardian',
    message: 'A guardian is either a person with one name or an organisation',
    messageFr: 'Un représentant légal est soit une personne avec un nom, soit une organisation',
    broken: ({ all }) =>
      all('guardian').filter((guardian) => {
        const [person, organization] = [child(guardian, 'guardianPerson'), child(guardian, 'guardianOrganization')];
        const families = children(child(person, 'name'), 'family');
        return (
          (person === undefined) === (organization === undefined) || (person && (families.length === 0 || families.length > 3))
        );
      }),
  },
  {
    code: 'patient-null-flavor',
    message: 'What is not known of the patient is UNK',
    messageFr: 'Une donnée inconnue du patient est codée UNK',
    broken: (document) =>
      roles(document).filter(
        (role) =>
          !onlyUnknown(children(role, 'addr')) ||
          !onlyUnknown(children(role, 'telecom')) ||
          !onlyUnknown([at(role, 'patient/administrativeGenderCode')]) ||
          !onlyUnknown([at(role, 'patient/birthTime')]),
      ),
  },
];
