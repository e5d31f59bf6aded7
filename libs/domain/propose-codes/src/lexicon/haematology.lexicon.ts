import type { LexiconTable } from './lexicon-table.js';

/** Blood counts, red cell indices, morphology, haemoglobins, marrow and lymphocyte typing. */
export const HAEMATOLOGY: LexiconTable = {
  Leukocytes:
    'leucocytes, leuco, leucos, gb, globules blancs, glob blancs, globule blanc, wbc, white blood cells, white cells, leuks, numération leucocytaire',
  Erythrocytes:
    'hématies, gr, globules rouges, glob rouges, érythrocytes, rbc, red blood cells, red cells, numération érythrocytaire',
  Hemoglobin: 'hémoglobine, hb, hgb, hémoglobinémie',
  'Hemoglobin @Plas': 'hémoglobine libre, hémoglobine plasmatique, plasma hemoglobin, hb libre',
  Hematocrit: 'hématocrite, hte, ht, hct',
  'Erythrocyte mean corpuscular volume': 'vgm, mcv, volume globulaire moyen, volume corpusculaire moyen, vcm, volume glob moyen',
  'Erythrocyte mean corpuscular hemoglobin':
    'tcmh, tgmh, mch, ccmh pg, teneur corpusculaire moyenne hémoglobine, teneur globulaire moyenne hémoglobine, teneur corpusculaire moyenne, teneur corp moyenne hb, teneur moyenne hémoglobine, contenu moyen hémoglobine',
  'Erythrocyte mean corpuscular hemoglobin concentration':
    'ccmh, cgmh, mchc, concentration corpusculaire moyenne hémoglobine, concentration globulaire moyenne hémoglobine, concentration corp moyenne hb, corpusculaire moyenne hémoglobine, concentration corpusculaire moyenne, concentration moyenne hémoglobine',
  'Erythrocyte distribution width':
    'idr, rdw, rdw cv, rdw sd, idr cv, idr sd, ide, indice distribution érythrocytaire, indice distribution globules rouges, indice distribution hématies, indice anisocytose, ind anisocytose, indice répartition érythrocytaire, index distribution érythrocytaire, indice dispersion érythrocytaire, anisocytose érythrocytaire',
  Platelets:
    'plaquettes, pq, plaq, plaqs, plt, platelet count, thrombocytes, numération plaquettaire, numération plaquettes, plaquettes sanguines',
  'Platelet mean volume':
    'vpm, mpv, volume plaquettaire moyen, volume moyen plaquettaire, volume moyen plaquettes, mean platelet volume, vmp',
  'Platelet distribution width': 'idp, pdw, indice distribution plaquettaire, index distribution plaquettaire',
  Plateletcrit: 'plaquettocrite, thrombocrite, pct plaquettaire, pct plaquettes, pct',
  'Platelets reticulated/100 platelets': 'fraction plaquettes immatures, plaquettes immatures, plaquettes réticulées, ipf',
  'Platelet clump': 'agrégats plaquettaires, amas plaquettaires, platelet clumps',
  Neutrophils:
    'pnn, polynucléaires neutrophiles, poly neutrophiles, neutrophiles, neutro, neutros, pn neutrophiles, granulocytes neutrophiles, poly neutro, polys, polynucléaires, cellules polynucléaires, neutrophil, poly, pns, polymorphonucleaires, neut',
  'Polymorphonuclear cells': 'polynucléaires, cellules polynucléaires, polys, polymorphonuclear',
  Granulocytes: 'granulocytes, granulocyte',
  'Granulocytes.immature': 'granulocytes immatures, immature granulocytes, granuleux immatures, myélémie',
  Eosinophils:
    'pne, polynucléaires éosinophiles, poly éosinophiles, éosinophiles, éosino, éosinos, pn éosinophiles, eos, granulocytes éosinophiles, poly éosino, eosinophil',
  Basophils:
    'pnb, polynucléaires basophiles, poly basophiles, basophiles, baso, basos, pn basophiles, granulocytes basophiles, poly baso, basophil',
  Lymphocytes: 'lymphocytes, lympho, lymphos, lymphs, lymph, lymphocyte, lym',
  Monocytes: 'monocytes, mono, monos, monocyte',
  'Lymphocytes+Monocytes': 'cellules mononucléées, mononucléaires',
  'Lymphocytes variant':
    'lymphocytes atypiques, atypical lymphocytes, atyps, atypical lymphs, lymphocytes réactionnels, lymphocytes hyperbasophiles, lymphocytes activés, lymphocytes stimulés, syndrome mononucléosique, lymphocytes variants',
  'Lymphocytes abnormal': 'lymphocytes anormaux, cellules lymphoïdes anormales',
  'Neutrophils.band form': 'bands, band forms, formes non segmentées, neutrophiles non segmentés, stabs',
  'Neutrophils.hypersegmented': 'hypersegmented neutrophils, hyperseg, neutrophiles hypersegmentés, polynucléaires hypersegmentés',
  Myelocytes: 'myélocytes, myelos, myelo, myelocyte',
  Metamyelocytes: 'métamyélocytes, metas, meta, metamyelocyte',
  Promyelocytes: 'promyélocytes, promyelo, promyelos, promyelocyte',
  Blasts: 'blastes, cellules blastiques, blast, blastose',
  'Plasma cells': 'plasmocytes, plasma cells, plasma, plasmocytes médullaires',
  Histiocytes: 'histiocytes, histio, histiocyte',
  Macrophages: 'macrophages, macrophage',
  'Mesothelial cells': 'cellules mésothéliales, mesothelial cell, mesothelial cells',
  'Leukocytes other': 'autres leucocytes, autres cellules, autres éléments',
  Prolymphocytes: 'prolymphocytes',
  'Hairy cells': 'tricholeucocytes',
  'Immature cells': 'young cells, cellules jeunes, cellules immatures',
  'Smudge cells': 'ombres nucléaires, ombres de gumprecht, cellules de gumprecht',
  'Erythrocytes.nucleated':
    'érythroblastes, nrbc, nucleated rbc, nucleated red cells, globules rouges nucléés, ebl, érythroblastes circulants',
  'Nucleated erythrocytes':
    'érythroblastes, nrbc, nucleated rbc, nucleated red cells, globules rouges nucléés, ebl, érythroblastes circulants',
  Reticulocytes: 'réticulocytes, rétic, rétics, réticulo, reticulocyte count, numération réticulocytes',
  'Reticulocyte hemoglobin': 'hémoglobine réticulocytaire, ret he, chr, contenu hémoglobine réticulocytes',
  'Erythrocyte sedimentation rate':
    'vs, vitesse sédimentation, sedimentation rate, esr, vitesse sédimentation globulaire, vs 1h, vs 1ere heure, vs 1ère h, vitesse sédimentation 1ere heure, vsg, vs 1 heure, vs 2eme heure, vs 2h',
  Schistocytes: 'schizocytes, schistocytes, fragmented cells, red blood cell fragments, fragments érythrocytaires',
  Spherocytes: 'sphérocytes',
  Acanthocytes: 'acanthocytes',
  Anisocytosis: 'anisocytose',
  Poikilocytosis: 'poïkilocytose, poikilocytose',
  Hypochromia: 'hypochromie',
  Microcytes: 'microcytose, microcytes',
  Macrocytes: 'macrocytose, macrocytes',
  Polychromasia: 'polychromatophilie, polychromasie',
  Dacrocytes: 'dacryocytes, teardrop cells, hématies en larme',
  'Target cells': 'cellules cibles, hématies en cible, target cells',
  'Sickle cells': 'drépanocytes, hématies falciformes, sickle cells, test de falciformation, test d emmel',
  Stomatocytes: 'stomatocytes, stomatocyte',
  'Burr cells': 'échinocytes, echinocytes, crenated cells, burr cells, hématies crénelées',
  Elliptocytes: 'elliptocytes, ovalocytes',
  'Howell-Jolly bodies': 'corps de howell jolly, howell jolly, corps de jolly',
  'Heinz bodies': 'corps de heinz, heinz body, heinz bodies',
  Rouleaux: 'rouleaux érythrocytaires, hématies en rouleaux',
  'Blood smear finding': 'frottis sanguin, examen frottis sanguin, morphologie',
  'Hemoglobin A/Hemoglobin.total': 'hémoglobine a, hb a',
  'Hemoglobin A2/Hemoglobin.total': 'hémoglobine a2, hb a2, hba2',
  'Hemoglobin F/Hemoglobin.total': 'hémoglobine f, hb f, hbf, hémoglobine foetale, fetal hemoglobin, fetal hgb',
  'Hemoglobin S/Hemoglobin.total': 'hémoglobine s, hb s, hbs hémoglobine',
  'Hemoglobin C/Hemoglobin.total': 'hémoglobine c, hb c, hbc hémoglobine',
  'Hemoglobin E/Hemoglobin.total': 'hémoglobine e, hb e',
  'Hemoglobin pattern': 'électrophorèse de hémoglobine, électrophorèse hémoglobine, electrophorese hb, étude hémoglobine',
  'Glucose-6-Phosphate dehydrogenase': 'g6pd, glucose 6 phosphate déshydrogénase, g 6 pd',
  'Pyruvate kinase': 'pyruvate kinase, pk érythrocytaire',
  Haptoglobin: 'haptoglobine',
  Erythropoietin: 'epo, érythropoïétine',
  'Cells.CD3': 'cd3, lymphocytes t, lymphocytes t cd3, lt cd3, lymphocytes cd3',
  'Cells.CD3+CD4+': 'cd4, lymphocytes t4, lymphocytes cd4, lymphocytes t cd4, lt4, lt cd4, t4 helper, cd3 cd4, absolute cd4',
  'Cells.CD3+CD8+': 'cd8, lymphocytes t8, lymphocytes cd8, lymphocytes t cd8, lt8, lt cd8, cd3 cd8, absolute cd8',
  'Cells.CD3+CD4+/Cells.CD3+CD8+': 'rapport cd4 cd8, cd4 cd8, ratio cd4 cd8, t4 t8',
  'Cells.CD4': 'cd4',
  'Cells.CD8': 'cd8',
  'Cells.CD4/Cells.CD8': 'cd4 cd8, rapport cd4 cd8',
  'Cells.CD19': 'cd19, lymphocytes b, lymphocytes b cd19, lb cd19, lymphocytes cd19',
  'Cells.CD20': 'cd20, lymphocytes b cd20, lymphocytes cd20',
  'Cells.CD16+CD56+': 'cd16 56, nk, lymphocytes nk, cellules nk, natural killer, cd16 cd56',
  'Cells.CD34': 'cd34, cellules souches cd34, cellules cd34',
  'Cells.HLA-DR+': 'hla dr',
  'Glycophorin A': 'glycophorine a',
  'Immunophenotyping study': 'immunophénotypage, immunophénotypage lymphocytaire, immunophenotyping, phénotypage lymphocytaire',
  'Leukocytes.nucleated total': 'total nucleated cells, cellules nucléées totales, éléments nucléés, cellules nucléées',
  'Nucleated cells': 'total nucleated cells, cellules nucléées totales, éléments nucléés, cellules nucléées, éléments cellulaires',
  'Plasmodium sp':
    'paludisme, hématozoaires, plasmodium, frottis goutte épaisse, goutte épaisse, recherche de paludisme, malaria, malaria smear, recherche hématozoaires',
  'Plasmodium sp Ag': 'antigène paludisme, paludisme antigène, ag palustres',
  'Tissue factor pathway inhibitor': 'tfpi',
  'Lymphocyte subsets': 'sous populations lymphocytaires',
  'Protoporphyrin.zinc': 'protoporphyrine zinc, ppz, zpp',
  'Methemoglobin/Hemoglobin.total': 'méthémoglobine, methb, méthb',
  'Carboxyhemoglobin/Hemoglobin.total': 'carboxyhémoglobine, hbco, cohb, hb co, intoxication monoxyde de carbone',
  'Oxyhemoglobin/Hemoglobin.total': 'oxyhémoglobine, hbo2, o2hb',
  'Deoxyhemoglobin/Hemoglobin.total': 'désoxyhémoglobine, hhb',
  Sulfhemoglobin: 'sulfhémoglobine',
  'Hemoglobin.fetal': 'test de kleihauer, kleihauer, hématies foetales',
  'Erythrocytes.fetal': 'test de kleihauer, kleihauer, hématies foetales',
  'Terminal deoxyribonucleotidyl transferase': 'tdt',
};

/** Immunohaematology. */
export const BLOOD_BANK: LexiconTable = {
  'ABO group': 'groupe abo, groupage abo, groupe sanguin abo, abo, détermination groupe abo, 1ere détermination abo',
  'ABO & Rh group':
    'groupe sanguin, groupe abo rhésus, groupe abo rh, groupe sanguin abo rhésus, groupe sanguin abo rh, groupe rhésus, groupe sanguin rhésus, abo rh, abo rhésus, groupe abo rh1, groupe abo rhd, groupage sanguin, groupe abo et rhésus, groupe abo d',
  Rh: 'rhésus, rhésus d, rh, rh d, rh1, rhd, rh standard, facteur rhésus, rhésus standard, groupe rhésus, antigène d',
  'Rh phenotype':
    'phénotype rh kell, phénotype rhésus kell, phénotype rh, phénotype rhésus, phénotype érythrocytaire, phénotype rh k, phénotype',
  'Indirect antiglobulin test.unspecified reagent':
    'coombs indirect, test de coombs indirect, coombs test indirect, test indirect antiglobuline',
  'Blood group antibody screen':
    'rai, recherche agglutinines irrégulières, agglutinines irrégulières, anticorps irréguliers, recherche anticorps anti érythrocytaires, anticorps anti érythrocytaires, raeai, dépistage rai, coombs indirect, test de coombs indirect, coombs test indirect, test indirect antiglobuline, dépistage agglutinines irrégulières',
  'Blood group antibodies identified':
    'identification rai, identification agglutinines irrégulières, identification anticorps irréguliers, identification anticorps anti érythrocytaires',
  'Direct antiglobulin test.poly specific reagent':
    'coombs direct, test de coombs direct, coombs test direct, tda, test direct antiglobuline, test direct à antiglobuline, test antiglobuline direct, tda polyspécifique, coombs direct polyspécifique, dat',
  'Direct antiglobulin test': 'coombs direct, test de coombs direct, coombs test direct, tda, test direct antiglobuline, dat',
  'Direct antiglobulin test.IgG specific reagent': 'coombs direct igg, tda igg, test direct antiglobuline igg',
  'Direct antiglobulin test.complement specific reagent': 'coombs direct c3d, tda c3d, coombs direct complément, tda complément',
  'Platelet Ab': 'anticorps anti plaquettes, ac anti plaquettes, anticorps antiplaquettaires, antiplatelet antibodies',
  'Cold agglutinin': 'agglutinines froides',
  'K Ag': 'kell, antigène kell, k1',
  'Rh group Ag': 'groupage rh',
};
