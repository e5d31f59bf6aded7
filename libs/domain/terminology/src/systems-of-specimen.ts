const SERUM = ['Ser/Plas', 'Ser', 'Ser/Plas/Bld'];
const PLASMA = ['Ser/Plas', 'Plas', 'Ser', 'Ser/Plas/Bld', 'PPP'];
const BLOOD = ['Bld', 'Ser/Plas', 'Ser', 'PPP', 'Plas', 'RBC', 'WBC', 'Ser/Plas/Bld', 'BldV', 'Bld/Tiss', 'Bld/Bone mar', 'Plt'];
const UPPER = ['Respiratory.upper', 'Respiratory', 'Respiratory system specimen'];
const LOWER = ['Respiratory.lower', 'Respiratory', 'Respiratory system specimen'];

/** First rule that applies wins: the precise before the vague. Words are without accents, in lower case. */
const RULES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/urines?.*(\+| et |\/)\s*(serum|plasma|sang)|(serum|plasma|sang).*(\+| et )\s*urine/u, ['Urine+Ser/Plas', 'Urine', ...SERUM]],
  [/lcr|liquide ce(re|phal|pha)|csf|cerebro ?-?spinal|cerebral spinal|liqu.*rachid/u, ['CSF']],
  [/amniot/u, ['Amnio fld', 'Body fld']],
  [/pleur/u, ['Plr fld', 'Body fld']],
  [/dialys(at|is fluid)|liquide de dialyse|dialyse perit|peritoneal dialysis/u, ['Dial fld prt', 'Dial fld', 'Body fld']],
  [/ascit|periton/u, ['Periton fld', 'Body fld']],
  [/pericard/u, ['Pericard fld', 'Body fld']],
  [/synov|articul|joint/u, ['Synv fld', 'Body fld']],
  [/broncho ?-?alveol|lba\b|\bbal\b|lavage bronch/u, ['BAL', 'Bronchial', ...LOWER, 'Body fld']],
  [/bronch|trache/u, ['Bronchial', 'Trachea', 'Asp', ...LOWER]],
  [/expector|crachat|sputum/u, ['Sputum', 'Sputum/Bronchial', ...LOWER]],
  [/naso ?-?pharyn|rhino ?-?pharyn|\bnph\b/u, ['Nph', 'Nose', ...UPPER]],
  [/\bgorge|pharyn|amygdal|throat/u, ['Thrt', ...UPPER]],
  [/\bnez\b|\bnasal|nose/u, ['Nose', 'Nph', ...UPPER]],
  [/respirat/u, ['Respiratory', ...UPPER, ...LOWER, 'Nph']],
  [/salive|oral fluid|saliva/u, ['Saliva']],
  [/sperm|semen|ejaculat|liquide seminal/u, ['Semen', 'Sem plas']],
  [/vagin/u, ['Vag', 'Genital', 'Vag+Rectum', 'Cvx/Vag']],
  [/\bcol\b|endocerv|cervi|frottis cervico/u, ['Cvx', 'Cvx/Vag', 'Genital', 'Vag']],
  [/uretr|urethr/u, ['Urethra', 'Genital']],
  [/genit/u, ['Genital', 'Vag', 'Cvx', 'Urethra']],
  [/anal\b|rect(um|al)/u, ['Anal', 'Rectum', 'Anorectal', 'Stool']],
  [/selles|feces|fecal|coprolog|stool|\bcopro/u, ['Stool']],
  [/culot urin|sediment/u, ['Urine sed', 'Urine']],
  [/urin|miction|\becbu\b/u, ['Urine', 'Urine sed']],
  [/cordon|cord blood/u, ['BldCo', 'Bld', 'Ser/Plas']],
  [/buvard|papier filtre|guthrie|dried blood|dot\b/u, ['Bld.dot', 'Bld', 'BldC']],
  [/veineux mele|mixed ven/u, ['BldMV', 'BldV', 'Bld']],
  [/arteri|gazometrie|gaz du sang|\bgds\b/u, ['BldA', 'Bld', 'Ser/Plas']],
  [/capil/u, ['BldC', 'Bld', 'Ser/Plas/Bld', 'Ser/Plas']],
  [/sang total|whole blood/u, ['Bld', 'BldV', 'Ser/Plas/Bld', 'RBC', 'WBC', 'Ser/Plas']],
  [/hemocult|flacon|blood culture/u, ['Bld', 'Bld.culture']],
  [/plasma.*(citrat|pauvre)|(citrat|pauvre).*plasma|platelet poor/u, ['PPP', 'Plas', 'Ser/Plas', 'Ser']],
  [/citrat/u, ['PPP', 'Bld', 'Plas', 'Ser/Plas']],
  [/plasma/u, PLASMA],
  [/serum|seric|serique|serologie/u, SERUM],
  [/hematies|globules rouges|erythrocyt|red blood/u, ['RBC', 'Bld']],
  [/moelle|myelo|bone mar/u, ['Bone mar', 'Bld/Bone mar', 'Bld/Tiss', 'Tiss']],
  [/biops|tissu|\btiss/u, ['Tiss', 'Bld/Tiss', 'Tissue']],
  [/souche|isolat|colonie/u, ['Isolate', 'Isolate/Specimen']],
  [/abces|abscess/u, ['Abscess', 'Wound']],
  [/plaie|pus\b|wound|escarre|ulcere/u, ['Wound', 'Abscess', 'Wound.deep', 'Wound.shlw']],
  [/cheveu|poil|hair|phaner/u, ['Hair']],
  [/ongle|nail/u, ['Nail']],
  [/peau|cutan|skin/u, ['Skin']],
  [/sueur|sweat/u, ['Sweat']],
  [/gastri/u, ['Gast fld', 'Body fld']],
  [/duoden/u, ['Duod fld', 'Body fld']],
  [/\bbile\b|biliaire/u, ['Bile fld', 'Body fld']],
  [/calcul|stone/u, ['Calculus', 'Stone']],
  [/conjonct|oeil|ocul|eye/u, ['Eye', 'Conjunctival specimen', 'Cornea']],
  [/oreille|ear\b|auricul/u, ['Ear']],
  [/meconi/u, ['Meconium']],
  [/lait\b|milk/u, ['Milk']],
  [/placenta/u, ['Placenta']],
  [/\b(sang|blood|bld)\b|sanguin|edta|heparin|tube (violet|mauve|bleu|vert|sec|rouge)/u, BLOOD],
  [
    /liquide|fluid|ponction/u,
    ['Body fld', 'Synv fld', 'Periton fld', 'Plr fld', 'Pericard fld', 'Amnio fld', 'Dial fld', 'Dial fld prt', 'Gast fld'],
  ],
];

const remembered = new Map<string, readonly string[] | undefined>();
const REMEMBERED_MAX = 2_000;

/**
 * The LOINC systems that a specimen in a laboratory's words may be coded with, the likeliest first.
 *
 * A tube is not a system: EDTA or plain `Sang` also serves what LOINC measures in serum or plasma. `XXX` (any specimen) is never
 * listed and never contradicted.
 *
 * @returns Nothing when the words name no specimen known here: then nothing is contradicted.
 * @see loinc-transcoding.md §4.3
 */
export function systemsOfSpecimen(raw: string): readonly string[] | undefined {
  if (remembered.has(raw)) return remembered.get(raw);
  const words = raw.slice(0, 120).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const systems = RULES.find(([pattern]) => pattern.test(words))?.[1];
  if (remembered.size >= REMEMBERED_MAX) remembered.clear();
  remembered.set(raw, systems);
  return systems;
}
