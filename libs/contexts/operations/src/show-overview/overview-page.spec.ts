import { overviewPage, PAGE_POLICY, sessionPage } from './overview-page.js';
import type { OverviewDelivery, OverviewRow } from './overview.query.js';

const row: OverviewRow = {
  reportSetId: '019aa0c0-0000-7000-8000-0000000000aa',
  controlId: 'MSG-1',
  revision: 2,
  status: 'VALIDATED',
  receivedAt: '2026-11-23T09:30:00.000Z',
  hasDocument: true,
  deliveries: [],
};
/** What a person reads: tags become spaces. */
const read = (html: string) =>
  html
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const told = (change: Partial<OverviewRow>) => read(overviewPage({ rows: [{ ...row, ...change }] }));
const delivery = (change: Partial<OverviewDelivery>): OverviewDelivery => ({
  ...{ revision: 1, channel: 'dmp', recipientRole: 'dmp', state: 'ACCEPTED' },
  ...change,
});

describe('overviewPage', () => {
  it('shows a report on one line', () => {
    expect(told({})).toContain('MSG-1 2026-11-23 09:30:00 Document produit et contrôlé 2 – lire PDF CDA détail');
  });

  it.each`
    what                           | change                                                    | words
    ${'refused unread'}            | ${{ revision: 0, status: 'REFUSED', hasDocument: false }} | ${'Refusé : une personne doit agir – – détail'}
    ${'withdrawn'}                 | ${{ status: 'WITHDRAWN' }}                                | ${'Retiré 2'}
    ${'known by its events alone'} | ${{ controlId: undefined }}                               | ${'019aa0c0-0000-7000-8000-0000000000aa'}
  `('shows a report that is $what', ({ change, words }: { change: Partial<OverviewRow>; words: string }) => {
    expect(told(change)).toContain(words);
  });

  it.each`
    change                                                                                    | words
    ${{}}                                                                                     | ${'version 1, DMP : accepté'}
    ${{ state: 'NOT_ELIGIBLE', errorCode: 'ins-not-qualified' }}                              | ${'DMP : non envoyé (ins-not-qualified : l’identité n’est pas qualifiée'}
    ${{ channel: 'mss', recipientRole: 'patient', state: 'REJECTED', errorCode: 'smtp-550' }} | ${'MSSanté, patient : refusé (smtp-550)'}
    ${{ revision: 3, channel: 'mss', recipientRole: 'prescriber', state: 'WITHDRAWN' }}       | ${'version 3, MSSanté, prescripteur : retiré'}
  `('says of a delivery "$words"', ({ change, words }: { change: Partial<OverviewDelivery>; words: string }) => {
    expect(told({ deliveries: [delivery(change)] })).toContain(words);
  });

  it('says what the played services hold, where they are', () => {
    expect(read(overviewPage({ rows: [], played: { documents: 3, mails: 7 } }))).toContain(
      'DMP : 3 pièce(s), documents et signatures MSSanté : 7 message(s)',
    );
    expect(overviewPage({ rows: [] })).not.toContain('sandbox');
  });

  it('runs nothing, whatever a sender named its message', () => {
    const html = overviewPage({ rows: [{ ...row, controlId: `"><script>alert('x')</script>` }] });

    expect(html).not.toContain('<script');
    expect(PAGE_POLICY).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]+=*';/);
  });

  it('names its cells, and each link by the report it leads to', () => {
    const html = overviewPage({ rows: [row] });

    expect(html).toContain('<html lang="fr">');
    expect(html).toContain('<th scope="row">MSG-1</th>');
    expect(html.match(/<th scope="col">/g)).toHaveLength(6);
    expect(html).toContain('/documents/html" aria-label="Lire MSG-1">lire<');
    expect(html).toContain('aria-label="PDF de MSG-1"');
  });
});

describe('sessionPage', () => {
  it.each([
    [false, false],
    [true, true],
  ])('says that a key was refused: %s', (refused, said) => {
    expect(sessionPage(refused).includes('role="alert"')).toBe(said);
  });
});
