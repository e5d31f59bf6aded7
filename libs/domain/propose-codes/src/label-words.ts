/** What state of the patient or what dose a catalogue line names. */
export type Challenge = 'fasting' | 'post-meal' | 'timed' | 'peak' | 'trough' | 'other';

/** How the label says the result is expressed. */
export type Expression = 'percent' | 'count' | 'ratio' | 'titre' | 'presence' | 'quantity' | 'rate' | 'interpretation';

/** Words of a label that name the specimen. Taken out only when something is left without them. */
export const SPECIMEN_IN_LABEL: readonly RegExp[] = [
  /\b(dans|sur|du|des|de l)?\s*(les )?urines?( de)?( des)?( 24 ?h(eures)?)?\b|\burinaires?\b|\(u\)|\burin\b|(?<=[a-z\d] )u(?=\s*$)/u,
  /\b(du |dans le )?(lcr|csf)\b|\bliquide cephalo-? ?rachidien\b|\bcerebrospinal fluid\b/u,
  /\bliquide (d )?(de )?ascite|\bascites?\b|\bliquide peritoneal\b|\bperitoneal fluid\b/u,
  /\bliquide pleural\b|\bpleural( fluid)?\b/u,
  /\bliquide (synovial|articulaire)\b|\bjoint fluid\b|\bsynovial fluid\b|,\s*joint$/u,
  /\bliquide pericardique\b|\bpericardial( fluid)?\b/u,
  /\bliquide amniotique\b|\bamniotic fluid\b/u,
  /\bliquide de dialyse\b|\bdialysat\b/u,
  /\b(other )?body fluid\b|\bother fluid\b|\bliquide (biologique|de ponction)\b|,\s*fluid$/u,
  /\bliquide gastrique\b|\bgastric fluid\b/u,
  /\bselles?\b|\bfecale?s?\b|\bfecaux\b|\bstool\b|\bfaeces\b/u,
  /\bsang total\b|\bwhole blood\b|^wb\b|\bwb\b/u,
  /\bsang capillaire\b|\bcapillaire\b/u,
  /\bsang arteriel\b|\barterielles?\b|\barteriels?\b|\bgds( art(eriel)?)?\b|\bgazometrie\b|\barterial\b/u,
  /\bsang veineux\b|\bveineux\b|\bveineuse\b|\bvenous\b/u,
  /\bsang (du|de) cordon\b|\bcordon\b|\bcord blood\b/u,
  /\bseriques?\b|\bserum\b|\bplasmatiques?\b|\bplasma\b(?! cells)|\bsanguine?s?\b/u,
  /\bsalivaires?\b|\bsalive\b/u,
  /\bexpectoration\b|\bcrachats?\b/u,
  /\bnaso-?pharynge?\b|\bgorge\b/u,
  /\bmoelle\b|\bmedullaire\b|\bbone marrow\b/u,
  /\becbu\b|^ *ua\b|\burinalysis\b/u,
  /\bsperme\b|\bspermatique\b/u,
  /\bvaginale?s?\b|\bvagin\b/u,
  /\buretrale?\b|\burethral\b/u,
  /\bendocol\b|\bendocervicale?\b/u,
  /,\s*blood$/u,
];

/** States of the patient and moments after a dose, in a label. */
export const STATES: readonly (readonly [RegExp, Challenge])[] = [
  [/\ba ?jeun\b|\bjeun\b|\bfasting\b/u, 'fasting'],
  [/\bpost[- ]?prandiale?\b|\bpost[- ]?meal\b|\bapres (le )?repas\b|\bgpp\b/u, 'post-meal'],
  [
    /\bt ?[+-]? ?\d+( ?min(utes)?| ?mn| ?h(eures?)?|')?\b(?<!\bt ?[34])|\b(a|apres|\+) ?\d+ ?(min(utes)?|mn|h(eures?)?)\b|\b\d+ ?(min(utes)?|mn|h(eures?)?) (apres|post)\b|\b(30|60|90|120|180) ?(min|mn)\b/u,
    'timed',
  ],
  [/\bpic\b|\bpeak\b|\bmaximum\b/u, 'peak'],
  [/\bresiduel(le)?\b|\bvallee\b|\btrough\b|\bt0\b/u, 'trough'],
  [/\bprovoquee?\b|\bsous charge\b|\bhgpo\b|\btest (au|a la) /u, 'other'],
];

/** How a result is expressed, and whether the words that say so are taken out. */
export const EXPRESSIONS: readonly (readonly [RegExp, Expression, boolean])[] = [
  [/%|\bpourcentage\b|\bpercent\b|\bpour cent\b/u, 'percent', true],
  [
    /#|\babs\b|\babsolue?s?\b|\babsolute\b|\bnombre( de)?\b|\bcount\b|\bnumeration( des?)?\b|\bcompte( des?)?\b|\bcomptage( des?)?\b|\bsoit\b/u,
    'count',
    true,
  ],
  [/\brapport\b|\bratio\b|[a-z)]\s*\/\s*[a-z(]/u, 'ratio', false],
  [/\btitre\b|\btitrage\b|\btiter\b/u, 'titre', true],
  [
    /\bqualitati(f|ve)\b|\bqual\b|\bscreen(ing)?\b|\bdepistage\b|\brecherche( d[eu]s?)?\b|\bpresence\b|\bdetection\b/u,
    'presence',
    true,
  ],
  [
    /\bquantitati(f|ve)\b|\bquant\b|\bcharge virale\b|\bviral load\b|\bdosages?( d[eu]s?)?\b|\bvalue\b|\btaux( d[eu]s?)?\b|\bnumerical result\b/u,
    'quantity',
    false,
  ],
  [/\bdebit\b|\bexcretion\b|\bdiurese\b/u, 'rate', false],
  [/\binterpretation\b|\bconclusion\b|\bcommentaires?\b|\bcomments?\b|\binterpreted result\b/u, 'interpretation', true],
];

/** Method words taken from a label too. Those that also name components (`direct`, `agglutinines`, `culture`) are not. */
export const METHODS_IN_LABEL: ReadonlySet<string> = new Set(
  (
    'manual automated calculated electrophoresis immunofixation strip rapid confirm screen immunoassay fluorescence blot tppa hemagglutination vdrl rpr pcr ' +
    'highSensitivity lowLimit withP5P pyruvateToLactate lactateToPyruvate ckdEpi mdrd cockcroft schwartz culture microscopy gram acidfast ' +
    'hplc ifcc aerobe anaerobe westergren mic disk etest chromogenic'
  ).split(' '),
);
/** What a panel's name says of how each of its results is got. */
export const METHODS_OF_PANELS: ReadonlySet<string> = new Set(['electrophoresis', 'immunofixation', 'strip', 'blot', 'flow']);
/** Method words taken out of a label. */
export const METHOD_WORDS =
  /\b(bandelette( urinaire)?|\bbu\b|p5p|ifcc|ckd[- ]?epi|mdrd|cockcroft( (et|&) gault)?([- ]gault)?|schwartz|eps|hs|us|ultra-?sensible|ultrasensible|haute sensibilite|high[- ]sensitivity|elisa|eia|hplc|calculee?|calculated|calc|estimee?|estimated|measured|automate|auto|automated|manuel(le)?|manual|test rapide|rapid(e)?|by pcr|pcr|methode|technique|electrophorese|p ?-+> ?l|l ?-+> ?p|friedewald|enzymatique|colorimetrique|jaffe|westergren|soit)\b/gu;
/** Words about the act, not the analysis. */
export const IDLE =
  /\b(dosages?|mesures?|examens?|resultats?|determination|valeurs?|bilan|analyse|test de|concentration( en)?|taux( de)?|activite seule|value|level|lvl|assay|prep(aration)?|smear|serologies?|quantitati(f|ve)|quant|prelevement|diurese|systematique|controle|37 ?°? ?c\b|30 ?°? ?c\b|avk|screening|iono(gramme)?)\b/gu;

/** Units that only one way of measuring gives. */
export const METHOD_OF_UNIT: Readonly<Record<string, string>> = { 'mmol/mol': 'ifcc', '/[HPF]': 'highPower', '/[LPF]': 'lowPower' };
