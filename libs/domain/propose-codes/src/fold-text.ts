const GREEK: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  ϒ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  κ: 'kappa',
  λ: 'lambda',
  µ: 'mu',
  μ: 'mu',
};

/** Lower case without accents, Greek letters by name, dotted initials closed (`T.S.H.` → `tsh`), French elisions cut. */
export function foldText(text: string): string {
  return (
    text
      // A hooked upsilon is how some keyboards write gamma; decomposed, it would be an upsilon.
      .replace(/\u03d2/gu, 'γ')
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[αβγϒδεκλµμ]/gu, (letter) => ` ${GREEK[letter] ?? ''} `)
      .replace(/œ/gu, 'oe')
      .replace(/æ/gu, 'ae')
      .replace(/\b(?:[a-z]\.){2,}[a-z]?\b\.?/gu, (initials) => initials.replaceAll('.', ''))
      .replace(/(?<![a-z])(?:[dlnsj]|qu)['’](?=[a-z])/gu, ' ')
  );
}

/** Words that name nothing: articles and prepositions of both languages. `a`, `d` and `e` stay: they name vitamins and hepatitis. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  'de du des la le les et en par pour au aux un une dans sur avec ou soit sp spp and of in the by to or for on with from'.split(
    ' ',
  ),
);

/**
 * The words of a text in a form where French and English cognates meet: `hématocrite` and `Hematocrit` give `hematocrit`,
 * `ciclosporine` and `cycloSPORINE` give `ciclosporin`.
 */
export function stemsOf(text: string): string[] {
  const stems: string[] = [];
  for (const word of foldText(text).split(/[^a-z0-9]+/u)) {
    if (word !== '' && !EMPTY_WORDS.has(word)) stems.push(stemOf(word));
  }
  return stems;
}

const remembered = new Map<string, string>();
const REMEMBERED_MAX = 50_000;

function stemOf(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const stem = /\d|^[ivx]+$/u.test(word) || word.length < 4 ? word : soundOf(word);
  if (remembered.size >= REMEMBERED_MAX) remembered.clear();
  remembered.set(word, stem);
  return stem;
}

function soundOf(word: string): string {
  return word
    .replace(/(?<=[^su])s$/u, '')
    .replace(/(?<=[^e]{2})ies?$/u, 'i')
    .replace(/(?<=.{3})e$/u, '')
    .replace(/ph/gu, 'f')
    .replace(/th/gu, 't')
    .replace(/y/gu, 'i')
    .replace(/[ao]e/gu, 'e')
    .replace(/qu?/gu, 'c')
    .replace(/k/gu, 'c')
    .replace(/([a-z])\1/gu, '$1')
    .replace(/(?<=.{3})e$/u, '');
}

/** Three-letter pieces of a word, its ends marked: how alike two spellings are. */
export function trigramsOf(stem: string): ReadonlySet<string> {
  const marked = `^${stem}$`;
  const pieces = new Set<string>();
  for (let start = 0; start + 3 <= marked.length; start++) pieces.add(marked.slice(start, start + 3));
  return pieces;
}
