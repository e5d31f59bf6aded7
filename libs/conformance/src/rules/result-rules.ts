import { at, attribute, child, children, hasTemplate, type CdaDocument, type Node } from '../document.js';
import type { Rule } from '../rule.js';
import { versionOf } from '../cr-bio-version.js';
import { isEvent, status } from './act-state.js';
import { INTERPRETATIONS, OID, TEMPLATE } from './code-lists.js';
import { isLoinc, isTime } from './formats.js';
import { isUnit } from './units.js';

const NUMBER = /^[+-]?\d+(\.\d+)?(E[+-]?\d+)?$/i;
const observations = ({ withTemplate }: CdaDocument) => withTemplate(TEMPLATE.observation);
/** Results in the laboratory's entries, template or not. */
const results = (document: CdaDocument) => document.all('observation').filter(isResult);
const receptions = (procedure: Node) =>
  children(procedure, 'entryRelationship')
    .flatMap((node) => children(node, 'act'))
    .filter((act) => hasTemplate(act, TEMPLATE.specimenReceived));

/** Results, specimens, comments, images. */
export const resultRules: readonly Rule[] = [
  {
    code: 'result-template',
    message: 'A result needs both templates, or the French rules would not look at it',
    messageFr: "Un résultat doit porter ses deux templates, sinon les règles françaises ne s'y appliquent pas",
    broken: (document) =>
      results(document).filter(
        (node) => !hasTemplate(node, TEMPLATE.observation) || !hasTemplate(node, TEMPLATE.frenchObservation),
      ),
  },
  {
    code: 'result-status',
    message: 'A result is OBS EVN, completed or aborted',
    messageFr: 'Un résultat est OBS EVN, completed ou aborted',
    broken: (document) =>
      observations(document).filter((node) => !isEvent(node, 'OBS') || !/^(completed|aborted)$/.test(status(node))),
  },
  {
    code: 'result-value',
    message: 'A completed result has one value (a null flavour at least); an aborted one has none',
    messageFr: "Un résultat completed a une valeur (au moins un nullFlavor) ; un résultat aborted n'en a pas",
    broken: (document) =>
      observations(document).filter((node) => {
        const values = children(node, 'value');
        const real = values.filter(({ attributes }) => attributes['nullFlavor'] === undefined);
        return status(node) === 'aborted' ? real.length > 0 : values.length > 1;
      }),
  },
  {
    code: 'result-narrative',
    message: 'A result needs exactly one code, with exactly one reference to its narrative',
    messageFr: 'Un résultat doit avoir exactement un code, avec exactement une référence à son texte',
    broken: (document) =>
      observations(document).filter((node) => {
        const codes = children(node, 'code');
        const texts = children(codes[0], 'originalText');
        return codes.length !== 1 || texts.length !== 1 || children(texts[0], 'reference').length !== 1;
      }),
  },
  {
    code: 'result-code',
    message: 'The code of a result is complete LOINC; else it carries no attribute',
    messageFr: "Le code d'un résultat est un LOINC complet ; sinon il ne porte aucun attribut",
    broken: (document) =>
      results(document)
        .map((node) => child(node, 'code'))
        .filter((code) => code !== undefined)
        .filter(({ attributes, parent }) => {
          const { code, codeSystem, codeSystemName, displayName } = attributes;
          if ([code, codeSystem, codeSystemName, displayName].every((value) => value === undefined)) return false;
          if (codeSystem === OID.loinc) return !code || !displayName;
          // Directly under the act another system is tolerated since 2023.01.
          return parent?.parent?.name === 'component' || versionOf(document) === '2021.01';
        }),
  },
  {
    code: 'result-local-code',
    message: 'A result without LOINC needs a translation, with code and label (and name of its system in 2023.01)',
    messageFr: 'Un résultat sans LOINC doit avoir une traduction, avec code et libellé (et nom de son système en 2023.01)',
    broken: (document) =>
      results(document).filter((node) => {
        const code = child(node, 'code');
        const translations = children(code, 'translation');
        return (
          (code !== undefined && attribute(code, 'code') === undefined && translations.length === 0) ||
          translations.some(
            ({ attributes }) =>
              !attributes['code'] ||
              !attributes['displayName'] ||
              (versionOf(document) === '2023.01' && !attributes['codeSystemName']),
          )
        );
      }),
  },
  {
    code: 'loinc-check-digit',
    message: 'A LOINC code has a wrong check digit',
    messageFr: 'Un code LOINC a une clé fausse',
    broken: ({ withAttribute }) =>
      withAttribute('codeSystem').filter(
        ({ attributes: { code, codeSystem } }) => codeSystem === OID.loinc && code !== undefined && !isLoinc(code),
      ),
  },
  {
    code: 'result-interpretation',
    message: 'An interpretation is not in the French value set',
    messageFr: "Une interprétation n'est pas dans le jeu de valeurs français",
    broken: ({ all }) =>
      all('observation')
        .flatMap((node) => children(node, 'interpretationCode'))
        .filter(({ attributes: { code = '', codeSystem } }) => !INTERPRETATIONS.has(code) || codeSystem !== OID.interpretation),
  },
  {
    code: 'result-range-twice',
    message: 'A result has at most one reference range',
    messageFr: 'Un résultat a au plus un intervalle de référence',
    broken: (document) => observations(document).filter((node) => children(node, 'referenceRange').length > 1),
  },
  {
    code: 'result-range',
    severity: 'warning',
    message: 'A reference range is REFV, with a text or bounds that are in order',
    messageFr: "Un intervalle de référence est REFV, avec un texte ou des bornes dans l'ordre",
    broken: (document) =>
      observations(document)
        .flatMap((node) => children(node, 'referenceRange'))
        .filter((range) => {
          const content = child(range, 'observationRange');
          const value = child(content, 'value');
          const [low, high] = [child(value, 'low'), child(value, 'high')].map((bound) => attribute(bound, 'value'));
          const sameUnit = attribute(child(value, 'low'), 'unit') === attribute(child(value, 'high'), 'unit');
          return (
            attribute(range, 'typeCode') !== 'REFV' ||
            (!value && !child(content, 'text')) ||
            (low !== undefined && high !== undefined && sameUnit && Number(low) > Number(high))
          );
        }),
  },
  {
    code: 'result-quantity',
    message: 'A quantity needs a number and a unit; a bound that is there is a number',
    messageFr: 'Une quantité doit avoir un nombre et une unité ; une borne présente est un nombre',
    broken: ({ all }) =>
      all('value').flatMap((node): readonly Node[] => {
        const { value = '', unit, nullFlavor, 'xsi:type': type } = node.attributes;
        if (type === 'PQ') return nullFlavor === undefined && (!NUMBER.test(value) || !unit) ? [node] : [];
        if (type !== 'IVL_PQ') return [];
        const twins = new Set(node.children.map(({ name }) => name)).size !== node.children.length;
        const wrong = node.children.filter(({ attributes: { value: bound } }) => bound !== undefined && !NUMBER.test(bound));
        return twins ? [node, ...wrong] : wrong;
      }),
  },
  {
    code: 'result-unit',
    message: 'A unit is no UCUM that the official list may hold',
    messageFr: "Une unité n'est pas une unité UCUM admise",
    broken: ({ all }) =>
      all('value')
        .flatMap((value) =>
          value.attributes['xsi:type'] === 'PQ' ? [value] : value.attributes['xsi:type'] === 'IVL_PQ' ? value.children : [],
        )
        .filter(({ attributes: { unit } }) => unit !== undefined && !isUnit(unit)),
  },
  {
    code: 'result-prior',
    message: 'A prior result needs completed and its time',
    messageFr: 'Un résultat antérieur doit être completed et daté',
    broken: (document) =>
      observations(document)
        .flatMap((node) => children(node, 'entryRelationship'))
        .filter((node) => attribute(node, 'typeCode') === 'REFR')
        .flatMap((node) => children(node, 'observation'))
        .filter((prior) => status(prior) !== 'completed' || !isTime(attribute(child(prior, 'effectiveTime'), 'value'))),
  },
  {
    code: 'specimen',
    message: 'A specimen is PROC EVN with a time, at most one site and performer, and one PRD / SPEC with one id',
    messageFr: 'Un prélèvement est PROC EVN avec une date, au plus un site et un exécutant, et un PRD / SPEC avec un id',
    broken: ({ withTemplate }) =>
      withTemplate(TEMPLATE.specimen).filter((node) => {
        const participants = children(node, 'participant');
        const role = child(participants[0], 'participantRole');
        return (
          !isEvent(node, 'PROC') ||
          !child(node, 'effectiveTime') ||
          children(node, 'targetSiteCode').length > 1 ||
          children(node, 'performer').length > 1 ||
          participants.length !== 1 ||
          attribute(participants[0], 'typeCode') !== 'PRD' ||
          attribute(role, 'classCode') !== 'SPEC' ||
          children(role, 'id').length !== 1
        );
      }),
  },
  {
    code: 'specimen-received',
    message: 'The reception of a specimen stands once, with code SPRECEIVE of 1.3.5.1.4.1.19376.1.5.3.2 and a time',
    messageFr: "La réception d'un échantillon est unique, codée SPRECEIVE (1.3.5.1.4.1.19376.1.5.3.2) et datée",
    broken: ({ withTemplate }) =>
      withTemplate(TEMPLATE.specimen).filter((procedure) => {
        const acts = receptions(procedure);
        return (
          acts.length > 1 ||
          acts.some((act) => {
            const { code, codeSystem } = child(act, 'code')?.attributes ?? {};
            const time = attribute(child(act, 'effectiveTime'), 'value');
            return !isEvent(act, 'ACT') || code !== 'SPRECEIVE' || codeSystem !== OID.iheActCode || !isTime(time);
          })
        );
      }),
  },
  {
    code: 'comment',
    message: 'A comment needs its three templates, code 48767-8 LOINC, completed and a reference to its text',
    messageFr: 'Un commentaire doit avoir ses trois templates, le code 48767-8 LOINC, completed et une référence à son texte',
    broken: ({ withTemplate }) =>
      [...new Set([...withTemplate(TEMPLATE.comment), ...withTemplate(TEMPLATE.frenchComment)])].filter((node) => {
        const { code, codeSystem } = child(node, 'code')?.attributes ?? {};
        return (
          ![TEMPLATE.comment, TEMPLATE.ccdComment, TEMPLATE.frenchComment].every((template) => hasTemplate(node, template)) ||
          code !== '48767-8' ||
          codeSystem !== OID.loinc ||
          status(node) !== 'completed' ||
          !at(node, 'text/reference')
        );
      }),
  },
  {
    code: 'comment-author',
    message: 'The author of a comment needs a time, an identifier, an address, a telecom and a name',
    messageFr: "L'auteur d'un commentaire doit avoir une date, un identifiant, une adresse, un contact et un nom",
    broken: ({ withTemplate }) =>
      withTemplate(TEMPLATE.comment)
        .flatMap((node) => children(node, 'author'))
        .filter((author) => {
          const assigned = child(author, 'assignedAuthor');
          const named = at(assigned, 'assignedPerson/name') ?? at(assigned, 'representedOrganization/name');
          return (
            !child(author, 'time') || !child(assigned, 'id') || !child(assigned, 'addr') || !child(assigned, 'telecom') || !named
          );
        }),
  },
  {
    code: 'image',
    message: 'An image is a PNG, a JPEG or a GIF in base64, with the ID by which the text shows it',
    messageFr: "Une image est un PNG, un JPEG ou un GIF en base64, avec l'ID par lequel le texte la montre",
    broken: ({ all }) =>
      all('observationMedia').filter((node) => {
        const { mediaType = '', representation } = child(node, 'value')?.attributes ?? {};
        if (node.parent?.name === 'component' && hasTemplate(node.parent.parent, TEMPLATE.attached)) return false;
        return !/^image\/(png|jpe?g|gif)$/.test(mediaType) || representation !== 'B64' || !attribute(node, 'ID');
      }),
  },
  {
    code: 'validator',
    message: 'A validator of results needs an identifier, an address, a telecom, a name and a time',
    messageFr: 'Un validateur de résultats doit avoir un identifiant, une adresse, un contact, un nom et une date',
    broken: ({ all }) =>
      all('participant')
        .filter((node) => attribute(node, 'typeCode') === 'AUTHEN')
        .filter((node) => {
          const role = child(node, 'participantRole');
          return (
            !child(role, 'id') ||
            !child(role, 'addr') ||
            !child(role, 'telecom') ||
            !at(role, 'playingEntity/name') ||
            !isTime(attribute(at(node, 'time/high'), 'value') ?? attribute(child(node, 'time'), 'value'))
          );
        }),
  },
];

/** An observation under the act or in an organizer of results; a prior result or an attached document is none. */
function isResult(node: Node): boolean {
  const holder = node.parent;
  if (hasTemplate(node, TEMPLATE.simpleObservation)) return false;
  if (holder?.name === 'component') return holder.parent?.name === 'organizer' && !hasTemplate(holder.parent, TEMPLATE.attached);
  return (
    holder?.name === 'entryRelationship' &&
    holder.attributes['typeCode'] === 'COMP' &&
    holder.parent?.name === 'act' &&
    hasTemplate(holder.parent.parent, TEMPLATE.results)
  );
}
