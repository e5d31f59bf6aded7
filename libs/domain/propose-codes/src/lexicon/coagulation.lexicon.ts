import type { LexiconTable } from './lexicon-table.js';

/** Roman numerals of the factors, with the names they also bear. */
const FACTORS: readonly (readonly [string, string, string])[] = [
  ['V', '5', 'proaccélérine'],
  ['VII', '7', 'proconvertine'],
  ['VIII', '8', 'antihémophilique a, facteur antihémophilique'],
  ['IX', '9', 'antihémophilique b'],
  ['X', '10', 'stuart, facteur stuart'],
  ['XI', '11', 'rosenthal'],
  ['XII', '12', 'hageman'],
  ['XIII', '13', 'facteur stabilisant de la fibrine'],
];

const FACTOR_TABLE: LexiconTable = Object.fromEntries(
  FACTORS.flatMap(([roman, arabic, others]) => {
    const written = `facteur ${roman}, f${roman}, f ${roman}, facteur ${arabic}, f${arabic}, f ${arabic}, factor ${roman}, fact ${roman}, fact ${arabic}`;
    return [
      [`Coagulation factor ${roman} activity actual/Normal`, `${written}, ${others}`],
      [`Coagulation factor ${roman} activity`, written],
      [
        `Coagulation factor ${roman} Ag`,
        `facteur ${roman} antigène, ${roman} antigène, factor ${roman} antigen, facteur ${arabic} antigène, ${roman} ag`,
      ],
      [
        `Coagulation factor ${roman} inhibitor`,
        `anti facteur ${roman}, anticorps anti facteur ${roman}, inhibiteur facteur ${roman}, inhibiteur anti facteur ${roman}, anti ${roman}, anticorps anti ${roman}, anti f${roman}, factor ${roman} inhibitor, anti facteur ${arabic}`,
      ],
    ];
  }),
);

/** Coagulation, fibrinolysis, thrombophilia, platelet functions. */
export const COAGULATION: LexiconTable = {
  ...FACTOR_TABLE,
  'Coagulation tissue factor induced actual/Normal':
    'tp, taux de prothrombine, prothrombine, taux prothrombine, tp patient, tp quick, quick, taux de quick, tq, temps de quick, tp pourcent, tp activité, prothrombine tp',
  'Coagulation tissue factor induced.actual/Normal':
    'tp, taux de prothrombine, prothrombine, taux prothrombine, tp patient, tp quick, quick, taux de quick, tq, temps de quick, prothrombine tp',
  'Coagulation tissue factor induced':
    'temps de quick, tq, temps de prothrombine, temps de quick patient, tp secondes, tq secondes, tq malade, temps de quick malade, pt, prothrombin time, tp, temps prothrombine, quick',
  'Coagulation tissue factor induced^control': 'temps de quick témoin, tq témoin, tp témoin, pt control',
  'Coagulation tissue factor induced.INR': 'inr, inr tp, tp inr, international normalized ratio, inr pt',
  'Coagulation surface induced':
    'tca, temps de céphaline activée, temps de céphaline activateur, temps céphaline, tca patient, tca malade, tck, temps de céphaline kaolin, aptt, ptt, temps céphaline activé, céphaline, tca secondes, temps de céphaline plus activateur, temps de céphaline + activateur',
  'Coagulation surface induced.normal': 'tca témoin, temps de céphaline témoin, ptt control',
  'aPTT in Control': 'tca témoin, temps de céphaline témoin, ptt control, temps de céphaline activée témoin',
  'aPTT actual/normal':
    'tca ratio, ratio tca, rapport tca, tca malade témoin, rapport tca malade témoin, tca patient témoin, rapport tca patient témoin, tca m t, tca p t, tca rapport, rtca, rapport patient témoin tca, rapport malade témoin tca, rapport m t tca, rapport p t tca, ratio m t tca, temps de céphaline ratio, rapport temps céphaline',
  'Coagulation surface induced actual/Normal':
    'tca ratio, ratio tca, rapport tca, tca malade témoin, rapport tca malade témoin, tca patient témoin, tca m t, tca p t, tca rapport, rapport temps céphaline',
  Fibrinogen:
    'fibrinogène, fg, fibri, fibrino, fib, fibrinogen functional, fibrinogène clauss, fibrinogène fonctionnel, fibrinémie',
  'Fibrinogen Ag': 'fibrinogène antigène, fibrinogen immunologic, fibrinogène immunologique',
  'Prothrombin activity actual/Normal':
    'facteur ii, fii, f ii, facteur 2, f2, f 2, factor ii, facteur ii prothrombine, prothrombine facteur ii, fact ii, fact 2',
  'Coagulation factor II activity actual/Normal':
    'facteur ii, fii, f ii, facteur 2, f2, f 2, factor ii, facteur ii prothrombine, prothrombine facteur ii, fact ii',
  'Coagulation factor VII+X activity actual/Normal': 'facteur vii + x, facteurs vii x',
  'Coagulation factor II+VII+X': 'ppsb',
  'Fibrin D-dimer FEU': 'd dimères, ddimères, dimères, d dim, ddim, ddi, d dimer, dd, dimères d, d dimères feu',
  'Fibrin D-dimer DDU': 'd dimères ddu, d dimer ddu, d dimères, d dimer',
  'Fibrin D-dimer': 'd dimères, ddimères, dimères, d dim, ddim, d dimer, dimères d',
  'Fibrin+Fibrinogen fragments':
    'pdf, produits de dégradation de la fibrine, produits dégradation fibrine, fibrin degradation products, fsp, fdp, pdf fibrinogène',
  'Fibrin.soluble': 'complexes solubles, monomères de fibrine, complexes solubles fibrine',
  'Fibrin monomer': 'complexes solubles, monomères de fibrine, test éthanol',
  'Antithrombin actual/Normal':
    'antithrombine, at, at3, atiii, at iii, antithrombine iii, antithrombine 3, antithrombin iii, at activité, antithrombine activité, antithrombine fonctionnelle',
  Antithrombin: 'antithrombine, atiii, at iii, antithrombine iii',
  'Antithrombin Ag actual/Normal': 'antithrombine antigène, at antigène, atiii antigène',
  'Antithrombin Ag': 'antithrombine antigène, at antigène, atiii antigène, antithrombine iii dosage',
  'Protein C actual/Normal': 'protéine c, pc, protéine c activité, protéine c chromogénique, prot c, protéine c anticoagulante',
  'Protein C Ag actual/Normal': 'protéine c antigène, prot c ag',
  'Protein S actual/Normal': 'protéine s, ps, protéine s activité, prot s, protéine s coagulante',
  'Protein S.free Ag actual/Normal': 'protéine s libre, protéine s libre antigène, prot s libre, ps libre',
  'Protein S Ag actual/Normal': 'protéine s antigène, protéine s totale, protéine s totale antigène',
  'Protein S.free': 'protéine s libre, prot s libre',
  'Activated protein C resistance':
    'rpca, résistance à la protéine c activée, résistance protéine c activée, rpca ratio, apc resistance, résistance pca',
  'von Willebrand factor Ag actual/Normal':
    'facteur von willebrand antigène, vwf ag, willebrand antigène, fvw ag, von willebrand antigène, facteur willebrand antigène, willebrand ag, vwf antigène, von willebrand factor antigen, facteur von willebrand',
  'von Willebrand factor (vWf) Ag actual/normal':
    'facteur von willebrand antigène, vwf ag, willebrand antigène, von willebrand antigène, facteur willebrand antigène, facteur von willebrand',
  'von Willebrand factor.ristocetin cofactor activity actual/Normal':
    'cofacteur de la ristocétine, vwf rco, willebrand activité, rco, facteur von willebrand activité, vwf activité, von willebrand factor activity, willebrand rco, facteur willebrand activité, activité cofacteur ristocétine, fvw rco, von willebrand activité',
  'von Willebrand factor cleaving protease actual/normal': 'adamts13, adamts 13, activité adamts13',
  'Thrombin time': 'temps de thrombine, tt, temps thrombine, thrombin time, thrombin, temps de thrombine patient',
  'Coagulation thrombin induced': 'temps de thrombine, tt, temps thrombine, thrombin time, thrombin',
  'Thrombin time in Control': 'temps de thrombine témoin, tt témoin, thrombin time control',
  'Coagulation reptilase induced': 'temps de reptilase, reptilase, reptilase time, temps reptilase',
  'Bleeding time': 'temps de saignement, ts, ts ivy, temps saignement ivy, saignement ivy',
  'Platelet closure': 'temps occlusion plaquettaire, pfa, pfa 100, occlusion plaquettaire',
  'Platelet function.collagen+epinephrine induced':
    'pfa col epi, pfa100 épinéphrine, collagène épinéphrine, occlusion collagène épinéphrine',
  'Platelet function.collagen+Adenosine diphosphate induced': 'pfa col adp, pfa100 adp, collagène adp',
  'Platelet aggregation': 'agrégation plaquettaire, agrégabilité plaquettaire',
  'Lupus anticoagulant':
    'anticoagulant circulant lupique, anticoagulant lupique, anticoagulants circulants, acc lupique, acc, recherche anticoagulant circulant, lupus anticoagulant, anticoagulant circulant, la',
  'Coagulation dilute Russell viper venom induced':
    'drvvt, temps venin vipère russell dilué, drvv, venin de vipère russell, drvvt dépistage, drvvt screen',
  'Coagulation dilute Russell viper venom induced actual/Normal':
    'drvvt ratio, ratio drvvt, drvvt normalized ratio, drvvt normalisé',
  'Lupus anticoagulant sensitive aPTT': 'ptt la, tca lupique, tca sensible lupique',
  'Silica clotting time': 'sct, temps de silice',
  'Rosner index': 'indice de rosner, rosner',
  'Heparin.unfractionated':
    'héparinémie, anti xa, activité anti xa, héparinémie hnf, anti xa hnf, héparine, activité anti xa hnf, héparine non fractionnée, heparin',
  'Heparin LMW': 'héparinémie hbpm, anti xa hbpm, activité anti xa hbpm, héparine bas poids moléculaire, hbpm, heparin lmw',
  Heparin: 'héparinémie, héparine, heparin, anti xa, activité anti xa',
  Rivaroxaban: 'rivaroxaban, xarelto, anti xa rivaroxaban',
  Apixaban: 'apixaban, eliquis, anti xa apixaban',
  Dabigatran: 'dabigatran, pradaxa',
  Fondaparinux: 'fondaparinux, arixtra, anti xa fondaparinux',
  Danaparoid: 'orgaran, danaparoïde',
  'Heparin induced platelet Ab':
    'anticorps anti pf4, anti pf4, anti facteur 4 plaquettaire, tih, anticorps anti héparine pf4, anti pf4 héparine, hit ab, hit antibody',
  Plasminogen: 'plasminogène',
  'Plasminogen actual/normal': 'plasminogène',
  'Alpha 2 antiplasmin': 'alpha 2 antiplasmine, antiplasmine, alpha antiplasmin',
  'Plasminogen activator inhibitor 1': 'pai 1, pai1',
  'Plasminogen activator tissue type': 't pa, tpa',
  'Euglobulin lysis time':
    'temps de lyse des euglobulines, lyse euglobulines, von kaulla, test de von kaulla, euglobulin lysis, clot lysis',
  'Clot retraction': 'rétraction du caillot',
  Prekallikrein: 'prékallicréine, fletcher',
  'Kininogen.high molecular weight': 'kininogène, hmwk, fitzgerald, kininogène haut poids moléculaire',
  'F5 gene.p.Arg506Gln': 'facteur v leiden, mutation facteur v leiden, leiden, mutation leiden, factor v leiden',
  'F2 gene.c.20210G>A': 'facteur ii 20210, mutation facteur ii, mutation prothrombine, g20210a, facteur ii leiden, mutation 20210',
  'Circulating anticoagulant inhibitor screen': 'inhibitor screen, temps de céphaline mélange, recherche inhibiteur',
  'Activated clotting time': 'act, temps de coagulation activé',
  'Thrombin antithrombin complex Ag': 'complexes thrombine antithrombine, tat',
};
