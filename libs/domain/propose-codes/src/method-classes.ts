import { foldText } from './fold-text.js';

/** What laboratories and LOINC call a way of measuring, in the words of either. The order does not matter: a text may name several. */
const CLASSES: Readonly<Record<string, RegExp>> = {
  automated: /automat|cytometrie(?! en flux)|analyseur|impedance/u,
  manual: /manuel|manual|microscop.*comptage|comptage.*microscop/u,
  calculated: /calcul|\bcalc\b|estim|friedewald|formule/u,
  direct: /direct assay|\bdirect(e)?\b|mesure directe/u,
  electrophoresis: /electrophor|\beps\b|\bepp\b|\bpep\b|capillarys|densitomet|gel\b/u,
  immunofixation: /immunofix|immunotyp/u,
  coagulation: /coagul|clotting|chronomet|\bclauss\b|\bcoag$/u,
  chromogenic: /chromo(?:gen|\b)|amidolyt/u,
  strip: /bandelette|test strip|dipstick|\bstrip\b|\bbu\b/u,
  rapid: /rapid|trod\b|\btdr\b|immunochromato/u,
  confirm: /confirm/u,
  screen: /screen|depist/u,
  immunoassay:
    /(?<!radio)immunoassay|\beia\b|elisa|\bcmia\b|\beclia\b|\bclia\b|chimilumin|chemilumin|immunoenzym|\belfa\b|\bmeia\b|immunoanaly|\bfpia\b|\bia\b/u,
  radioimmuno: /radioimmuno|\bria\b|\birma\b/u,
  fluorescence: /immunofluo|\bifi\b|\bifa\b|\bif\b|hep ?-?2\b/u,
  blot: /immunoblot|western|\bblot\b|\bdot\b/u,
  agglutination: /aggl|latex|^la$/u,
  tppa: /\btp-?pa\b|particle agglut/u,
  hemagglutination: /hemagglut|\btpha\b|^ha$/u,
  vdrl: /\bvdrl\b/u,
  rpr: /\brpr\b/u,
  nephelometry: /\bneph/u,
  turbidimetry: /turbidi|immunoturb/u,
  pcr: /\bpcr\b|\bnaa\b|nucleic|amplific|\btma\b|genexpert|biologie moleculaire|molecular|\brt-?pcr|amp\.(?:tar|prb|sig)/u,
  nonProbe: /non-?probe/u,
  sequencing: /sequen/u,
  probe: /^probe\b|hybridi/u,
  culture: /cultur/u,
  aerobe: /(?<!an)aerob/u,
  anaerobe: /anaerob/u,
  organism: /organism specific|specifique/u,
  microscopy: /microscop|examen direct|etat frais|wet prep/u,
  highPower: /high power|\bhpf\b/u,
  lowPower: /low power|\blpf\b/u,
  gram: /\bgram\b/u,
  acidfast: /ziehl|zielh|auramin|kinyoun|acid.fast|\bbaar\b/u,
  giemsa: /giemsa|wright|\bmgg\b/u,
  flow: /flow cyt|cytometrie en flux|immunophenoty/u,
  hplc: /\bhplc\b|chromatograph|\bclhp\b|\blc\b|\bgc\b|ms\/ms|spectrometrie de masse/u,
  ifcc: /\bifcc\b/u,
  highSensitivity: /high[- ]sens|haute sensib|ultra ?sens|\bhs\b|\bus\b|hypersens|\busens/u,
  withP5P: /p-?5.?-?'?-?p\b|p5p|pyridox/u,
  withoutP5P: /no addition|sans p-?5|without p/u,
  pyruvateToLactate: /pyruvate ?(-|to|->|→|vers|\s)+ ?lactate|p ?-+> ?l\b|p→l/u,
  lactateToPyruvate: /lactate ?(-|to|->|→|vers|\s)+ ?pyruvate|l ?-+> ?p\b|l→p/u,
  ckdEpi: /ckd.?epi/u,
  mdrd: /mdrd/u,
  cockcroft: /cockcroft|\bcg\b/u,
  schwartz: /schwartz/u,
  cystatin: /cystatin/u,
  westergren: /westergren/u,
  oximetry: /oximet/u,
  electrode: /ion.selective|\bise\b|electrode/u,
  glucometer: /glucomet|lecteur|dextro/u,
  mic: /\bcmi\b|\bmic\b|minimum inhibitory/u,
  disk: /disk|disque|diffusion|kirby/u,
  etest: /e-?test|gradient/u,
  ristocetin: /ristocet/u,
  bromocresol: /bromocres|\bbcp\b|\bbcg\b/u,
  refractometry: /refractom/u,
  wet: /wet prep/u,
  lowLimit: /detection limit|^dl ?<|micro ?-?albumin/u,
  complementFixation: /comp(?:lement)? fix/u,
  panel: /panel/u,
};

const remembered = new Map<string, ReadonlySet<string>>();
const REMEMBERED_MAX = 20_000;
const NONE: ReadonlySet<string> = new Set();

/** The classes of method that a text names; none where it names no method known here. */
export function methodClassesOf(text: string): ReadonlySet<string> {
  if (text === '') return NONE;
  const known = remembered.get(text);
  if (known) return known;
  const folded = foldText(text);
  const classes = new Set(Object.entries(CLASSES).flatMap(([name, pattern]) => (pattern.test(folded) ? [name] : [])));
  if (classes.has('withoutP5P')) classes.delete('withP5P');
  if (remembered.size >= REMEMBERED_MAX) remembered.clear();
  remembered.set(text, classes);
  return classes;
}
