import { element, text, textElement } from '@segur/xml';

/** Who made the archive, as its reader may need to know: neither patient nor result stands in these pages. */
export interface XdmSender {
  /** The laboratory. */
  readonly organisation: string;
  readonly address: string;
  readonly phone: string;
  readonly application: string;
  readonly version: string;
  readonly vendor: string;
}

/** A line of the page's table of contents. */
export interface XdmLink {
  /** Path inside the archive. */
  readonly href: string;
  readonly title: string;
}

/** `INDEX.HTM`: an XHTML page with the sender and links to the documents. */
export function indexHtm(sender: XdmSender, links: readonly XdmLink[]): string {
  const html = element(
    'html',
    { xmlns: 'http://www.w3.org/1999/xhtml', lang: 'fr' },
    element(
      'head',
      {},
      element('meta', { 'http-equiv': 'Content-Type', content: 'text/html; charset=UTF-8' }),
      textElement('title', {}, sender.organisation),
    ),
    element(
      'body',
      {},
      textElement('h1', {}, sender.organisation),
      textElement('p', {}, [sender.address, sender.phone].filter(Boolean).join(' — ')),
      element('p', {}, textElement('a', { href: 'README.TXT' }, 'README.TXT')),
      element(
        'ul',
        {},
        ...links.map(({ href, title }) => element('li', {}, textElement('a', { href }, title), text(` (${href})`))),
      ),
    ),
  );
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n${html}\n`;
}

/** `README.TXT`: sender, application, how to read the archive, and what is in it. Lines end with CR LF, for old readers. */
export function readmeTxt(sender: XdmSender, files: readonly string[]): string {
  return [
    'EMETTEUR',
    `  Organisation : ${sender.organisation}`,
    `  Adresse      : ${sender.address}`,
    `  Téléphone    : ${sender.phone}`,
    '',
    'APPLICATION',
    `  Nom          : ${sender.application}`,
    `  Version      : ${sender.version}`,
    `  Éditeur      : ${sender.vendor}`,
    '',
    'LECTURE',
    '  Ouvrir INDEX.HTM dans un navigateur. Les documents sont des comptes rendus CDA R2 (XML) ; une copie PDF accompagne le message.',
    '  Les métadonnées du lot sont dans METADATA.XML (profil IHE XDM).',
    '',
    'CONTENU',
    '  INDEX.HTM',
    '  README.TXT',
    '  IHE_XDM/SUBSET01/METADATA.XML',
    ...files.map((file) => `  ${file}`),
    '',
  ].join('\r\n');
}
