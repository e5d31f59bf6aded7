import type { ResultType } from '@segur/terminology';

/** Words of French catalogues, in lower case without accents, and their English names. */
const WORDS: readonly (readonly [RegExp, ResultType])[] = [
  [/^(semi-?quanti|ordinal|ordqn)/, 'semi-quantitative'],
  [/^(num|quanti|qn$|nombre)/, 'numeric'],
  [/^(cod|liste|quali|nom$|nominal|ord$)/, 'coded'],
  [/^(titre|titer)/, 'titre'],
  [/^(germe|organism|bacterie)/, 'organism'],
  [/^(antibio|suscept|cmi|mic$)/, 'susceptibility'],
  [/^(bilan|profil|panel|groupe)/, 'panel'],
  [/^(document|image|pdf|doc$)/, 'document'],
  [/^(text|alpha|libre|commentaire|nar$)/, 'text'],
];

/** The kind of result that a word of a catalogue names; absent for words that name none. */
export function toResultType(word: string | undefined): ResultType | undefined {
  const plain = word?.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase() ?? '';
  return WORDS.find(([pattern]) => pattern.test(plain))?.[1];
}
