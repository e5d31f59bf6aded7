import { element, fragment } from '@segur/xml';
import { applyTo, template, valueOf, words, xsl } from './stylesheet-parts.js';

const PASS_ON = ['colspan', 'rowspan'];

/** Rules for the narrative of a section, for its pictures and its PDF. What stands in a document is printed, never run. */
export const NARRATIVE_TEMPLATES = fragment(
  xsl('key', { name: 'media', match: 'c:observationMedia', use: '@ID' }),
  template('c:text', element('div', {}, applyTo())),
  template('c:table', element('table', {}, applyTo())),
  template(
    'c:caption | c:thead | c:tfoot | c:tbody | c:tr | c:th | c:td | c:sub | c:sup',
    xsl(
      'element',
      { name: '{local-name()}' },
      xsl('copy-of', { select: PASS_ON.map((name) => `@${name}`).join(' | ') }),
      applyTo(),
    ),
  ),
  template('c:col | c:colgroup'),
  template('c:paragraph', element('p', {}, applyTo())),
  template("c:list[@listType = 'ordered']", element('ol', {}, applyTo())),
  template('c:list', element('ul', {}, applyTo())),
  template('c:item', element('li', {}, applyTo())),
  template('c:br', element('br', {})),
  template("c:content[contains(@styleCode, 'Bold')]", element('strong', {}, applyTo())),
  template("c:content[contains(@styleCode, 'Italics')]", element('em', {}, applyTo())),
  template('c:content', element('span', {}, applyTo())),
  template('c:linkHtml', element('span', {}, applyTo(), words(' ('), valueOf('@href'), words(')'))),
  template('c:renderMultiMedia', xsl('apply-templates', { select: "key('media', @referencedObject)" })),
  template(
    "c:observationMedia[starts-with(c:value/@mediaType, 'image/')]",
    element('img', { alt: 'Image du compte rendu', src: 'data:{c:value/@mediaType};base64,{normalize-space(c:value)}' }),
  ),
  template(
    "c:observationMedia[c:value/@mediaType = 'application/pdf']",
    words(' '),
    element(
      'a',
      { download: '{@ID}.pdf', href: 'data:application/pdf;base64,{normalize-space(c:value)}' },
      words('Ouvrir le document joint'),
    ),
  ),
  template('c:observationMedia'),
);
