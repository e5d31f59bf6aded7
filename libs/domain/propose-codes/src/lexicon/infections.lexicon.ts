import type { LexiconTable } from './lexicon-table.js';

interface Agent {
  /** As LOINC names it. */
  readonly loinc: string;
  /** As laboratories do. */
  readonly said: string;
}

/** Agents whose antibodies are asked by the agent's name alone: `Rubéole IgG`, `sérologie CMV`, `Ac anti-VZV`. */
const ANTIBODY_AGENTS: readonly Agent[] = [
  { loinc: 'Toxoplasma gondii', said: 'toxoplasmose, toxo, toxoplasma, toxoplasma gondii' },
  { loinc: 'Rubella virus', said: 'rubéole, rubeole, rub, rubella' },
  { loinc: 'Measles virus', said: 'rougeole, rubeola' },
  { loinc: 'Rubeola virus', said: 'rougeole, rubeola' },
  { loinc: 'Mumps virus', said: 'oreillons, mumps' },
  { loinc: 'Varicella zoster virus', said: 'varicelle, vzv, varicelle zona, varicelle zoster, zona' },
  { loinc: 'Cytomegalovirus', said: 'cmv, cytomégalovirus, cytomegalo virus, cytomegalo' },
  { loinc: 'Herpes simplex virus', said: 'herpès, hsv, herpès simplex, herpes virus' },
  { loinc: 'Herpes simplex virus 1', said: 'hsv1, hsv 1, herpès 1, herpès simplex 1, herpès type 1' },
  { loinc: 'Herpes simplex virus 2', said: 'hsv2, hsv 2, herpès 2, herpès simplex 2, herpès type 2' },
  { loinc: 'Epstein Barr virus', said: 'ebv, epstein barr, epstein barr virus, mni ebv' },
  { loinc: 'Epstein Barr virus capsid', said: 'ebv vca, vca, epstein barr vca, ebv anti vca, epstein barr virus vca, ebv capside' },
  { loinc: 'Epstein Barr virus nuclear', said: 'ebv ebna, ebna, epstein barr ebna, ebv anti ebna, epstein barr virus ebna' },
  { loinc: 'Epstein Barr virus early', said: 'ebv ea, epstein barr ea' },
  { loinc: 'Parvovirus B19', said: 'parvovirus b19, parvovirus, parvo b19' },
  { loinc: 'Hepatitis A virus', said: 'hépatite a, vha, hav, anti vha, anti hav' },
  { loinc: 'Hepatitis E virus', said: 'hépatite e, vhe, hev' },
  { loinc: 'Hepatitis D virus', said: 'hépatite delta, vhd, hépatite d, hdv' },
  { loinc: 'Hepatitis C virus', said: 'hépatite c, vhc, hcv, anti hcv, anti vhc' },
  { loinc: 'Borrelia burgdorferi', said: 'lyme, borréliose, borrelia, maladie de lyme, borrelia burgdorferi, lyme g and m' },
  {
    loinc: 'Treponema pallidum',
    said: 'syphilis, tréponème, treponema, tpha, tppa, treponema pallidum, tp pa, syphilis tpha, tréponématose',
  },
  { loinc: 'Chlamydia trachomatis', said: 'chlamydia trachomatis, chlamydia, chlamydiae, chlamydia tracho' },
  { loinc: 'Chlamydophila pneumoniae', said: 'chlamydia pneumoniae, chlamydophila pneumoniae' },
  { loinc: 'Mycoplasma pneumoniae', said: 'mycoplasma pneumoniae, mycoplasme pneumoniae, mycoplasma' },
  { loinc: 'Legionella pneumophila', said: 'légionellose, legionella, legionella pneumophila, légionelle' },
  { loinc: 'Helicobacter pylori', said: 'helicobacter pylori, helicobacter, h pylori, hp' },
  { loinc: 'Bordetella pertussis', said: 'coqueluche, bordetella pertussis, bordetella' },
  { loinc: 'Bartonella henselae', said: 'bartonella, maladie des griffes du chat, bartonella henselae' },
  { loinc: 'Coxiella burnetii', said: 'fièvre q, coxiella, coxiella burnetii' },
  { loinc: 'Brucella sp', said: 'brucellose, brucella, wright' },
  { loinc: 'Leptospira sp', said: 'leptospirose, leptospira' },
  { loinc: 'Rickettsia conorii', said: 'rickettsiose, rickettsia, rickettsia conorii' },
  { loinc: 'Yersinia enterocolitica', said: 'yersinia, yersiniose, yersinia enterocolitica' },
  { loinc: 'Toxocara canis', said: 'toxocarose, toxocara, toxocara canis' },
  { loinc: 'Echinococcus sp', said: 'hydatidose, echinococcose, kyste hydatique, echinococcus' },
  { loinc: 'Entamoeba histolytica', said: 'amibiase, amoebose, entamoeba histolytica, amibes' },
  { loinc: 'Fasciola hepatica', said: 'distomatose, fasciola hepatica, fasciolose, douve' },
  { loinc: 'Schistosoma sp', said: 'bilharziose, schistosomiase, schistosoma' },
  { loinc: 'Strongyloides stercoralis', said: 'anguillulose, strongyloïdose, anguillule, strongyloides' },
  { loinc: 'Trichinella spiralis', said: 'trichinose, trichinella, trichinellose' },
  { loinc: 'Leishmania sp', said: 'leishmaniose, leishmania' },
  { loinc: 'Trypanosoma cruzi', said: 'chagas, maladie de chagas, trypanosoma cruzi' },
  { loinc: 'Plasmodium sp', said: 'sérologie paludisme, anticorps anti plasmodium' },
  { loinc: 'Aspergillus fumigatus', said: 'aspergillose, aspergillus fumigatus, aspergillus' },
  { loinc: 'Candida albicans', said: 'candidose, candida, candida albicans' },
  { loinc: 'Dengue virus', said: 'dengue, dengue virus' },
  { loinc: 'Chikungunya virus', said: 'chikungunya' },
  { loinc: 'Zika virus', said: 'zika' },
  { loinc: 'West Nile virus', said: 'west nile, virus west nile' },
  { loinc: 'HTLV I+II', said: 'htlv, htlv i ii, htlv1 2, htlv 1' },
  { loinc: 'HIV 1+2', said: 'vih, vih 1 2, hiv, vih 1+2, hiv 1 2, sida, vih1 vih2, hiv 1+2, vih1 2' },
  { loinc: 'HIV 1', said: 'vih 1, vih1, hiv 1, hiv1' },
  { loinc: 'HIV 2', said: 'vih 2, vih2, hiv 2, hiv2' },
  {
    loinc: 'SARS coronavirus 2',
    said: 'covid 19, sars cov 2, covid, covid19, sarscov2, coronavirus, sars coronavirus 2, coronavirus sars cov 2',
  },
  { loinc: 'Poliovirus', said: 'poliomyélite, polio' },
  { loinc: 'Clostridium tetani toxin', said: 'tétanos, anatoxine tétanique, antitétanique, anti tétanique' },
  { loinc: 'Corynebacterium diphtheriae toxin', said: 'diphtérie, anatoxine diphtérique, antidiphtérique' },
  {
    loinc: 'Streptolysin O',
    said: 'aslo, antistreptolysine o, anti streptolysine o, antistreptolysines, aslo latex, antistreptolysine, antistreptolysines o',
  },
  { loinc: 'Rabies virus', said: 'rage' },
  { loinc: 'Influenza virus A', said: 'grippe a, influenza a' },
  { loinc: 'Influenza virus B', said: 'grippe b, influenza b' },
  { loinc: 'Salmonella typhi O', said: 'typhoïde, widal, widal et félix, salmonella typhi o' },
];

const BY_AGENT: LexiconTable = Object.fromEntries(
  ANTIBODY_AGENTS.flatMap(({ loinc, said }): (readonly [string, string])[] => {
    const names = said.split(',').map((name) => name.trim());
    const written = (pattern: (name: string) => readonly string[]): string => names.flatMap(pattern).join(',');
    const classes = ['IgG', 'IgM', 'IgA'].map((ig): readonly [string, string] => [
      `${loinc} Ab.${ig}`,
      written((name) => [
        `${name} ${ig}`,
        `${ig} ${name}`,
        `${ig} anti ${name}`,
        `anti ${name} ${ig}`,
        `ac anti ${name} ${ig}`,
        `anticorps anti ${name} ${ig}`,
        `${name} ac ${ig}`,
      ]),
    ]);
    return [
      [
        `${loinc} Ab`,
        written((name) => [
          name,
          `anti ${name}`,
          `ac anti ${name}`,
          `anticorps anti ${name}`,
          `${name} ac totaux`,
          `${name} anticorps`,
          `${name} ac`,
          `ac ${name}`,
        ]),
      ],
      ...classes,
      [
        `${loinc} Ag`,
        written((name) => [
          `antigène ${name}`,
          `ag ${name}`,
          `${name} antigène`,
          `${name} ag`,
          `${name} antigénurie`,
          `antigénurie ${name}`,
        ]),
      ],
      ...['RNA', 'DNA'].map((acid): readonly [string, string] => [
        `${loinc} ${acid}`,
        written((name) => [
          `pcr ${name}`,
          `${name} pcr`,
          `charge virale ${name}`,
          `${name} charge virale`,
          `${acid === 'RNA' ? 'arn' : 'adn'} ${name}`,
          `${name} ${acid === 'RNA' ? 'arn' : 'adn'}`,
          `${name} viral load`,
        ]),
      ]),
      [
        `${loinc} Ab avidity`,
        written((name) => [
          `avidité ${name}`,
          `${name} avidité`,
          `avidité igg ${name}`,
          `${name} igg avidité`,
          `indice avidité ${name}`,
        ]),
      ],
    ];
  }),
);

/** Serology: hepatitis B markers, combined tests, reagins; and antibodies by agent. */
export const SEROLOGY: LexiconTable = {
  // French laboratories have to look for antibodies and p24 antigen together.
  'HIV 1+2 Ab+HIV1 p24 Ag':
    'vih, vih combiné, vih 1 2, vih 1+2, vih ag ac, vih combi, dépistage vih, vih 1 2 ag p24, sérologie vih, hiv combo, hiv ag ac, vih 4eme génération, vih ac ag, vih ag p24 ac, vih 1 et 2, test combiné vih, vih depistage, ac anti vih 1 2 ag p24, anti vih 1 2',
  ...BY_AGENT,
  'Hepatitis B virus surface Ag':
    'ag hbs, antigène hbs, hbsag, aghbs, antigene hbs, hbs ag, hépatite b antigène hbs, hépatite b ag hbs, hbsag hépatite b, hépatite b hbsag, antigène hbs vhb, hbs antigène',
  'Hepatitis B virus surface Ab':
    'ac anti hbs, anti hbs, anticorps anti hbs, ac hbs, hépatite b anticorps anti hbs, hépatite b ac anti hbs, hbsab, ac antihbs, achbs, antihbs, hbs ac, hbs anticorps',
  'Hepatitis B virus core Ab':
    'ac anti hbc, anti hbc, anticorps anti hbc, ac anti hbc totaux, hbc totaux, anti hbc totaux, hépatite b ac anti hbc, hbcab, achbc, antihbc, ac hbc, ac anti hbc total, anticorps anti hbc totaux, anti hbc total, hbc',
  'Hepatitis B virus core Ab.IgM':
    'ac anti hbc igm, anti hbc igm, igm anti hbc, hbc igm, anticorps anti hbc igm, hépatite b igm anti hbc, igm hbc',
  'Hepatitis B virus little e Ag': 'ag hbe, antigène hbe, hbeag, aghbe, hbe ag',
  'Hepatitis B virus e Ag': 'ag hbe, antigène hbe, hbeag, aghbe, hbe ag',
  'Hepatitis B virus little e Ab': 'ac anti hbe, anti hbe, anticorps anti hbe, achbe, antihbe, ac hbe',
  'Hepatitis B virus e Ab': 'ac anti hbe, anti hbe, anticorps anti hbe, achbe, antihbe, ac hbe',
  'Hepatitis D virus Ag': 'ag delta, antigène delta',
  'HIV 1 p24 Ag': 'antigène p24, ag p24, ag p24 vih',
  'HIV 1 & 2 Ab band pattern': 'western blot vih, vih western blot, hiv western blot, vih immunoblot, confirmation vih',
  'Reagin Ab':
    'vdrl, rpr, syphilis vdrl, syphilis rpr, rapid plasma reagin, syphilis test non tréponémique, syphilis, test non tréponémique',
  'Heterophile Ab':
    'mni test, mni, mononucléose infectieuse, paul bunnell, mononucléose, monospot, mono spot, paul bunnell davidsohn, mnitest, mono test',
  'Streptodornase B Ab': 'antistreptodornase, asd, antistreptodornases, anti dnase b, antistreptodornases b, asdor',
  'Streptokinase Ab': 'antistreptokinase, anti streptokinase',
  'Cryptococcus sp Ag': 'antigène cryptocoque, ag cryptocoque, cryptocoque antigène, antigène cryptococcique, cryptocoque',
  'Cryptococcus neoformans Ag': 'antigène cryptocoque, ag cryptocoque, cryptocoque antigène, antigène cryptococcique',
  'Galactomannan Ag': 'galactomannane, antigène aspergillaire, ag aspergillaire, antigène aspergillus, galactomannane aspergillus',
  'Aspergillus galactomannan Ag': 'galactomannane, antigène aspergillaire, ag aspergillaire, antigène aspergillus',
  '1,3 beta glucan': 'bêta d glucane, 1 3 beta d glucane, bêta glucane, beta glucanes',
  'Mannan Ag': 'mannane, antigène mannane, candida mannane',
  'Mycobacterium tuberculosis stimulated gamma interferon':
    'quantiféron, quantiferon tb, interféron gamma tuberculose, igra, test igra, quantiferon tb gold',
  'Mycobacterium tuberculosis stimulated gamma interferon release by T-cells': 'quantiféron, quantiferon tb, igra',
};

/** Viruses, bacteria and fungi sought by antigen or genome; cultures. */
export const MICROBIOLOGY: LexiconTable = {
  'Hepatitis C virus RNA':
    'arn vhc, charge virale vhc, pcr vhc, arn hépatite c, vhc arn, hcv rna, vhc pcr, charge virale hépatite c, vhc charge virale, hepatitis c viral load, arn viral c, arn du vhc, hépatite c pcr, hépatite c charge virale, hépatite c viral load, hcv viral load',
  'Hepatitis B virus DNA':
    'adn vhb, charge virale vhb, pcr vhb, adn hépatite b, vhb adn, hbv dna, vhb pcr, charge virale hépatite b, vhb charge virale, hepatitis b viral load, adn viral b, adn du vhb, hépatite b pcr, vhb, hépatite b charge virale, hbv viral load',
  'Hepatitis C virus genotype': 'génotype vhc, génotypage vhc',
  'Hepatitis B virus genotype': 'génotype vhb',
  'HIV 1 RNA':
    'charge virale vih, arn vih, arn vih 1, pcr vih, vih charge virale, vih 1 arn, charge virale vih 1, hiv 1 viral load, hiv rna, hiv viral load, vih1 arn, vih 1 charge virale, arn plasmatique vih',
  'Cytomegalovirus DNA': 'pcr cmv, charge virale cmv, adn cmv, cmv pcr, cmv adn, cytomegalovirus viral load, cmv charge virale',
  'Epstein Barr virus DNA': 'pcr ebv, charge virale ebv, adn ebv, ebv pcr, ebv charge virale',
  'Herpes simplex virus DNA': 'pcr hsv, pcr herpès, adn hsv, hsv pcr',
  'Varicella zoster virus DNA': 'pcr vzv, adn vzv, vzv pcr',
  'BK virus DNA': 'pcr bk virus, bk virus, charge virale bk, virus bk',
  'Human papilloma virus': 'hpv, papillomavirus, test hpv, hpv haut risque',
  'Human papilloma virus DNA': 'hpv, papillomavirus, test hpv, adn hpv, papillomavirus humain, hpv haut risque',
  'SARS coronavirus 2 RNA':
    'pcr covid, rt pcr covid, sars cov 2 pcr, rt pcr sars cov 2, pcr sars cov 2, covid 19 pcr, covid 19, sars cov 2, coronavirus sars cov 2 arn, covid pcr, arn sars cov 2, sarscov2 pcr, covid, sars cov 2 arn, rt pcr covid 19',
  'SARS coronavirus 2 Ag':
    'antigène covid, test antigénique covid, sars cov 2 antigène, ag sars cov 2, covid antigène, covid test antigénique, antigène sars cov 2, tdr covid, covid 19 ag, test antigénique sars cov 2',
  'Influenza virus A RNA': 'grippe a pcr, influenza a, grippe a, influenza a pcr, pcr grippe a',
  'Influenza virus B RNA': 'grippe b pcr, influenza b, grippe b, influenza b pcr, pcr grippe b',
  'Influenza virus A+B RNA': 'grippe pcr, pcr grippe, grippe',
  'Influenza virus A Ag':
    'grippe a antigène, grippe a, antigène grippe a, influenza a antigène, influenza a ag, grippe a test rapide, tdr grippe a, test antigénique grippe a',
  'Influenza virus B Ag':
    'grippe b antigène, grippe b, antigène grippe b, influenza b antigène, influenza b ag, grippe b test rapide, tdr grippe b, test antigénique grippe b',
  'Influenza virus A+B Ag': 'grippe a b antigène, grippe antigène, grippe a b, antigène grippe',
  'Respiratory syncytial virus RNA': 'vrs pcr, virus respiratoire syncytial, pcr vrs, vrs, rsv pcr',
  'Respiratory syncytial virus Ag':
    'vrs antigène, ag vrs, virus respiratoire syncytial antigène, vrs, virus respiratoire syncytial, antigène vrs, vrs test rapide',
  'Human metapneumovirus RNA': 'métapneumovirus, metapneumovirus pcr, human metapneumovirus, hmpv',
  'Rhinovirus+Enterovirus RNA': 'rhinovirus entérovirus, rhinovirus',
  'Adenovirus DNA': 'adénovirus pcr, pcr adénovirus, adenovirus',
  'Adenovirus Ag': 'adénovirus antigène, adénovirus, adénovirus selles, ag adénovirus, adenovirus 40 41',
  'Rotavirus Ag': 'rotavirus, rotavirus antigène, ag rotavirus, antigène rotavirus',
  'Norovirus Ag': 'norovirus, norovirus antigène',
  'Norovirus RNA': 'norovirus pcr, norovirus',
  'Enterovirus RNA': 'entérovirus pcr, entérovirus, pcr entérovirus',
  'Streptococcus pyogenes Ag':
    'tdr angine, strepto a, streptocoque a, test angine, strep a, streptotest, test rapide angine, streptocoque a antigène, tdr streptocoque a, streptocoque groupe a, test rapide streptocoque a, streptocoque du groupe a antigène, strepto a tdr, angine tdr',
  'Streptococcus agalactiae':
    'streptocoque b, strepto b, streptocoque du groupe b, recherche streptocoque b, streptococcus agalactiae, sgb, streptocoque groupe b',
  'Streptococcus pneumoniae Ag':
    'antigène pneumocoque, pneumocoque antigène, antigénurie pneumocoque, ag pneumocoque, pneumocoque antigène urinaire, antigène urinaire pneumocoque, pneumocoque',
  'Legionella pneumophila 1 Ag':
    'antigène légionelle, antigénurie légionelle, légionelle antigène, ag legionella, legionella antigène urinaire, antigène urinaire légionelle, antigénurie legionella, antigène legionella, antigène légionella, antigène soluble légionelle',
  'Legionella pneumophila Ag':
    'antigène légionelle, antigénurie légionelle, légionelle antigène, ag legionella, legionella antigène urinaire, antigène legionella',
  'Chlamydia trachomatis DNA':
    'pcr chlamydia, chlamydia trachomatis pcr, chlamydia trachomatis, chlamydia, chlamydia pcr, pcr chlamydia trachomatis, chlamydiae trachomatis',
  'Chlamydia trachomatis rRNA': 'chlamydia trachomatis, chlamydia, chlamydia tma',
  'Neisseria gonorrhoeae DNA':
    'pcr gonocoque, gonocoque, gonocoque pcr, neisseria gonorrhoeae, neisseria gonorrhoeae pcr, pcr neisseria gonorrhoeae',
  'Neisseria gonorrhoeae rRNA': 'gonocoque, neisseria gonorrhoeae',
  'Neisseria gonorrhoeae': 'gonocoque culture, recherche de gonocoque, neisseria gonorrhoeae',
  'Mycoplasma genitalium DNA': 'mycoplasma genitalium, pcr mycoplasma genitalium',
  'Mycoplasma hominis': 'mycoplasma hominis, mycoplasme hominis',
  'Ureaplasma urealyticum': 'ureaplasma urealyticum, ureaplasma, uréaplasme',
  'Trichomonas vaginalis': 'trichomonas vaginalis, trichomonas',
  'Mycoplasma pneumoniae DNA': 'mycoplasma pneumoniae pcr, pcr mycoplasma pneumoniae, mycoplasma pneumoniae',
  'Bordetella pertussis DNA': 'pcr coqueluche, coqueluche pcr, coqueluche, bordetella pertussis pcr',
  'Clostridioides difficile toxin A+B':
    'toxine clostridium difficile, toxines a b clostridium, clostridium difficile toxines, toxines clostridium difficile, clostridium difficile, c difficile, clostridioides difficile toxines, toxines a et b clostridium',
  'Clostridium difficile toxin A+B':
    'toxine clostridium difficile, toxines a b clostridium, clostridium difficile toxines, toxines clostridium difficile, clostridium difficile, c difficile, clostridioides difficile toxines',
  'Clostridioides difficile glutamate dehydrogenase':
    'gdh clostridium difficile, clostridium difficile gdh, gdh, c difficile gdh, ag gdh clostridium difficile',
  'Clostridium difficile glutamate dehydrogenase': 'gdh clostridium difficile, clostridium difficile gdh, gdh',
  'Clostridioides difficile toxin genes':
    'pcr clostridium difficile, clostridium difficile pcr, c diff pcr, clostridioides difficile pcr',
  'Clostridium difficile toxin genes': 'pcr clostridium difficile, clostridium difficile pcr, c diff pcr',
  'Helicobacter pylori Ag':
    'antigène helicobacter pylori, helicobacter pylori antigène, helicobacter pylori selles, ag helicobacter pylori, hp ag selles',
  'Helicobacter pylori': 'test respiratoire helicobacter, helikit, test respiratoire urée, breath test, test à urée marquée',
  'Mycobacterium tuberculosis complex DNA':
    'pcr tuberculose, pcr bk, pcr mycobactéries, mycobacterium tuberculosis pcr, genexpert tuberculose, pcr mycobacterium tuberculosis',
  'Mycobacterium sp identified':
    'culture mycobactéries, mycobactéries, culture bk, recherche de mycobactéries, bk culture, culture de mycobactéries, bk',
  'Microscopic observation @by acidfast':
    'baar, bk examen direct, bacilles acido alcoolo résistants, recherche baar, ziehl, ziehl neelsen, auramine, baar auramine, examen direct bk',
  'Microscopic observation @by gram':
    'gram, coloration gram, examen direct gram, examen direct après coloration de gram, gram direct',
  'Microscopic observation': 'examen direct, examen microscopique, examen microscopique direct',
  'Bacteria identified':
    'culture, ecbu, hémoculture, coproculture, culture bactérienne, hémoc, germe identifié, identification, examen cytobactériologique, bactéries, culture bactériologique, germe, identification bactérienne, ecbu culture, uroculture, bactériologie, cytobactériologique, recherche des bactéries, identification germe, hémocultures, aérobie',
  'Bacteria identified @Bld': 'hémoculture, hémoc, hémocultures, hémoculture aérobie, hémoculture anaérobie, hemoc aerobie',
  'Bacteria identified @Urine':
    'ecbu, uroculture, culture ecbu, examen cytobactériologique des urines, ecbu culture, ecbu germe, cytobactériologique urines, culture urinaire',
  'Bacteria identified @Stool': 'coproculture, coproculture standard',
  'Bacteria identified @CSF': 'culture lcr',
  'Bacteria identified @Sputum': 'ecbc, examen cytobactériologique des crachats',
  'Fungus identified':
    'mycologie, culture mycologique, champignons, examen mycologique, recherche de champignons, levures culture, mycologique, identification levure',
  'Ova & parasites identified':
    'parasitologie des selles, examen parasitologique, parasites, eps selles, métazoaires, parasitologie, examen parasitologique des selles, kopa, parasitologique, examen parasitologique selles, oeufs et parasites, o p',
  'Salmonella & Shigella sp identified': 'salmonelles shigelles, salmonella shigella, recherche salmonella shigella',
  'Campylobacter sp identified': 'campylobacter, recherche de campylobacter',
  'Virus identified': 'culture virale',
  Bacteria: 'bactériurie, numération germes, bactéries, numération bactérienne, numération des germes, bactérie, flore, germes',
  'Colony count': 'numération germes, numération bactérienne, numération',
  'Giardia lamblia Ag': 'giardia antigène, antigène giardia, giardia, lambliase, giardia intestinalis',
  'Cryptosporidium sp': 'cryptosporidies, cryptosporidium, recherche de cryptosporidies',
  'Microfilaria identified': 'microfilaires, microfilaire, filaire',
  'Enterobius vermicularis': 'scotch test, oxyures, oxyurose, enterobius vermicularis',
  'Pneumocystis jirovecii': 'pneumocystis, pneumocystis jirovecii, pneumocystis carinii',
  'Staphylococcus aureus.methicillin resistant DNA': 'mrsa pcr, sarm pcr, pcr sarm, mrsa',
  'Methicillin resistant Staphylococcus aureus': 'sarm, mrsa, recherche de sarm, dépistage sarm',
  'Staphylococcus aureus.methicillin resistant isolate': 'sarm, mrsa, dépistage sarm',
  'Staphylococcus aureus DNA': 'staphylocoque doré pcr',
  'Carbapenem resistant Enterobacteriaceae': 'epc, bhre, dépistage epc, dépistage bhre',
  'Beta lactamase.extended spectrum': 'blse, dépistage blse, recherche de blse',
  'Vancomycin resistant enterococcus': 'erv, dépistage erv, enterocoque résistant vancomycine',
  'Bacterial vaginosis score': 'score de nugent, nugent, vaginose bactérienne',
  Susceptibility: 'antibiogramme',
  'Human coronavirus RNA': 'coronavirus saisonniers',
};

/** Antibiotics as an antibiogram lists them. */
export const ANTIBIOTICS: LexiconTable = {
  Amoxicillin: 'amoxicilline, amx, amox',
  'Amoxicillin+Clavulanate':
    'amoxicilline acide clavulanique, amoxicilline clavulanate, augmentin, amc, amoxicilline ac clavulanique, amoxicilline + acide clavulanique, amox clav',
  Ampicillin: 'ampicilline, amp',
  'Ampicillin+Sulbactam': 'ampicilline sulbactam',
  Penicillin: 'pénicilline g, pénicilline, péni g, benzylpénicilline',
  Oxacillin: 'oxacilline, oxa',
  Cefoxitin: 'céfoxitine, fox',
  Ticarcillin: 'ticarcilline, tic',
  'Ticarcillin+Clavulanate': 'ticarcilline acide clavulanique, tcc',
  Piperacillin: 'pipéracilline, pip',
  'Piperacillin+Tazobactam': 'pipéracilline tazobactam, tazocilline, tzp, pipéra tazo, piperacilline + tazobactam',
  Temocillin: 'témocilline',
  Mecillinam: 'mécillinam, pivmécillinam, mec',
  Cefalexin: 'céfalexine, cephalexin',
  ceFAZolin: 'céfazoline',
  Cefuroxime: 'céfuroxime',
  Cefixime: 'céfixime, cfm',
  cefTRIAXone: 'ceftriaxone, cro, rocéphine',
  Cefotaxime: 'céfotaxime, ctx',
  cefTAZidime: 'ceftazidime, caz',
  Cefepime: 'céfépime, fep',
  Aztreonam: 'aztréonam, atm',
  Imipenem: 'imipénème, ipm, imipenem',
  Meropenem: 'méropénème, mem, meropenem',
  Ertapenem: 'ertapénème, etp, ertapenem',
  Gentamicin: 'gentamicine, gmn, gentamycine',
  Tobramycin: 'tobramycine, tmn',
  Amikacin: 'amikacine, amk',
  Netilmicin: 'nétilmicine',
  Nalidixate: 'acide nalidixique, ac nalidixique',
  Norfloxacin: 'norfloxacine',
  Ofloxacin: 'ofloxacine, ofx',
  levoFLOXacin: 'lévofloxacine, lvx',
  Ciprofloxacin: 'ciprofloxacine, cip',
  Moxifloxacin: 'moxifloxacine',
  'Trimethoprim+Sulfamethoxazole':
    'cotrimoxazole, triméthoprime sulfaméthoxazole, bactrim, sxt, triméthoprime + sulfaméthoxazole, trimethoprime sulfamides',
  Trimethoprim: 'triméthoprime',
  Nitrofurantoin: 'nitrofurantoïne, furanes, nitrofuranes',
  Fosfomycin: 'fosfomycine, fos, fosfomycine trométamol',
  Vancomycin: 'vancomycine, van',
  Teicoplanin: 'teicoplanine, tec',
  Linezolid: 'linézolide, lzd',
  Daptomycin: 'daptomycine',
  Erythromycin: 'érythromycine, ery',
  Clindamycin: 'clindamycine, cli',
  Lincomycin: 'lincomycine',
  Pristinamycin: 'pristinamycine, pri, pyostacine',
  Tetracycline: 'tétracycline, tét, tétracyclines',
  Doxycycline: 'doxycycline',
  Minocycline: 'minocycline',
  Tigecycline: 'tigécycline',
  Rifampin: 'rifampicine, rif, rifampin',
  Fusidate: 'acide fusidique, fus, fucidine',
  Chloramphenicol: 'chloramphénicol',
  Colistin: 'colistine, col, polymyxine e',
  metroNIDAZOLE: 'métronidazole, flagyl',
  Isoniazid: 'isoniazide, inh',
  Ethambutol: 'éthambutol',
  Pyrazinamide: 'pyrazinamide',
  Streptomycin: 'streptomycine',
  Fluconazole: 'fluconazole',
  'Amphotericin B': 'amphotéricine b',
  Caspofungin: 'caspofungine',
  'Gentamicin.high potency': 'gentamicine haut niveau',
};
