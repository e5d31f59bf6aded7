import { at, attribute, child, children, type CdaDocument } from '../document.js';
import type { Rule } from '../rule.js';
import { OID, PRACTICE_SETTINGS } from './code-lists.js';
import { isTime } from './formats.js';

const header = (name: string) => (document: CdaDocument) => children(document.root, name);
const acts = (document: CdaDocument) => header('documentationOf')(document).flatMap((node) => children(node, 'serviceEvent'));
const NATIONAL: readonly string[] = [OID.professionals, OID.structures];

/** What holds of professionals and organisations in whatever part they take. */
export const participationRules: readonly Rule[] = [
  {
    code: 'actor-national-id-empty',
    message: 'A national identifier of a professional or a structure has an extension',
    messageFr: 'Un identifiant national de professionnel ou de structure porte une valeur (extension)',
    broken: ({ all }) => all('id').filter(({ attributes: { root = '', extension } }) => NATIONAL.includes(root) && !extension),
  },
  {
    code: 'actor-practice-setting',
    message: 'The practice setting of an organisation is coded, with its label',
    messageFr: "Le secteur d'activité d'une organisation est codé, avec son libellé",
    broken: ({ all }) =>
      all('standardIndustryClassCode').filter(
        ({ attributes: { code, codeSystem, displayName, nullFlavor } }) =>
          nullFlavor === undefined && (!PRACTICE_SETTINGS.has(code ?? '') || codeSystem !== OID.practiceSetting || !displayName),
      ),
  },
  {
    code: 'actor-device',
    message: 'A device that is an author has a model and the name of its software',
    messageFr: 'Un dispositif auteur a un modèle et le nom de son logiciel',
    broken: ({ all }) =>
      all('assignedAuthoringDevice').filter((device) => !child(device, 'manufacturerModelName') || !child(device, 'softwareName')),
  },
  {
    code: 'actor-informant',
    message: 'An informant is a professional with one identifier, or a relative of a known kind with a name',
    messageFr: 'Un informateur est un professionnel avec un identifiant, ou un proche de nature connue avec un nom',
    broken: (document) =>
      header('informant')(document).filter((informant) => {
        const [entity, relative] = [child(informant, 'assignedEntity'), child(informant, 'relatedEntity')];
        if ((entity === undefined) === (relative === undefined)) return true;
        if (entity) return children(entity, 'id').length !== 1;
        return (
          !/^(ECON|NOK|CON|CAREGIVER|PAT)$/.test(attribute(relative, 'classCode') ?? '') ||
          !at(relative, 'relatedPerson/name/family')
        );
      }),
  },
  {
    code: 'actor-profession-label',
    message: 'The profession of an author or a participant, or the tie of a relative, has its code and its label',
    messageFr: "La profession d'un auteur ou d'un participant, ou le lien d'un proche, a son code et son libellé",
    broken: ({ all }) =>
      ['assignedAuthor', 'associatedEntity', 'relatedEntity']
        .flatMap((name) => all(name))
        .flatMap((actor) => children(actor, 'code'))
        .filter(({ attributes: { code, displayName } }) => !code || !displayName),
  },
  {
    code: 'actor-participant-once',
    message: 'A participant has at most one template, one start and one end',
    messageFr: 'Un participant a au plus un template, un début et une fin',
    broken: (document) =>
      header('participant')(document).filter(
        (node) =>
          children(node, 'templateId').length > 1 ||
          ['low', 'high'].some((bound) => children(child(node, 'time'), bound).length > 1),
      ),
  },
  {
    code: 'actor-function',
    message: 'A function is coded, with its system',
    messageFr: 'Une fonction est codée, avec son système',
    broken: (document) =>
      [...header('author')(document), ...header('participant')(document)]
        .flatMap((node) => children(node, 'functionCode'))
        .filter(({ attributes: { code, codeSystem } }) => !code || !codeSystem),
  },
  {
    code: 'act-period',
    message: 'The period of a serviceEvent has a start',
    messageFr: "La période d'un serviceEvent a un début",
    broken: (document) =>
      acts(document)
        .flatMap((act) => children(act, 'effectiveTime'))
        .filter((period) => !isTime(attribute(child(period, 'low'), 'value'))),
  },
  {
    code: 'act-performer-twice',
    message: 'A serviceEvent has at most one performer, and a documentationOf exactly one serviceEvent',
    messageFr: 'Un serviceEvent a au plus un exécutant, et un documentationOf exactement un serviceEvent',
    broken: (document) =>
      header('documentationOf')(document).filter((node) => {
        const [act, ...others] = children(node, 'serviceEvent');
        return act === undefined || others.length > 0 || children(act, 'performer').length > 1;
      }),
  },
  {
    code: 'act-status',
    message: 'The status of a serviceEvent is completed (final), active (partial) or aborted',
    messageFr: "Le statut d'un serviceEvent est completed (final), active (partiel) ou aborted",
    broken: (document) =>
      acts(document)
        .flatMap((act) => children(act, 'lab:statusCode'))
        .filter(({ attributes: { code = '' } }) => !/^(completed|active|aborted)$/.test(code)),
  },
  {
    code: 'encounter-participant',
    message: 'A participant of the encounter has a type, and one professional with a national identifier',
    messageFr: 'Un participant à la prise en charge a un type, et un professionnel avec un identifiant national',
    broken: ({ all }) =>
      all('encounterParticipant').filter((node) => {
        const own = children(child(node, 'assignedEntity'), 'id').filter((id) => attribute(id, 'root') === OID.professionals);
        return !attribute(node, 'typeCode') || own.length !== 1;
      }),
  },
];
