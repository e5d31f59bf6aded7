import type { PrintedRow } from '@segur/laboratory-to-cda';
import { element, textElement, type Xml } from '@segur/xml';

/** Writes a picture into the page itself, under its name: nothing is loaded from elsewhere. */
export function writeImage({ text, image }: Extract<PrintedRow, { kind: 'image' }>): Xml {
  const { mediaType, data } = image;
  const picture = element('img', { alt: text, src: `data:${mediaType};base64,${data}` });
  return element('figure', {}, empty(picture), textElement('figcaption', {}, text));
}

/** `img` has no end tag in HTML; closed this way it is read alike as XML. */
function empty(written: Xml): Xml {
  return `${written.slice(0, -'></img>'.length)}/>` as Xml;
}
