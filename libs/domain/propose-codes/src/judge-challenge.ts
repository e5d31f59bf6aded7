import { assumed, confirmed, contradicted, type AxisScore } from './axis-score.js';
import type { ComponentMatch } from './match-components.js';
import type { IndexedConcept } from './proposal-index.js';
import type { ReadTest } from './read-test.js';

const CHALLENGES: Readonly<Record<string, RegExp>> = {
  fasting: /fast|CFst|pre-?meal/iu,
  'post-meal': /post (?:meal|breakfast|lunch|dinner)|post-?meal/iu,
  timed: /\d+(?:\.\d+)? ?[HM]\b|\d+ (?:hour|minute)/u,
  peak: /peak/iu,
  trough: /trough|pre dose|baseline/iu,
  other: /post|challenge|dose/iu,
};

/** A state or dose that the label does not name speaks strongly against a code that has one. */
export function ofChallenge(read: ReadTest, { concept, challenge, adjustment }: IndexedConcept, match: ComponentMatch): AxisScore {
  const asked = read.challenge ?? (match.reading.senses.some((sense) => sense.fasting) ? 'fasting' : undefined);
  if (
    adjustment !== '' &&
    !/corrig|adjust|correct|standard|std/iu.test(`${read.test.label} ${match.reading.senses.map(({ means }) => means).join(' ')}`)
  ) {
    return contradicted(-1.2, 'challenge', `ajustement « ${adjustment} » non demandé`);
  }
  if (adjustment !== '' && challenge === '') {
    // Laboratories correct calcium by albumin unless they say otherwise.
    const preferred =
      /albumin/iu.test(adjustment) || read.stems.some((stem) => stem.length > 4 && adjustment.toLowerCase().includes(stem));
    return confirmed(preferred ? 0.4 : 0.25, 'challenge', `« ${read.test.label.trim()} » → ${adjustment}`);
  }
  if (challenge === '') {
    return asked === 'fasting' || asked === 'timed' || asked === 'post-meal'
      ? assumed(-0.35, 'challenge', 'état du patient absent du code')
      : { points: 0 };
  }
  if (asked === undefined) return contradicted(-1.6, 'challenge', `« ${challenge} » non demandé`);
  const pattern = CHALLENGES[asked];
  if (!pattern?.test(challenge)) return contradicted(-1.6, 'challenge', `« ${challenge} » : autre état`);
  // French laboratories code the fasting patient by the pre-meal codes of the value set where it has them.
  const preference = asked === 'fasting' && /pre-?meal/iu.test(challenge) ? 0.12 : 0;
  const precise =
    asked !== 'timed' ? 0 : (sameDelay(read.test.label, challenge) ? 0.4 : 0) + (/75 g glucose/u.test(challenge) ? 0.1 : 0);
  return confirmed(
    0.4 + preference + precise - (/XXX|dose|\bg\b/u.test(challenge) && asked === 'fasting' ? 0.5 : 0),
    'challenge',
    `« ${read.test.label.trim()} » → ${challenge} (${concept.code})`,
  );
}

function sameDelay(label: string, challenge: string): boolean {
  const minutes = (amount: string, unit: string): number => Number(amount.replace(',', '.')) * (/^h/iu.test(unit) ? 60 : 1);
  const asked = /(\d+(?:[.,]\d+)?) ?(h|min|mn|m|')?/iu.exec(label.replace(/t ?4|t ?3/giu, ''));
  const given = /(\d+(?:\.\d+)?) ?(H|M)\b/u.exec(challenge) ?? /(\d+(?:\.\d+)?) (hour|minute)/u.exec(challenge);
  if (!asked || !given) return false;
  return minutes(asked[1] ?? '', asked[2] ?? 'min') === minutes(given[1] ?? '', given[2] ?? '');
}
