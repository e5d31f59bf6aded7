import { element, fragment, text, textElement, type Xml } from '@segur/xml';
import { applyTo, forEach, template, valueOf, words, xsl } from './stylesheet-parts.js';

const STYLE = [
  'body { font: 10pt/1.4 sans-serif; color: #161616; margin: 2em auto; max-width: 60em; padding: 0 1em }',
  'h1 { font-size: 16pt } h2 { font-size: 13pt; border-bottom: 1px solid #666 } h3 { font-size: 11pt }',
  'table { border-collapse: collapse; width: 100%; margin: 0.6em 0 }',
  'th, td { border: 1px solid #999; padding: 0.2em 0.5em; text-align: left; vertical-align: top }',
  'thead th { background: #eee } table.entete th { width: 30%; background: #f6f6f6; font-weight: normal }',
  'p.avis { font-weight: bold } img { max-width: 100%; display: block }',
].join('\n');
const INS_ROOT = "starts-with(@root, '1.2.250.1.213.1.4.')";

/** `DR CLAIRE TESTBIO`. */
const PERSON = valueOf("normalize-space(concat(c:suffix, ' ', c:given, ' ', c:family))");

function fact(label: string, path: string, ...printed: readonly Xml[]): Xml {
  return forEach(path, element('tr', {}, textElement('th', {}, label), element('td', {}, ...printed)));
}

function date(select: string): Xml {
  return xsl('call-template', { name: 'date' }, xsl('with-param', { name: 'value', select }));
}

const PATIENT = fragment(
  fact('Nom de naissance', "c:patient/c:name/c:family[@qualifier = 'BR']", valueOf('.')),
  fact('Prénoms', 'c:patient/c:name/c:given[not(@qualifier)]', valueOf('.')),
  fact('Premier prénom', "c:patient/c:name/c:given[@qualifier = 'BR']", valueOf('.')),
  fact('Nom utilisé', "c:patient/c:name/c:family[@qualifier = 'CL']", valueOf('.')),
  fact('Prénom utilisé', "c:patient/c:name/c:given[@qualifier = 'CL']", valueOf('.')),
  fact('Sexe', 'c:patient/c:administrativeGenderCode[@code]', valueOf('@displayName')),
  fact('Date de naissance', 'c:patient/c:birthTime[@value]', date('@value')),
  fact('Lieu de naissance', 'c:patient/c:birthplace/c:place/c:addr', valueOf("normalize-space(concat(c:city, ' ', c:county))")),
  fact('Matricule INS', `c:id[${INS_ROOT}]`, valueOf('@extension')),
  fact('Autre identifiant', `c:id[not(${INS_ROOT})]`, valueOf('@extension')),
  fact('Adresse', 'c:addr[*]', applyTo('.')),
  fact('Télécommunication', 'c:telecom[@value]', valueOf("substring-after(@value, ':')")),
);

const ACTORS = fragment(
  fact(
    'Laboratoire',
    'c:custodian/c:assignedCustodian/c:representedCustodianOrganization',
    valueOf('c:name'),
    forEach('c:addr[*]', words(', '), applyTo('.')),
    forEach('c:telecom[@value]', words(', '), valueOf("substring-after(@value, ':')")),
  ),
  fact(
    'Biologiste responsable',
    'c:legalAuthenticator',
    forEach('c:assignedEntity/c:assignedPerson/c:name', PERSON),
    words(', le '),
    date('c:time/@value'),
  ),
  fact(
    'Validé par',
    'c:authenticator',
    forEach('c:assignedEntity/c:assignedPerson/c:name', PERSON),
    words(', le '),
    date('c:time/@value'),
  ),
  fact('Prescripteur', "c:participant[@typeCode = 'REF']/c:associatedEntity/c:associatedPerson/c:name", PERSON),
  fact('Préleveur', "c:participant[@typeCode = 'PRF']/c:associatedEntity/c:associatedPerson/c:name", PERSON),
  fact('Prescription', 'c:inFulfillmentOf/c:order/c:id', valueOf('@extension')),
  fact('Dossier', 'c:documentationOf/c:serviceEvent/c:id', valueOf('@extension')),
  fact('Document du', 'c:effectiveTime', date('@value'), words(', version '), valueOf('../c:versionNumber/@value')),
);

const DATE = xsl(
  'template',
  { name: 'date' },
  xsl('param', { name: 'value' }),
  xsl('if', { test: 'string-length($value) > 7' }, valueOf('substring($value, 7, 2)'), words('/')),
  xsl('if', { test: 'string-length($value) > 5' }, valueOf('substring($value, 5, 2)'), words('/')),
  valueOf('substring($value, 1, 4)'),
  xsl(
    'if',
    { test: 'string-length($value) > 11' },
    words(' '),
    valueOf("concat(substring($value, 9, 2), ':', substring($value, 11, 2))"),
  ),
);

/** Rules for the page: its facts, then the sections in their order. */
export const PAGE_TEMPLATES = fragment(
  xsl('output', { method: 'html', encoding: 'UTF-8', indent: 'no', 'doctype-system': 'about:legacy-compat' }),
  // The document that is shown is the style sheet itself.
  template('/', applyTo('xsl:stylesheet/data:Contenu/c:ClinicalDocument')),
  template(
    'c:ClinicalDocument',
    element(
      'html',
      { lang: 'fr' },
      element('head', {}, element('title', {}, valueOf('c:title')), element('style', {}, text(STYLE))),
      element(
        'body',
        {},
        element('h1', {}, valueOf('c:title')),
        forEach(
          "c:documentationOf[c:serviceEvent/lab:statusCode/@code = 'active'][1]",
          element('p', { class: 'avis' }, words('Résultats partiels')),
        ),
        forEach(
          "c:relatedDocument[@typeCode = 'RPLC']",
          element('p', { class: 'avis' }, words('Ce document en remplace un autre.')),
        ),
        element('table', { class: 'entete' }, forEach('c:recordTarget/c:patientRole', PATIENT)),
        element('table', { class: 'entete' }, ACTORS),
        applyTo('c:component/c:structuredBody/c:component/c:section'),
      ),
    ),
  ),
  template(
    'c:section',
    element('h2', {}, valueOf('c:title')),
    applyTo('c:text'),
    forEach('c:component/c:section', forEach('c:title', element('h3', {}, valueOf('.'))), applyTo('c:text')),
  ),
  template('c:addr', forEach('*[not(self::c:county)]', xsl('if', { test: 'position() > 1' }, words(' ')), valueOf('.'))),
  DATE,
);
