import type { LexiconTable } from './lexicon-table.js';

/** Electrolytes, metabolites, lipids, blood gases. */
export const BIOCHEMISTRY: LexiconTable = {
  Sodium: 'sodium, na, na+, natrémie, natrem, natrium',
  'Sodium @Urine': 'natriurie, natriurèse',
  Potassium: 'potassium, k, k+, kaliémie, kalium',
  'Potassium @Urine': 'kaliurie, kaliurèse',
  Chloride: 'chlorures, chlore, cl, cl-, chlorémie, chlorure',
  'Chloride @Urine': 'chlorurie, chlorurèse',
  'Chloride @CSF': 'chlorurorachie',
  Bicarbonate: 'bicarbonates, hco3, hco3-, bicar, bicarb, hco3 act, bicarbonates actuels, bicarbonate, calculated bicarbonate',
  'Bicarbonate^^standard': 'bicarbonates standards, bicarbonate standard, hco3 standard, hco3 std',
  'Carbon dioxide, total': 'réserve alcaline, ra, co2 total, tco2, co2t, total co2, ct co2, ctco2, co2 totale, bicarbonates totaux',
  'Carbon dioxide @PPres':
    'pco2, paco2, p co2, pression partielle co2, pression partielle en co2, pression co2, pvco2, pco2 veineuse',
  'Oxygen @PPres': 'po2, pao2, p o2, pression partielle o2, pression partielle oxygène, pression oxygène, pvo2',
  'Oxygen saturation':
    'saturation o2, sao2, so2, saturation oxygène, sat o2, saturation en o2, sto2, svo2, satu o2, saturation hémoglobine, oxygen saturation',
  'Oxygen saturation in Arterial blood': 'saturation o2, sao2, saturation oxygène',
  'Oxygen content': 'contenu en oxygène, cto2, contenu artériel oxygène',
  pH: 'ph, ph sanguin, ph artériel',
  'Base excess': 'excès de base, base excess, be, eb, ecart de base, base exces, excès base, bases excess, be ecf, excès de bases',
  'Base excess^^standard': 'excès base standard, be standard, sbe',
  'Anion gap': 'trou anionique, ta, anion gap, indosé anionique',
  Urea: 'urée, urémie, urée sanguine, azotémie',
  'Urea nitrogen': 'azote uréique, bun, urea nitrogen',
  'Urea @Urine': 'urée urinaire, azoturie',
  Creatinine: 'créatinine, créat, créa, crea, créatininémie, creat, cr',
  'Creatinine @Urine': 'créatininurie',
  'Creatinine renal clearance':
    'clairance créatinine, clairance de la créatinine, clairance créat, cl créatinine, clcr, creatinine clearance, clearance créatinine, clearance de la créatinine, clairance rénale créatinine',
  'Creatinine renal clearance.predicted':
    'clairance créatinine cockcroft, cockcroft, clairance cockcroft, cockcroft gault, clairance estimée cockcroft, clairance créatinine, clairance créat, clairance créatinine estimée',
  'Glomerular filtration rate/1.73 sq M.predicted':
    'dfg, dfge, débit de filtration glomérulaire, débit filtration glomérulaire estimé, egfr, gfr, dfg estimé, filtration glomérulaire, ckd epi, mdrd, estimation du dfg, clairance mdrd, clairance ckd epi, débit filtration glom, débit filtration',
  'Cystatin C': 'cystatine c, cystatine',
  Urate: 'acide urique, uricémie, urates, urate, uric acid, ac urique',
  'Urate @Urine': 'uricurie, uraturie, uricosurie, acide urique urinaire',
  Glucose:
    'glucose, glycémie, glyc, gly, glucosé, sucre, glu, glycemie veineuse, hgpo, hyperglycémie provoquée, test de o sullivan',
  'Glucose @Urine': 'glycosurie, glucosurie',
  'Glucose @CSF': 'glycorachie, glucorachie',
  'Glucose @fasting': 'glycémie à jeun, glycémie jeun, glyc jeun, gaj, glucose à jeun',
  'Hemoglobin A1c/Hemoglobin.total':
    'hba1c, hb a1c, hémoglobine a1c, hémoglobine glyquée, hémoglobine glycosylée, a1c, hba1c ngsp, hb glyquée, hemoglobine glycquée, glycated hemoglobin, hba1c ifcc',
  'Estimated average glucose': 'glycémie moyenne estimée, eag, gme, estimated average glucose, glycémie moyenne',
  Fructosamine: 'fructosamine, fructosamines',
  Insulin: 'insuline, insulinémie',
  'C peptide': 'peptide c, c peptide, peptide c basal',
  Calcium: 'calcium, ca, calcémie, calcium total, ca++, calcium sanguin, ca total, ca 2+, ca2+',
  'Calcium.ionized':
    'calcium ionisé, ca ionisé, calcium libre, free calcium, ionized calcium, ca++, calcémie ionisée, calcium ionise, ca++ ionisé, cai, ica, ca2+, ca libre, calcémie libre',
  'Calcium^^corrected for albumin':
    'calcium corrigé, calcémie corrigée, calcium corrigé albumine, ca corrigé, calcémie corrigée albumine',
  'Calcium @Urine': 'calciurie, calciurèse',
  'Calcium/Creatinine @Urine': 'rapport calcium créatinine, calcium créatinine, calciurie créatininurie',
  Phosphate:
    'phosphore, phosphorémie, phosphates, phosphate, phosphatémie, po4, p, phosphore inorganique, phosphore minéral, phos, phosphates inorganiques',
  'Phosphate @Urine': 'phosphaturie, phosphorurie',
  Magnesium: 'magnésium, mg, magnésémie, mg++, magnésium sérique, magnesemie',
  'Magnesium @RBC': 'magnésium érythrocytaire, magnésium globulaire, mg érythrocytaire',
  'Magnesium @Urine': 'magnésurie',
  Protein:
    'protéines totales, protides, protides totaux, protidémie, protéines, prot totales, protéinémie, proteines tot, total protein, pt, prot, protein total, protéine totale, protéine, prot tot, protidemie totale',
  'Protein @Urine': 'protéinurie, protéines urinaires, protéinuries, albuminurie bandelette',
  'Protein @CSF': 'protéinorachie, protéines lcr, protidorachie, albuminorachie',
  Albumin: 'albumine, alb, albuminémie, sérumalbumine, sérum albumine',
  'Microalbumin @Urine': 'microalbumine, microalbuminurie, micro albuminurie, micro albumine, µalbumine, mau, µalbuminurie',
  'Albumin @Urine': 'albuminurie, albumine urinaire, microalbumine, microalbuminurie, micro albuminurie, micro albumine, mau',
  'Albumin/Creatinine @Urine':
    'rac, rapport albumine créatinine, albumine créatinine, albuminurie créatininurie, ratio albumine créatinine, rapport albuminurie créatininurie, uacr, acr',
  'Microalbumin/Creatinine @Urine':
    'microalbumine créatinine, rapport microalbumine créatinine, microalbuminurie créatininurie, rapport microalbuminurie créatininurie, rapport microalbuminurie créatinine',
  'Protein/Creatinine @Urine':
    'rapport protéines créatinine, protéinurie créatininurie, rapport protéinurie créatininurie, ratio protéines créatinine, rpc, protéines créatinine, rapport protéine créatinine, rapport protéinurie créatinine',
  Globulin: 'globulines, globuline',
  'Albumin/Globulin': 'rapport albumine globulines, rapport a g, albumine globulines, rapport a/g, ag ratio',
  'Bilirubin.total':
    'bilirubine totale, bili totale, bilirubine, bilirubinémie, bt, bili t, bilirubin total, bil totale, bilirubine tot, bili',
  'Bilirubin.direct':
    'bilirubine conjuguée, bilirubine directe, bili conjuguée, bili conj, bil conj, bilirubine conj, bili directe, bc, bd, bilirubin direct, bil conjuguée, bilirubine directe conjuguée',
  'Bilirubin.indirect':
    'bilirubine libre, bilirubine indirecte, bilirubine non conjuguée, bili libre, bili indirecte, bl, bilirubin indirect, bil libre, bili non conjuguée',
  'Bilirubin.albumin bound': 'bilirubine delta, delta bilirubin',
  'Bilirubin.glucuronidated': 'bilirubine conjuguée',
  'Bilirubin.non-glucuronidated': 'bilirubine non conjuguée',
  Cholesterol: 'cholestérol total, cholestérol, ct, chol total, cholestérolémie, chol, cholesterol tot, cholestérol tot',
  'Cholesterol.in HDL': 'cholestérol hdl, hdl, hdl c, chol hdl, hdl cholestérol, hdlc, c hdl, cholesterol hdl, cholest hdl',
  'Cholesterol.in LDL':
    'cholestérol ldl, ldl, ldl c, chol ldl, ldl cholestérol, ldlc, c ldl, ldl calculé, ldl direct, cholesterol ldl, cholest ldl',
  'Cholesterol.in VLDL': 'cholestérol vldl, vldl, vldl cholestérol',
  'Cholesterol.non HDL': 'cholestérol non hdl, non hdl, non hdl cholestérol, chol non hdl',
  'Cholesterol.total/Cholesterol.in HDL':
    'rapport cholestérol total hdl, rapport ct hdl, cholestérol total hdl, rapport chol total hdl, rapport cholestérol hdl, ct hdl',
  'Cholesterol.in LDL/Cholesterol.in HDL': 'rapport ldl hdl, ldl hdl',
  'Cholesterol esters': 'cholestérol estérifié',
  Triglyceride: 'triglycérides, tg, trigly, triglycéridémie, triglyc, trigl, triglycerides',
  'Apolipoprotein A-I': 'apo a1, apolipoprotéine a1, apoa1, apolipoprotéine a i, apolipo a1, apo ai, apoprotéine a1',
  'Apolipoprotein B': 'apo b, apolipoprotéine b, apob, apolipo b, apoprotéine b, apo b100',
  'Apolipoprotein B/Apolipoprotein A-I': 'rapport apo b apo a1, apob apoa1, apo b apo a1',
  'Lipoprotein (little a)': 'lipoprotéine a, lpa, lp a, lipoprotéine petit a, lp little a, lipoproteine (a)',
  'Lipoprotein a': 'lipoprotéine a, lpa, lp a',
  Phospholipid: 'phospholipides, phospholipide',
  'Lipoprotein fractions': 'lipidogramme, électrophorèse des lipoprotéines, lipo electrophoresis',
  'Fatty acids.nonesterified': 'acides gras libres, agl, ngea',
  Lactate: 'lactate, lactates, acide lactique, lactatémie, lact, lactacidémie',
  'Lactate @CSF': 'lactatorachie',
  Pyruvate: 'pyruvate, acide pyruvique, pyruvates',
  Ammonia: 'ammoniac, ammoniaque, ammoniémie, nh3, ammonium, ammonémie, nh4',
  'Bile acid': 'acides biliaires, acides biliaires totaux, ac biliaires, sels biliaires',
  'Beta hydroxybutyrate':
    'bêta hydroxybutyrate, b hydroxybutyrate, acide bêta hydroxybutyrique, cétonémie, 3 hydroxybutyrate, corps cétoniques sanguins',
  Acetone: 'acétone, acétonémie',
  Osmolality: 'osmolalité, osmolarité, osmo, osmolalité sanguine, osmolalité mesurée, osm',
  'Osmolality @Urine': 'osmolalité urinaire, osmolarité urinaire, osmo urinaire',
  'Osmolality.calculated': 'osmolarité calculée, osmolalité calculée',
  Iron: 'fer, fer sérique, sidérémie, fe, fer sanguin',
  Ferritin: 'ferritine, ferritinémie, ferrit, ferr',
  Transferrin: 'transferrine, sidérophiline, trf, transf, siderophyline',
  'Transferrin.carbohydrate deficient':
    'cdt, transferrine désialylée, transferrine carboxy déficiente, transferrine déficiente en hydrates de carbone',
  'Transferrin.carbohydrate deficient/Transferrin.total':
    'cdt, transferrine désialylée, cdt pourcent, transferrine carboxy déficiente',
  'Transferrin receptor.soluble': 'récepteur soluble de la transferrine, rstf, récepteurs solubles transferrine, stfr',
  'Iron saturation':
    'coefficient de saturation, cst, coefficient saturation transferrine, saturation transferrine, saturation de la transferrine, cs transferrine, coefficient saturation sidérophiline, transferrin saturation, cs, sat transferrine, saturation sidérophiline, coeff saturation',
  'Iron binding capacity':
    'capacité totale de fixation, ctf, capacité totale fixation, ctff, tibc, capacité de fixation du fer, capacité fixation, capacité totale de fixation transferrine, capacité fixation transferrine, capacité totale de saturation, iron binding capacity total',
  'Iron binding capacity.unsaturated': 'capacité latente de fixation, clf, uibc, capacité fixation libre',
  Homocysteine: 'homocystéine, homocystéinémie, homocystéine totale',
  Oxalate: 'oxalate, acide oxalique, oxalates',
  'Oxalate @Urine': 'oxalurie',
  Citrate: 'citrate, acide citrique, citrates',
  'Citrate @Urine': 'citraturie',
  Carnitine: 'carnitine',
  Xylose: 'xylose, test au xylose',
  'Collection duration': 'durée de recueil, durée de la diurèse, temps de recueil',
  'Specimen volume':
    'volume, diurèse, volume urinaire, volume diurèse, urine volume, volume des urines, volume urines, diurese 24h, vol urines, volume total',
  'Urine volume': 'volume, diurèse, volume urinaire, volume diurèse, urine volume, volume des urines, volume urines',
  'Osmolality gap': 'trou osmotique',
  'Alveolar-arterial oxygen': 'gradient alvéolo artériel, alveolar arterial gradient',
  'Inhaled oxygen concentration': 'fio2, fraction inspirée o2',
  'Body temperature': 'température, temperature, température patient',
  'Oxygen @Bld partial pressure 50': 'p50',
};

/** Enzymes and isoenzymes. */
export const ENZYMES: LexiconTable = {
  'Alanine aminotransferase':
    'alat, alt, tgp, sgpt, alanine aminotransférase, alanine amino transférase, alat tgp, tgp alat, sgpt alat, transaminases gpt, transaminase alat, transaminase gpt, alanine transaminase, transaminases alat, alat sgpt, transaminases tgp, gpt',
  'Aspartate aminotransferase':
    'asat, ast, tgo, sgot, aspartate aminotransférase, aspartate amino transférase, asat tgo, tgo asat, sgot asat, transaminases got, transaminase asat, transaminase got, aspartate transaminase, transaminases asat, asat sgot, transaminases tgo, got',
  'Gamma glutamyl transferase':
    'ggt, gamma gt, γgt, gamma glutamyl transférase, gamma glutamyl transpeptidase, g gt, gamma glutamyltransférase, gamma glutamyltranspeptidase, gammaglutamyltransférase',
  'Alkaline phosphatase':
    'phosphatases alcalines, pal, phosphatase alcaline, alp, phos alcalines, palc, phosphatase alc, ph alcalines, phosph alcalines',
  'Alkaline phosphatase.bone':
    'phosphatases alcalines osseuses, pal osseuses, phosphatase alcaline osseuse, isoenzyme osseuse phosphatase alcaline, ostase',
  'Alkaline phosphatase.liver': 'phosphatases alcalines hépatiques',
  'Creatine kinase':
    'cpk, ck, créatine kinase, créatine phosphokinase, ck totale, cpk totale, créatine phospho kinase, creatinkinase',
  'Creatine kinase.MB': 'ckmb, ck mb, cpk mb, créatine kinase mb, ckmb masse, ck mb masse, cpkmb, ckmb activité, mb isoenzyme',
  'Creatine kinase.MB/Creatine kinase.total': 'ck mb index, rapport ckmb ck, ck mb pourcent, ratio ckmb',
  'Creatine kinase.BB': 'ck bb, isoenzyme bb',
  'Creatine kinase.MM': 'ck mm, isoenzyme mm',
  'Lactate dehydrogenase':
    'ldh, lactate déshydrogénase, lacticodéshydrogénase, ld, lactico déshydrogénase, lacticodehydrogenase, lacticodeshydrogenase, l d h, lactates déshydrogénases, lactate deshydrogenases',
  'Lactate dehydrogenase 1/Lactate dehydrogenase.total': 'ldh1, ldh 1, ld isoenzyme 1, isoenzyme 1 ldh',
  'Triacylglycerol lipase': 'lipase, lipasémie',
  Amylase: 'amylase, amylasémie, alpha amylase, amyl',
  'Amylase @Urine': 'amylasurie, amylase urinaire',
  'Amylase.pancreatic': 'amylase pancréatique',
  'Amylase.salivary': 'amylase salivaire',
  'Acid phosphatase': 'phosphatases acides, phosphatase acide',
  'Acid phosphatase.prostatic': 'phosphatases acides prostatiques, pap, phosphatase acide prostatique',
  Aldolase: 'aldolase',
  'Angiotensin converting enzyme':
    'enzyme de conversion de angiotensine, enzyme conversion, eca, enzyme conversion angiotensine, ace enzyme, ace',
  "5'-Nucleotidase": '5 nucléotidase, 5nu, 5 nucleotidase, nucléotidase',
  Cholinesterase: 'cholinestérase, pseudocholinestérase, cholinestérases, butyrylcholinestérase',
  Acetylcholinesterase: 'acétylcholinestérase',
  'Adenosine deaminase': 'adénosine désaminase, ada, adénosine déaminase',
  'Leucine aminopeptidase': 'leucine aminopeptidase, lap',
  'Glutamate dehydrogenase': 'gldh, glutamate déshydrogénase',
  'Pancreatic elastase': 'élastase, élastase fécale, élastase pancréatique',
  'Elastase.pancreatic': 'élastase, élastase fécale, élastase pancréatique, élastase 1',
  Trypsin: 'trypsine',
  Trypsinogen: 'trypsinogène, trypsine immunoréactive, tir',
  Chymotrypsin: 'chymotrypsine',
  Tryptase: 'tryptase',
  Lysozyme: 'lysozyme',
  Renin: 'rénine, rénine active, rénine directe, rénine plasmatique',
  'Renin activity': 'activité rénine plasmatique, arp',
  Biotinidase: 'biotinidase',
  'Thiopurine methyltransferase': 'tpmt, thiopurine méthyltransférase',
  'Beta galactosidase': 'bêta galactosidase',
  'Superoxide dismutase': 'sod, superoxyde dismutase',
  'Glutathione peroxidase': 'glutathion peroxydase, gpx',
};

/** Specific proteins, inflammation, immunoglobulins, electrophoresis, complement. */
export const PROTEINS: LexiconTable = {
  'C reactive protein':
    'crp, protéine c réactive, c réactive protéine, protéine c reactive, crp us, crp hs, crp ultrasensible, protéine c réactive ultrasensible, crpus, hs crp, high sensitivity crp, crphs, proteine creactive',
  Procalcitonin: 'procalcitonine, pct, procalcitonin',
  Orosomucoid: 'orosomucoïde, oroso, alpha 1 glycoprotéine acide, alpha1 glycoprotéine acide, a1 glycoprotéine acide',
  'Alpha 1 acid glycoprotein': 'orosomucoïde, oroso, alpha 1 glycoprotéine acide',
  Haptoglobin: 'haptoglobine, hapto',
  'Alpha 1 antitrypsin': 'alpha 1 antitrypsine, alpha1 antitrypsine, a1at, antitrypsine, aat, alpha 1 at, a1 antitrypsine',
  'Alpha 1 antitrypsin phenotyping': 'phénotype alpha 1 antitrypsine, phénotypage alpha 1 antitrypsine',
  'Alpha 2 macroglobulin': 'alpha 2 macroglobuline, alpha2 macroglobuline, macroglobuline',
  Prealbumin: 'préalbumine, transthyrétine, prealb, préalb',
  'Retinol binding protein': 'rbp, retinol binding protein, protéine vectrice du rétinol',
  Ceruloplasmin: 'céruloplasmine, céruléoplasmine',
  'Beta-2-Microglobulin': 'bêta 2 microglobuline, b2 microglobuline, beta2 microglobuline, b2m, bêta2m, microglobuline',
  'Alpha-1-Microglobulin': 'alpha 1 microglobuline, a1 microglobuline',
  IgG: 'igg, immunoglobulines g, immunoglobuline g, ig g, igg totales, immunoglobulin g',
  IgA: 'iga, immunoglobulines a, immunoglobuline a, ig a, iga totales, immunoglobulin a',
  IgM: 'igm, immunoglobulines m, immunoglobuline m, ig m, igm totales, immunoglobulin m',
  IgE: 'ige, ige totales, immunoglobulines e, ig e, immunoglobuline e, ige totale, immunoglobulin e',
  IgD: 'igd, immunoglobulines d, ig d, immunoglobuline d',
  'IgG subclass 1': 'igg1, sous classe igg1, ig g1',
  'IgG subclass 2': 'igg2, sous classe igg2, ig g2',
  'IgG subclass 3': 'igg3, sous classe igg3, ig g3',
  'IgG subclass 4': 'igg4, sous classe igg4, ig g4',
  'Kappa light chains.free':
    'chaînes légères libres kappa, kappa libres, chaînes légères kappa libres, kappa libre, cll kappa, free kappa, cll kappa, chaînes légères libre kappa, chaine legere libre kappa',
  'Lambda light chains.free':
    'chaînes légères libres lambda, lambda libres, chaînes légères lambda libres, lambda libre, cll lambda, free lambda, chaine legere libre lambda',
  'Immunoglobulin light chains.kappa.free':
    'chaînes légères libres kappa, kappa libres, chaînes légères kappa libres, kappa libre, free kappa, kappa',
  'Immunoglobulin light chains.lambda.free':
    'chaînes légères libres lambda, lambda libres, chaînes légères lambda libres, lambda libre, free lambda, lambda',
  'Kappa light chains.free/Lambda light chains.free':
    'rapport kappa lambda, ratio kappa lambda, kappa lambda, rapport kappa lambda libres, free kappa free lambda, rapport chaînes légères libres',
  'Immunoglobulin light chains.kappa.free/Immunoglobulin light chains.lambda.free':
    'rapport kappa lambda, ratio kappa lambda, kappa lambda, rapport kappa lambda libres, free kappa free lambda',
  'Complement C3': 'c3, complément c3, fraction c3, fraction c3 du complément, c3 complément',
  'Complement C4': 'c4, complément c4, fraction c4, fraction c4 du complément, c4 complément',
  'Complement C1q': 'c1q, complément c1q',
  'Complement C2': 'c2, complément c2',
  'Complement C5': 'c5, complément c5',
  'Complement total hemolytic CH50':
    'ch50, complément total, complément hémolytique, ch 50, complément hémolytique total, activité hémolytique ch50',
  'Complement C1 esterase inhibitor':
    'c1 inhibiteur, inhibiteur c1 estérase, c1 inhibitor, inhibiteur de la c1 estérase, c1 inh, c1inh',
  'Complement C1 esterase inhibitor.functional': 'c1 inhibiteur fonctionnel, c1inh fonctionnel',
  'Complement factor B': 'facteur b, factor b',
  'Albumin/Protein.total': 'albumine, albumine électrophorèse',
  'Alpha 1 globulin': 'alpha 1 globulines, alpha 1, alpha1 globulines, alpha1, a1 globulines',
  'Alpha 1 globulin/Protein.total': 'alpha 1 globulines, alpha 1, alpha1 globulines, alpha1, a1 globulines',
  'Alpha 2 globulin': 'alpha 2 globulines, alpha 2, alpha2 globulines, alpha2, a2 globulines',
  'Alpha 2 globulin/Protein.total': 'alpha 2 globulines, alpha 2, alpha2 globulines, alpha2, a2 globulines',
  'Beta globulin': 'bêta globulines, beta, betaglobulines, b globulines',
  'Beta globulin/Protein.total': 'bêta globulines, beta, betaglobulines',
  'Beta 1 globulin': 'bêta 1 globulines, bêta 1, beta1, beta1 globulines',
  'Beta 1 globulin/Protein.total': 'bêta 1 globulines, bêta 1, beta1, beta1 globulines',
  'Beta 2 globulin': 'bêta 2 globulines, bêta 2, beta2, beta2 globulines',
  'Beta 2 globulin/Protein.total': 'bêta 2 globulines, bêta 2, beta2, beta2 globulines',
  'Gamma globulin': 'gamma globulines, gamma, gammaglobulines, g globulines, gamma region',
  'Gamma globulin/Protein.total': 'gamma globulines, gamma, gammaglobulines, g globulines',
  'Protein fractions':
    'électrophorèse des protéines, électrophorèse protéines, electrophorese des protides, protein electrophoresis, pep, epp, eps',
  'Protein.monoclonal':
    'pic monoclonal, composant monoclonal, immunoglobuline monoclonale, pic m, protéine monoclonale, paraprotéine, cm',
  Immunofixation: 'immunofixation, immunotypage, immunofixation des protéines, immunoelectrophorese, immunoelectrophoresis',
  'Bence Jones protein': 'protéine de bence jones, bence jones, protéinurie de bence jones',
  Cryoglobulin: 'cryoglobulines, cryoglobuline, cryoglobulinémie, cryoglob',
  Cryofibrinogen: 'cryofibrinogène',
  Myoglobin: 'myoglobine, myoglobinémie',
  'Myoglobin @Urine': 'myoglobinurie',
  'Hemoglobin @Urine': 'hémoglobinurie',
  'Troponin T.cardiac':
    'troponine t, tnt, tnt hs, troponine t hs, troponine t hypersensible, troponine t us, troponine t ultrasensible, tnths, troponine ths, hs tnt, ctnt, tropo t, troponine tus, tnt us, troponine t cardiaque',
  'Troponin I.cardiac':
    'troponine i, tni, tni hs, troponine i hs, troponine i hypersensible, troponine ic, troponine i us, troponine i ultrasensible, tnihs, hs tni, troponine, ctni, tni us, troponine i cardiaque, tropo i, tropo',
  'Natriuretic peptide.B': 'bnp, peptide natriurétique b, peptide natriurétique de type b, peptide natriurétique type b',
  'Natriuretic peptide.B prohormone N-Terminal':
    'nt probnp, nt pro bnp, ntprobnp, probnp, pro bnp, nt pro peptide natriurétique, propeptide natriurétique nt, peptide natriurétique nt pro bnp',
  Calprotectin: 'calprotectine, calprotectine fécale',
  'S100 calcium binding protein B': 's100b, protéine s100, ps100, protéine s100b, s100',
  'Interleukin 6': 'il6, interleukine 6, il 6',
  'Tumor necrosis factor.alpha': 'tnf alpha, tnf',
  'Serum amyloid A protein': 'saa, protéine amyloïde a',
  'Albumin @CSF': 'albumine lcr',
  'Oligoclonal bands': 'bandes oligoclonales, isofocalisation',
  Neopterin: 'néoptérine',
};
