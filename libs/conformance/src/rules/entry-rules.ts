import { at, attribute, child, children, hasTemplate, type CdaDocument } from '../document.js';
import type { Rule } from '../rule.js';
import { isEvent, status } from './act-state.js';
import { OID, TEMPLATE } from './code-lists.js';

const OPEN = /^(completed|active|aborted)$/;
const laboratorySections = ({ withTemplate }: CdaDocument) => [
  ...withTemplate(TEMPLATE.chapter),
  ...withTemplate(TEMPLATE.subChapter),
];

/** Entries of chapters: acts, batteries, isolates. */
export const entryRules: readonly Rule[] = [
  {
    code: 'entry-template',
    message: 'An entry of a chapter needs its templates, or no rule on results would look at it',
    messageFr: "Une entrée de chapitre doit porter ses templates, sinon aucune règle de résultat ne s'y applique",
    broken: (document) =>
      laboratorySections(document)
        .flatMap((section) => children(section, 'entry'))
        .filter((entry) => !hasTemplate(entry, TEMPLATE.results) || !hasTemplate(entry, TEMPLATE.frenchResults)),
  },
  {
    code: 'entry-act',
    message: 'An entry of results is DRIV, with one act ACT EVN, completed, active or aborted',
    messageFr: 'Une entrée de résultats est DRIV, avec un acte ACT EVN completed, active ou aborted',
    broken: ({ withTemplate }) =>
      withTemplate(TEMPLATE.results).filter(
        (entry) =>
          attribute(entry, 'typeCode') !== 'DRIV' ||
          !isEvent(child(entry, 'act'), 'ACT') ||
          !OPEN.test(status(child(entry, 'act'))),
      ),
  },
  {
    code: 'entry-act-code',
    message: 'The code of an act of results is not that of its section, or is no LOINC',
    messageFr: "Le code d'un acte de résultats n'est pas celui de sa section, ou n'est pas LOINC",
    broken: ({ withTemplate }) =>
      withTemplate(TEMPLATE.results).filter((entry) => {
        const code = at(entry, 'act/code');
        const section = child(entry.parent, 'code');
        if (attribute(code, 'code') === undefined) return code === undefined;
        return (
          attribute(code, 'codeSystem') !== OID.loinc ||
          (attribute(section, 'codeSystem') === OID.loinc && attribute(section, 'code') !== attribute(code, 'code'))
        );
      }),
  },
  {
    code: 'entry-act-period',
    message: 'The period of an act of results has a start and an end',
    messageFr: "La période d'un acte de résultats a un début et une fin",
    broken: ({ withTemplate }) =>
      withTemplate(TEMPLATE.results).filter((entry) => {
        const period = at(entry, 'act/effectiveTime');
        return period !== undefined && !(child(period, 'low') && child(period, 'high'));
      }),
  },
  {
    code: 'entry-act-empty',
    message: 'An act of results holds no component',
    messageFr: 'Un acte de résultats ne contient aucun composant',
    broken: ({ withTemplate }) =>
      withTemplate(TEMPLATE.results).filter(
        (entry) => !children(child(entry, 'act'), 'entryRelationship').some((node) => attribute(node, 'typeCode') === 'COMP'),
      ),
  },
  {
    code: 'entry-subject',
    message: 'A subject other than the patient is SBJ, with its template, a relatedSubject with its code and one address',
    messageFr: 'Un sujet autre que le patient est SBJ, avec son template, un relatedSubject codé et une seule adresse',
    broken: ({ withTemplate }) =>
      withTemplate(TEMPLATE.results)
        .flatMap((entry) => children(child(entry, 'act'), 'subject'))
        .filter((subject) => {
          const related = child(subject, 'relatedSubject');
          return (
            attribute(subject, 'typeCode') !== 'SBJ' ||
            !hasTemplate(subject, TEMPLATE.nonHumanSubject) ||
            !child(related, 'code') ||
            children(related, 'addr').length !== 1
          );
        }),
  },
  {
    code: 'battery',
    message: 'A battery is an organizer BATTERY EVN, completed, active or aborted, with at most one id and a component',
    messageFr: 'Une batterie est un organizer BATTERY EVN, completed, active ou aborted, avec au plus un id et un composant',
    broken: ({ withTemplate }) =>
      withTemplate(TEMPLATE.battery).filter(
        (node) =>
          node.name !== 'organizer' ||
          !isEvent(node, 'BATTERY') ||
          !OPEN.test(status(node)) ||
          children(node, 'id').length > 1 ||
          children(node, 'component').length === 0,
      ),
  },
  {
    code: 'battery-template',
    message: 'A battery without its template escapes the rules on batteries',
    messageFr: 'Une batterie sans son template échappe aux règles des batteries',
    broken: ({ all }) =>
      all('organizer').filter((node) => attribute(node, 'classCode') === 'BATTERY' && !hasTemplate(node, TEMPLATE.battery)),
  },
  {
    code: 'isolate',
    message: 'An isolate is an organizer CLUSTER EVN with a status and a specimen SPC / SPEC / MIC that has a code',
    messageFr: 'Un isolat est un organizer CLUSTER EVN avec un statut et un spécimen SPC / SPEC / MIC codé',
    broken: ({ withTemplate }) =>
      withTemplate(TEMPLATE.isolate).filter((node) => {
        const specimen = child(node, 'specimen');
        const role = child(specimen, 'specimenRole');
        const player = child(role, 'specimenPlayingEntity');
        return (
          !isEvent(node, 'CLUSTER') ||
          !OPEN.test(status(node)) ||
          attribute(specimen, 'typeCode') !== 'SPC' ||
          attribute(role, 'classCode') !== 'SPEC' ||
          attribute(player, 'classCode') !== 'MIC' ||
          !child(player, 'code') ||
          children(node, 'performer').some((performer) => attribute(performer, 'typeCode') !== 'PRF')
        );
      }),
  },
  {
    code: 'isolate-template',
    message: 'An isolate needs both templates',
    messageFr: 'Un isolat doit porter ses deux templates',
    broken: ({ withTemplate }) => [
      ...withTemplate(TEMPLATE.frenchIsolate).filter((node) => !hasTemplate(node, TEMPLATE.isolate)),
      ...withTemplate(TEMPLATE.isolate).filter((node) => !hasTemplate(node, TEMPLATE.frenchIsolate)),
    ],
  },
  {
    code: 'isolate-germ',
    message: 'A germ is coded in SNOMED CT, translated to the NCBI taxonomy, or only named; no other translation',
    messageFr: 'Un germe est codé en SNOMED CT, traduit dans la taxonomie NCBI, ou seulement nommé ; aucune autre traduction',
    broken: ({ withTemplate }) =>
      withTemplate(TEMPLATE.isolate)
        .map((node) => at(node, 'specimen/specimenRole/specimenPlayingEntity/code'))
        .filter((code) => code !== undefined)
        .filter((code) => {
          const systems = children(code, 'translation').map((node) => attribute(node, 'codeSystem'));
          if (systems.length > 0 && !systems.includes(OID.germs)) return true;
          if (attribute(code, 'codeSystem') === OID.snomed) return false;
          const coded = attribute(code, 'code') !== undefined && attribute(code, 'codeSystem') !== undefined;
          return coded ? systems.length > 0 || !child(code, 'originalText') : systems.length === 0 && !child(code, 'originalText');
        }),
  },
];
