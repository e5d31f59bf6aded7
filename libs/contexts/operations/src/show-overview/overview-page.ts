import { createHash } from 'node:crypto';
import { deliveryWords, recipientWords, STATUS_WORDS } from './french-words.js';
import type { OverviewRow } from './overview.query.js';
import type { Holdings } from './played-services.js';

/** What the page shows. */
export interface Overview {
  readonly rows: readonly OverviewRow[];
  /** Absent: no national service is played, as far as this process knows. */
  readonly played?: Holdings;
}

const STYLE =
  'body{font:1rem/1.5 system-ui,sans-serif;margin:2rem;color:#161616;background:#fff}table{border-collapse:collapse;width:100%}' +
  'th,td{border:1px solid #929292;padding:.5rem;text-align:left;vertical-align:top}th{background:#eee}ul{margin:0;padding-left:1.2rem}' +
  'a{color:#000091}input,button{font:inherit;padding:.4rem}[role=alert]{color:#b34000;font-weight:bold}';

/** Nothing runs on these pages, and nothing is loaded; forms go to us alone. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** The last reports and what became of them, in French. */
export function overviewPage({ rows, played }: Overview): string {
  const table = `<table><caption>Derniers comptes rendus (vingt au plus), le plus récent d’abord</caption>
<thead><tr>${['Message', 'Reçu le (UTC)', 'État', 'Version', 'Envois', 'Document'].map((title) => `<th scope="col">${title}</th>`).join('')}</tr></thead>
<tbody>
${rows.map(rowOf).join('\n')}
</tbody></table>`;
  return page(
    'Comptes rendus',
    [
      rows.length === 0 ? '<p>Aucun compte rendu pour l’instant. Essayez <code>npx segur demo</code>.</p>' : table,
      ...(played ? [playedSection(played)] : []),
      '<form method="post" action="/session/end"><button>Fermer la session</button></form>',
    ].join('\n'),
  );
}

/** The form that opens a session. @param refused - The key given before was not known. */
export function sessionPage(refused: boolean): string {
  return page(
    'Ouvrir une session',
    `${refused ? '<p role="alert">Cette clé n’est pas connue.</p>\n' : ''}<form method="post" action="/session">
<p><label for="key">Clé d’API du laboratoire (affichée au démarrage)</label><br>
<input id="key" name="key" type="password" autocomplete="off" required size="50"></p>
<p><button>Ouvrir</button></p>
</form>`,
  );
}

function rowOf({ reportSetId, controlId, receivedAt, status, revision, deliveries, hasDocument }: OverviewRow): string {
  const id = encodeURIComponent(reportSetId);
  const sent = deliveries.map(
    (delivery) =>
      `<li>version ${delivery.revision}, ${escaped(recipientWords(delivery.channel, delivery.recipientRole))} : ${escaped(deliveryWords(delivery.state, delivery.errorCode))}</li>`,
  );
  const name = escaped(controlId ?? reportSetId);
  const links = [
    ...(hasDocument
      ? ([
          ['html', 'lire', 'Lire'],
          ['pdf', 'PDF', 'PDF de'],
          ['cda', 'CDA', 'CDA de'],
        ] as const)
      : []
    ).map(
      ([form, title, spoken]) => `<a href="/api/v1/reports/${id}/documents/${form}" aria-label="${spoken} ${name}">${title}</a>`,
    ),
    `<a href="/api/v1/reports/${id}" aria-label="Détail de ${name}">détail</a>`,
  ];
  const cells = [
    `<time datetime="${escaped(receivedAt)}">${escaped(receivedAt.slice(0, 19).replace('T', ' '))}</time>`,
    escaped(STATUS_WORDS[status]),
    revision === 0 ? '–' : String(revision),
    sent.length > 0 ? `<ul>${sent.join('')}</ul>` : '–',
    links.join(' '),
  ];
  return `<tr><th scope="row">${name}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

function playedSection({ documents, mails }: Holdings): string {
  return `<h2>Services nationaux simulés</h2>
<ul><li><a href="/sandbox/dmp/documents">DMP : ${documents} pièce(s), documents et signatures</a></li>
<li><a href="/sandbox/mail/messages">MSSanté : ${mails} message(s)</a></li></ul>`;
}

function page(title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Segur</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1>
${body}
</main></body></html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
