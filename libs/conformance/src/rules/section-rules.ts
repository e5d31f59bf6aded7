import { at, attribute, child, children, hasTemplate, hasText, type CdaDocument, type Node } from '../document.js';
import type { Rule } from '../rule.js';
import { versionOf, type CrBioVersion } from '../cr-bio-version.js';
import { OID, TEMPLATE } from './code-lists.js';

const SINCE_2021 = [TEMPLATE.chapter, TEMPLATE.secondIntention, TEMPLATE.comments];
const SINCE_2023 = [...SINCE_2021, TEMPLATE.reason, TEMPLATE.pdfCopy, TEMPLATE.vaccinations];
const ALLOWED: Readonly<Record<CrBioVersion, readonly string[]>> = {
  '2021.01': SINCE_2021,
  '2023.01': SINCE_2023,
  '2024.01': SINCE_2023,
};
const body = ({ root }: CdaDocument) => child(child(root, 'component'), 'structuredBody');
const bodies = (document: CdaDocument) => [body(document)].filter((node) => node !== undefined);
const topSections = (document: CdaDocument) => children(body(document), 'component').flatMap((node) => children(node, 'section'));
const pdfCopies = (document: CdaDocument) => topSections(document).filter((section) => hasTemplate(section, TEMPLATE.pdfCopy));
const subSections = (section: Node) => children(section, 'component').flatMap((node) => children(node, 'section'));
const isLoincCode = (section: Node, code: string) =>
  attribute(child(section, 'code'), 'code') === code && attribute(child(section, 'code'), 'codeSystem') === OID.loinc;
const mediaOf = (organizer: Node) => children(organizer, 'component').flatMap((node) => children(node, 'observationMedia'));

/** Sections, their narrative, and the copy on paper. */
export const sectionRules: readonly Rule[] = [
  {
    code: 'body-chapter-missing',
    message: 'The body needs at least one chapter',
    messageFr: 'Le corps doit contenir au moins un chapitre',
    broken: (document) =>
      bodies(document).filter(() => !topSections(document).some((section) => hasTemplate(section, TEMPLATE.chapter))),
  },
  {
    code: 'body-pdf-copy-missing',
    message: 'The body needs exactly one PDF copy of the report (2024.01)',
    messageFr: 'Le corps doit contenir exactement une copie PDF du compte rendu (2024.01)',
    broken: (document) => bodies(document).filter(() => versionOf(document) === '2024.01' && pdfCopies(document).length !== 1),
  },
  {
    code: 'body-pdf-copy-not-allowed',
    message: 'A PDF copy of the report was not allowed in 2021.01, and stands at most once in 2023.01',
    messageFr: "La copie PDF du compte rendu n'était pas admise en 2021.01, et est au plus unique en 2023.01",
    broken: (document) => {
      const most = { '2021.01': 0, '2023.01': 1, '2024.01': Infinity }[versionOf(document)];
      return pdfCopies(document).slice(most);
    },
  },
  {
    code: 'body-section-kind',
    message: 'A section of the first level is none of those that a CR-BIO may hold',
    messageFr: "Une section de premier niveau n'est pas admise dans un CR-BIO",
    broken: (document) => {
      const allowed = ALLOWED[versionOf(document)];
      return topSections(document).filter((section) => !allowed.some((template) => hasTemplate(section, template)));
    },
  },
  {
    code: 'chapter-structure',
    message: 'A chapter holds either a text and exactly one entry, or only sub-chapters',
    messageFr: 'Un chapitre contient soit un texte et une seule entrée, soit seulement des sous-chapitres',
    broken: ({ withTemplate }) =>
      withTemplate(TEMPLATE.chapter).filter((section) => {
        const [texts, entries, subs] = [children(section, 'text'), children(section, 'entry'), subSections(section)];
        if (subs.length > 0) return texts.length + entries.length > 0;
        return texts.length !== 1 || entries.length !== 1;
      }),
  },
  {
    code: 'sub-chapter-structure',
    message: 'A sub-chapter is a section with a text and exactly one entry',
    messageFr: 'Un sous-chapitre est une section avec un texte et une seule entrée',
    broken: ({ withTemplate }) =>
      withTemplate(TEMPLATE.subChapter).filter(
        (section) =>
          section.name !== 'section' || children(section, 'text').length !== 1 || children(section, 'entry').length !== 1,
      ),
  },
  {
    code: 'chapter-code',
    message: 'The code of a chapter or sub-chapter is missing or is no LOINC',
    messageFr: "Le code d'un chapitre ou sous-chapitre est absent ou n'est pas LOINC",
    broken: ({ withTemplate }) => [
      // The interim code of a chapter done elsewhere is of another system.
      ...withTemplate(TEMPLATE.chapter).filter((section) => !attribute(child(section, 'code'), 'code')),
      ...withTemplate(TEMPLATE.subChapter).filter((section) => {
        const code = child(section, 'code');
        return attribute(code, 'code') !== undefined && attribute(code, 'codeSystem') !== OID.loinc;
      }),
    ],
  },
  {
    code: 'section-narrative-missing',
    message: 'A section with entries has no narrative',
    messageFr: "Une section avec des entrées n'a pas de texte",
    broken: ({ all }) =>
      all('section').filter((section) => {
        if (!child(section, 'entry')) return false;
        const text = child(section, 'text');
        return !text || text.attributes['nullFlavor'] !== undefined || (!hasText(text) && !text.children.some(holdsMedia));
      }),
  },
  {
    code: 'second-intention-section',
    message: 'A scanned second-line report needs a code and a text',
    messageFr: 'Une section de seconde intention doit avoir un code et un texte',
    broken: ({ withTemplate }) =>
      withTemplate(TEMPLATE.secondIntention).filter((section) => !child(section, 'code') || !child(section, 'text')),
  },
  {
    code: 'comment-section',
    message: 'A comment section needs both templates, code 55112-7 LOINC and at most one id',
    messageFr: 'Une section de commentaire doit avoir ses deux templates, le code 55112-7 LOINC et au plus un id',
    broken: ({ withTemplate }) =>
      withTemplate(TEMPLATE.comments).filter(
        (section) =>
          section.name !== 'section' ||
          !hasTemplate(section, '2.16.840.1.113883.10.12.201') ||
          !isLoincCode(section, '55112-7') ||
          children(section, 'id').length > 1,
      ),
  },
  {
    code: 'pdf-copy-section',
    message: 'The PDF copy needs its text, the title « Copie du document » and code 55108-5 LOINC',
    messageFr: 'La copie PDF doit avoir un texte, le titre « Copie du document » et le code 55108-5 LOINC',
    broken: ({ withTemplate }) =>
      withTemplate(TEMPLATE.pdfCopy).filter(
        (section) =>
          !child(section, 'text') ||
          child(section, 'title')?.text !== 'Copie du document' ||
          !isLoincCode(section, '55108-5') ||
          children(section, 'entry').length === 0 ||
          children(section, 'entry').some((entry) => !hasTemplate(child(entry, 'organizer'), TEMPLATE.attached)),
      ),
  },
  {
    code: 'attached-document',
    message: 'An attached document needs CLUSTER EVN, one id, code 55107-7, completed, its type and a base64 media',
    messageFr: 'Un document attaché doit avoir CLUSTER EVN, un id, le code 55107-7, completed, son type et un média base64',
    broken: ({ withTemplate }) =>
      withTemplate(TEMPLATE.attached).filter((organizer) => {
        const types = children(organizer, 'component').flatMap((node) => children(node, 'observation'));
        const media = mediaOf(organizer);
        return (
          attribute(organizer, 'classCode') !== 'CLUSTER' ||
          attribute(organizer, 'moodCode') !== 'EVN' ||
          children(organizer, 'id').length !== 1 ||
          attribute(child(organizer, 'code'), 'code') !== '55107-7' ||
          attribute(child(organizer, 'statusCode'), 'code') !== 'completed' ||
          !types.some((type) => hasTemplate(type, TEMPLATE.simpleObservation)) ||
          media.length === 0 ||
          media.some((node) => !isBase64Media(node))
        );
      }),
  },
  {
    code: 'attached-document-type',
    message: 'The type of an attached document needs OBS EVN, one id, code 69764-9, text, completed, a time and a value',
    messageFr: "Le type d'un document attaché doit avoir OBS EVN, un id, le code 69764-9, texte, completed, date et valeur",
    broken: ({ withTemplate }) =>
      withTemplate(TEMPLATE.attachedType).filter(
        (node) =>
          attribute(node, 'classCode') !== 'OBS' ||
          attribute(node, 'moodCode') !== 'EVN' ||
          children(node, 'id').length !== 1 ||
          !hasTemplate(node, TEMPLATE.simpleObservation) ||
          !isLoincCode(node, '69764-9') ||
          attribute(child(node, 'statusCode'), 'code') !== 'completed' ||
          !at(node, 'text/reference') ||
          !child(node, 'effectiveTime') ||
          !child(node, 'value'),
      ),
  },
  {
    code: 'attached-pdf-content',
    message: 'An attached PDF is not a PDF in base64',
    messageFr: "Un PDF attaché n'est pas un PDF en base64",
    broken: ({ all }) =>
      all('observationMedia').filter((node) => {
        const value = child(node, 'value');
        if (attribute(value, 'mediaType') !== 'application/pdf' || attribute(value, 'representation') !== 'B64') return false;
        // « %PDF- » in base64.
        return !/^\s*JVBERi0/.test(value?.text ?? '');
      }),
  },
  {
    code: 'narrative-id-twice',
    message: 'An ID stands twice in the document',
    messageFr: 'Un ID est présent deux fois dans le document',
    broken: ({ ids }) => [...ids.values()].flatMap((nodes) => nodes.slice(1)),
  },
  {
    code: 'narrative-id-form',
    message: 'An ID starts with a letter or _ and holds no white space',
    messageFr: "Un ID commence par une lettre ou _ et n'a pas d'espace",
    broken: ({ ids }) => [...ids].filter(([id]) => !/^[A-Za-z_À-ÿ][\w.\-À-ÿ]*$/.test(id)).flatMap(([, nodes]) => nodes),
  },
  {
    code: 'narrative-reference-dangling',
    severity: 'warning',
    message: 'A reference points to nothing in the narrative',
    messageFr: 'Une référence ne mène nulle part dans le texte',
    broken: ({ all, ids }) =>
      all('reference').filter(({ attributes: { value } }) => value?.startsWith('#') && !ids.has(value.slice(1))),
  },
  {
    code: 'narrative-reference-hash',
    severity: 'warning',
    message: 'A reference to the narrative lacks its #',
    messageFr: "Une référence au texte n'a pas son #",
    broken: ({ all, ids }) => all('reference').filter(({ attributes: { value } }) => value !== undefined && ids.has(value)),
  },
  {
    code: 'narrative-media-dangling',
    message: 'A renderMultiMedia points to nothing',
    messageFr: 'Un renderMultiMedia ne mène nulle part',
    broken: ({ all, ids }) =>
      all('renderMultiMedia').filter(({ attributes: { referencedObject = '' } }) =>
        referencedObject.split(/\s+/).some((id) => id === '' || !ids.has(id)),
      ),
  },
  {
    code: 'narrative-active-content',
    message: 'A narrative holds a script, a handler or a style',
    messageFr: 'Un texte contient un script, un gestionnaire ou un style',
    broken: ({ all, names, withAttribute, attributeNames }) => [
      ...names.filter((name) => name === 'script' || name.endsWith('}script')).flatMap((name) => all(name)),
      ...attributeNames.filter((name) => name === 'style' || name.startsWith('on')).flatMap((name) => withAttribute(name)),
    ],
  },
  {
    code: 'narrative-external-link',
    severity: 'warning',
    message: 'A narrative links outside the document, which the DMP does not want',
    messageFr: 'Un texte contient un lien externe, que le DMP proscrit',
    broken: ({ all }) => all('linkHtml').filter(({ attributes: { href = '' } }) => !href.startsWith('#')),
  },
];

function holdsMedia(node: Node): boolean {
  return node.name === 'renderMultiMedia' || node.children.some(holdsMedia);
}

function isBase64Media(media: Node): boolean {
  const value = child(media, 'value');
  return (
    attribute(media, 'classCode') === 'OBS' &&
    attribute(media, 'moodCode') === 'EVN' &&
    Boolean(attribute(value, 'mediaType')) &&
    attribute(value, 'representation') === 'B64'
  );
}
