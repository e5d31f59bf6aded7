import type { LexiconTable } from './lexicon-table.js';

/** Tumour markers. */
export const TUMOUR_MARKERS: LexiconTable = {
  'Carcinoembryonic Ag':
    'ace, antigène carcino embryonnaire, cea, antigène carcinoembryonnaire, ag carcino embryonnaire, carcinoembryonic antigen',
  'Cancer Ag 125': 'ca 125, ca125, antigène ca 125, ag ca 125',
  'Cancer Ag 15-3': 'ca 15 3, ca153, ca 153, antigène ca 15 3, ag ca 15 3',
  'Cancer Ag 19-9': 'ca 19 9, ca199, ca 199, antigène ca 19 9, ag ca 19 9',
  'Cancer Ag 72-4': 'ca 72 4, ca724, antigène ca 72 4',
  'Cancer Ag 27-29': 'ca 27 29, ca 27.29, cancer antigen 27 29',
  'Cancer Ag 50': 'ca 50, ca50',
  'Prostate specific Ag':
    'psa, psa total, antigène prostatique spécifique, psat, antigène spécifique prostate, prostate specific antigen, psa totale, antigène spécifique de la prostate',
  'Prostate specific Ag.free': 'psa libre, psal, antigène prostatique spécifique libre, psa l, free psa',
  'Prostate specific Ag.free/Prostate specific Ag.total':
    'rapport psa libre psa total, psa libre psa total, rapport psa, psa libre total, rapport psa libre total, psa ratio, ratio psa libre psa total, psa libre psa, psal psat, rapport psal psat, rapport psa l t',
  'Human epididymis protein 4': 'he4, he 4',
  'Cytokeratin 19 fragment': 'cyfra 21 1, cyfra, cyfra21 1, cyfra 211',
  'Squamous cell carcinoma Ag': 'scc, antigène scc, scc ag, antigène ta4',
  'Enolase.neuron specific': 'nse, énolase neurone spécifique, énolase neuronale spécifique, neuron specific enolase',
  'Chromogranin A': 'chromogranine a, cga, chromogranine',
  'Tissue polypeptide Ag': 'tpa, antigène polypeptidique tissulaire',
  'Alpha-1-Fetoprotein.tumor marker': 'alpha foetoprotéine marqueur tumoral',
};

/** Autoimmunity. */
export const AUTOIMMUNITY: LexiconTable = {
  'Nuclear Ab':
    'anticorps antinucléaires, ac antinucléaires, aan, acan, facteurs antinucléaires, fan, ac anti nucléaires, anticorps anti nucléaires, antinucléaires, ana, anti nuclear antibody, anti noyau, ac anti noyaux, ac antinoyaux, antinoyaux, anticorps anti noyaux',
  'Nuclear Ab pattern': 'aspect anticorps antinucléaires, aspect fluorescence aan, aan aspect',
  'DNA double strand Ab':
    'ac anti dna, anti dna natif, ac anti adn natif, anti adn natif, anticorps anti adn natif, anti adn, ac anti adn, anti dna, anticorps anti dna natif, anti dsdna, dsdna, ac anti adn double brin, farr, anticorps anti adn double brin, ac anti dna natif, anti adn double brin, double stranded dna',
  'DNA single strand Ab': 'single stranded dna, anti adn simple brin',
  'Nuclear extractable Ab':
    'anticorps anti ena, ac anti ena, anti ena, ena, ac anti antigènes nucléaires solubles, anticorps anti antigènes nucléaires solubles, dépistage ena',
  'Extractable nuclear Ab': 'anticorps anti ena, ac anti ena, anti ena, ena, ac anti antigènes nucléaires solubles, ac anti ect',
  'Sjogrens syndrome-A extractable nuclear Ab':
    'anti ssa, ac anti ssa, anti ro, anti ro ssa, ac anti ro, anti ssa ro, anticorps anti ssa, antiro, ssa, ac anti ssa ro, anti ssa 60, anti ro60',
  'Sjogrens syndrome-B extractable nuclear Ab':
    'anti ssb, ac anti ssb, anti la, anti la ssb, ac anti la, anti ssb la, anticorps anti ssb, ssb, ac anti ssb la',
  'Smith extractable nuclear Ab': 'anti sm, ac anti sm, anti smith, anticorps anti sm',
  'Ribonucleoprotein extractable nuclear Ab': 'anti rnp, ac anti rnp, antirnp, anti u1 rnp, anti sm rnp, anticorps anti rnp',
  'SCL-70 extractable nuclear Ab':
    'anti scl 70, ac anti scl70, anti scl70, anti topoisomérase, anti topo i, scl 70, anticorps anti scl 70',
  'Jo-1 extractable nuclear Ab': 'anti jo1, ac anti jo1, anti jo 1, jo1, anticorps anti jo1',
  'Centromere protein B Ab': 'anti centromère, ac anti centromère, anti cenp b, anticorps anti centromère',
  'Centromere Ab': 'anti centromère, ac anti centromère, anticorps anti centromère, centromere',
  'Histone Ab': 'anti histones, ac anti histones, anticorps anti histones',
  'Ribosomal P Ab': 'anti ribosome, ac anti ribosomes',
  'Nucleosome Ab': 'anti nucléosomes, ac anti nucléosomes, anticorps anti nucléosomes',
  'Rheumatoid factor':
    'facteur rhumatoïde, fr, facteurs rhumatoïdes, latex waaler rose, waaler rose, waaler, latex fr, ra test, facteur rhumatoide igm, latex, fr latex',
  'Rheumatoid factor.IgM': 'facteur rhumatoïde igm, fr igm',
  'Cyclic citrullinated peptide Ab.IgG':
    'anti ccp, ac anti ccp, anticorps anti ccp, ccp, anti peptides cycliques citrullinés, acpa, ac anti peptides citrullinés, anti ccp2, anticorps anti peptides cycliques citrullinés, ac anti peptides cycliques citrullines, ac anti citrulline',
  'Cyclic citrullinated peptide Ab': 'anti ccp, ac anti ccp, anticorps anti ccp, anti peptides cycliques citrullinés, acpa',
  'Neutrophil cytoplasmic Ab':
    'anca, ac anti cytoplasme polynucléaires neutrophiles, anticorps anti cytoplasme des polynucléaires, ac anti cytoplasme des polynucléaires neutrophiles, ac anti pnn',
  'Neutrophil cytoplasmic Ab.classic': 'canca, c anca',
  'Neutrophil cytoplasmic Ab.perinuclear': 'panca, p anca',
  'Myeloperoxidase Ab': 'anti mpo, ac anti mpo, anti myéloperoxydase, anticorps anti mpo, mpo, ac anti myéloperoxydase',
  'Proteinase 3 Ab': 'anti pr3, ac anti pr3, anti protéinase 3, anticorps anti pr3, pr3',
  'Mitochondria Ab':
    'anti mitochondries, ac anti mitochondries, anticorps anti mitochondries, anti m2, antimitochondrial, anti mitochondrial antibody, ac antimitochondries, aam, anticorps antimitochondries, anti mitochondrie',
  'Mitochondria M2 Ab': 'anti mitochondries m2, anti m2, ac anti m2',
  'Smooth muscle Ab':
    'anti muscle lisse, ac anti muscle lisse, anticorps anti muscle lisse, anti muscles lisses, anti smooth muscle antibody, aml, ac anti muscles lisses, anti actine, anti ml',
  'Actin Ab': 'anti actine, ac anti actine',
  'Liver kidney microsomal 1 Ab': 'anti lkm1, ac anti lkm1, anti lkm, ac anti lkm, anti lkm 1, anticorps anti lkm1',
  'Liver kidney microsomal Ab': 'anti lkm, ac anti lkm, anticorps anti lkm',
  'Liver cytosol 1 Ab': 'anti lc1, ac anti lc1',
  'Soluble liver Ab': 'anti sla, ac anti sla',
  'Parietal cell Ab':
    'anti cellules pariétales, ac anti cellules pariétales, anticorps anti cellules pariétales gastriques, anti parietal cell antibody, ac anti cellules pariétales gastriques, anti estomac, anti cellules pariétales gastriques',
  'Intrinsic factor Ab': 'anti facteur intrinsèque, ac anti facteur intrinsèque, anticorps anti facteur intrinsèque, ac anti fi',
  'Tissue transglutaminase Ab.IgA':
    'anti transglutaminase iga, ac anti transglutaminase iga, anti transglutaminase, transglutaminase iga, ac anti transglutaminase, ttg iga, anticorps anti transglutaminase, iga anti transglutaminase, anti tg2 iga, transglutaminase, ac anti transglutaminase tissulaire iga',
  'Tissue transglutaminase Ab.IgG':
    'anti transglutaminase igg, ac anti transglutaminase igg, igg anti transglutaminase, transglutaminase igg',
  'Endomysium Ab.IgA':
    'anti endomysium iga, ac anti endomysium, anti endomysium, anticorps anti endomysium, ac anti endomysium iga, iga anti endomysium',
  'Endomysium Ab': 'anti endomysium, ac anti endomysium, anticorps anti endomysium',
  'Gliadin Ab.IgA': 'anti gliadine iga, ac anti gliadine iga, iga anti gliadine',
  'Gliadin Ab.IgG': 'anti gliadine igg, ac anti gliadine igg, igg anti gliadine',
  'Gliadin peptide Ab.IgA': 'anti gliadine déamidée iga, anti dgp iga',
  'Gliadin peptide Ab.IgG': 'anti gliadine déamidée igg, anti dgp igg',
  'Saccharomyces cerevisiae Ab': 'asca, anti saccharomyces cerevisiae, ac anti saccharomyces cerevisiae',
  'Cardiolipin Ab.IgG':
    'anti cardiolipine igg, ac anti cardiolipine igg, anticardiolipine igg, acl igg, anticorps anti cardiolipine igg, igg anti cardiolipine, ac anticardiolipine igg, cardiolipine igg, ac anti cardiolipines igg',
  'Cardiolipin Ab.IgM':
    'anti cardiolipine igm, ac anti cardiolipine igm, anticardiolipine igm, acl igm, anticorps anti cardiolipine igm, igm anti cardiolipine, ac anticardiolipine igm, cardiolipine igm, ac anti cardiolipines igm',
  'Cardiolipin Ab': 'anti cardiolipine, ac anti cardiolipine, anticardiolipine, anticorps anticardiolipine, ac anticardiolipine',
  'Beta 2 glycoprotein 1 Ab.IgG':
    'anti bêta 2 gp1 igg, anti b2gp1 igg, ac anti beta2gp1 igg, anti beta 2 glycoprotéine 1 igg, ac anti b2gp1 igg, anti b2gpi igg, ac anti bêta 2 gp1 igg, ac anti bêta 2 glycoprotéine 1 igg',
  'Beta 2 glycoprotein 1 Ab.IgM':
    'anti bêta 2 gp1 igm, anti b2gp1 igm, ac anti beta2gp1 igm, anti beta 2 glycoprotéine 1 igm, ac anti b2gp1 igm, anti b2gpi igm, ac anti bêta 2 gp1 igm, ac anti bêta 2 glycoprotéine 1 igm',
  'Phospholipid Ab': 'anti phospholipides, ac anti phospholipides',
  'Glomerular basement membrane Ab':
    'anti membrane basale glomérulaire, anti mbg, ac anti mbg, anti gbm, ac anti membrane basale glomérulaire',
  'Acetylcholine receptor Ab':
    'anti récepteur acétylcholine, ac anti récepteurs acétylcholine, anti rach, anticorps anti récepteur de acétylcholine, ac anti rach',
  'Acetylcholine receptor binding Ab': 'anti récepteur acétylcholine, ac anti récepteurs acétylcholine, anti rach',
  'Muscle-specific kinase Ab': 'anti musk, ac anti musk',
  'Glutamate decarboxylase 65 Ab':
    'anti gad, ac anti gad, anti gad65, anticorps anti gad, ac anti gad65, anti glutamate décarboxylase, ac anti glutamate décarboxylase',
  'Islet cell Ab': 'anti ilots de langerhans, ac anti ilots, ica, ac anti îlots de langerhans',
  'Islet cell 512 Ab': 'anti ia2, ac anti ia2, anti ia 2',
  'Protein tyrosine phosphatase-like IA-2 Ab': 'anti ia2, ac anti ia2, anti ia 2',
  'Insulin Ab': 'anti insuline, ac anti insuline, anticorps anti insuline',
  'Zinc transporter 8 Ab': 'anti znt8, ac anti znt8',
  'Aquaporin 4 water channel Ab': 'anti nmo, anti aquaporine 4, ac anti aquaporine 4, anti aqp4',
  'Adrenal Ab': 'anti surrénales, ac anti surrénales, anti 21 hydroxylase',
  'Skin Ab': 'anti peau, ac anti peau, anti épiderme',
  'Immune complexes': 'complexes immuns circulants, complexes immuns',
  'HLA-B27': 'hla b27, antigène hla b27, hla b 27, typage hla b27',
  'HLA-B27 Ag': 'hla b27, antigène hla b27',
  'HLA-B57': 'hla b5701, hla b57',
  'Reticulin Ab': 'anti réticuline, ac anti réticuline',
  'Ganglioside GM1 Ab': 'anti gm1, anti gangliosides',
  'Keratin Ab': 'anti kératine, ac anti kératine, antikératine',
};

/** Allergens: specific IgE is asked by the allergen's everyday name or by its code. */
export const ALLERGY: LexiconTable = {
  'Dermatophagoides pteronyssinus Ab.IgE':
    'd1, dermatophagoides pteronyssinus, acarien dermatophagoides pteronyssinus, acariens d1, ige acariens, ige d1, ige dermatophagoides pteronyssinus',
  'Dermatophagoides farinae Ab.IgE': 'd2, dermatophagoides farinae, ige d2, acariens d2, ige dermatophagoides farinae',
  'Cat dander Ab.IgE': 'e1, chat, poils de chat, ige chat, squames de chat, ige e1, phanères de chat, épithélium de chat',
  'Dog dander Ab.IgE': 'e5, chien, poils de chien, ige chien, squames de chien, ige e5, phanères de chien',
  'Horse dander Ab.IgE': 'e3, cheval, squames de cheval, ige cheval',
  'Phleum pratense Ab.IgE': 'g6, phléole, fléole, fléole des prés, ige g6, ige fléole, ige phléole, phléole des prés',
  'Dactylis glomerata Ab.IgE': 'g3, dactyle, ige dactyle, dactyle aggloméré',
  'Lolium perenne Ab.IgE': 'g5, ivraie, ray grass, ige ivraie',
  'Betula verrucosa Ab.IgE': 't3, bouleau, ige bouleau, pollen de bouleau, ige t3',
  'Olea europaea Ab.IgE': 't9, olivier, ige olivier',
  'Cupressus sempervirens Ab.IgE': 't23, cyprès, ige cyprès',
  'Fraxinus americana Ab.IgE': 'frêne, ige frêne, t15',
  'Corylus avellana Ab.IgE': 'noisetier, ige noisetier, t4 noisetier, noisette, ige noisette, f17',
  'Quercus alba Ab.IgE': 'chêne, ige chêne, t7',
  'Platanus acerifolia Ab.IgE': 'platane, ige platane, t11',
  'Artemisia vulgaris Ab.IgE': 'w6, armoise, ige armoise',
  'Ambrosia elatior Ab.IgE': 'w1, ambroisie, ige ambroisie',
  'Plantago lanceolata Ab.IgE': 'w9, plantain, ige plantain',
  'Parietaria officinalis Ab.IgE': 'w19, pariétaire, ige pariétaire, w21',
  'Alternaria alternata Ab.IgE': 'm6, alternaria, alternaria alternata, ige alternaria, ige m6',
  'Aspergillus fumigatus Ab.IgE': 'm3, aspergillus fumigatus ige, ige aspergillus, ige m3',
  'Cladosporium herbarum Ab.IgE': 'm2, cladosporium, ige cladosporium',
  'Candida albicans Ab.IgE': 'm5, ige candida',
  'Egg white Ab.IgE': 'f1, blanc oeuf, ige blanc oeuf, ige f1, blanc d œuf',
  'Egg yolk Ab.IgE': 'f75, jaune oeuf, ige jaune oeuf',
  'Cow milk Ab.IgE': 'f2, lait de vache, ige lait, ige lait de vache, lait, ige f2',
  'Milk Ab.IgE': 'lait, lait de vache, ige lait, ige lait de vache',
  'Casein Ab.IgE': 'f78, caséine, ige caséine',
  'Arachis hypogaea Ab.IgE': 'f13, arachide, ige arachide, ige f13, cacahuète, ige cacahuète',
  'Triticum aestivum Ab.IgE': 'f4, blé, ige blé, farine de blé',
  'Glycine max Ab.IgE': 'f14, soja, ige soja',
  'Gadus morhua Ab.IgE': 'f3, morue, ige poisson, cabillaud, ige morue, poisson',
  'Sesamum indicum Ab.IgE': 'f10, sésame, ige sésame',
  'Prunus dulcis Ab.IgE': 'amande, ige amande, f20',
  'Anacardium occidentale Ab.IgE': 'noix de cajou, ige noix de cajou, f202',
  'Cancer pagurus Ab.IgE': 'crabe, ige crabe, f23',
  'Pandalus borealis Ab.IgE': 'crevette, ige crevette, f24, crevettes',
  'Actinidia chinensis Ab.IgE': 'kiwi, ige kiwi, f84',
  'Apis mellifera Ab.IgE': 'i1, venin abeille, ige venin abeille, abeille',
  'Vespula spp Ab.IgE': 'i3, venin de guêpe, guêpe, ige venin guêpe, vespula',
  'Polistes spp Ab.IgE': 'i4, poliste, venin de poliste',
  'Blatella germanica Ab.IgE': 'i6, blatte, ige blatte, cafard',
  'Latex Ab.IgE': 'k82, ige latex',
  'Penicilloyl G Ab.IgE': 'c1 pénicilline, ige pénicilline g',
  'Amoxicilloyl Ab.IgE': 'ige amoxicilline, c6 amoxicilline',
};
