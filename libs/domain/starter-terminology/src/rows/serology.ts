/** Serology of infections. Columns: see `readRows`. */
export const SEROLOGY = `
56888-1 | HIV 1+2 Ab+HIV1 p24 Ag | PrThr | Pt | Ser/Plas | Ord | IA | HIV 1+2 Ab+HIV1 p24 Ag [Presence] in Serum or Plasma by Immunoassay | VIH 1 et 2; anticorps et antigène p24; test combiné; dépistage VIH |
58900-2 | HIV 1+2 Ab+HIV1 p24 Ag | ACnc | Pt | Ser/Plas | Qn | IA | HIV 1+2 Ab+HIV1 p24 Ag [Units/volume] in Serum or Plasma by Immunoassay | VIH 1 et 2; anticorps et antigène p24; test combiné; indice | {Index_val}
31201-7 | HIV 1+2 Ab | PrThr | Pt | Ser/Plas | Ord | IA | HIV 1+2 Ab [Presence] in Serum or Plasma by Immunoassay | VIH 1 et 2; anticorps |
18396-2 | HIV 1 p24 Ag | PrThr | Pt | Ser/Plas | Ord | IA | HIV 1 p24 Ag [Presence] in Serum or Plasma by Immunoassay | VIH 1; antigène p24 |
5221-7 | HIV 1 Ab | PrThr | Pt | Ser/Plas | Ord | IB | HIV 1 Ab [Presence] in Serum or Plasma by Immunoblot | VIH 1; western blot; confirmation |
33806-1 | HIV 2 Ab.IgG | PrThr | Pt | Ser | Ord | IB | HIV 2 IgG Ab [Presence] in Serum by Immunoblot | VIH 2; western blot; confirmation |
5196-1 | Hepatitis B virus surface Ag | PrThr | Pt | Ser/Plas | Ord | IA | Hepatitis B virus surface Ag [Presence] in Serum or Plasma by Immunoassay | hépatite B; antigène HBs; AgHBs |
63557-3 | Hepatitis B virus surface Ag | ACnc | Pt | Ser/Plas | Qn | IA | Hepatitis B virus surface Ag [Units/volume] in Serum or Plasma by Immunoassay | hépatite B; antigène HBs; AgHBs; quantification | k[IU]/L
7905-3 | Hepatitis B virus surface Ag | PrThr | Pt | Ser/Plas | Ord | Neut | Hepatitis B virus surface Ag [Presence] in Serum or Plasma by Neutralization test | hépatite B; antigène HBs; neutralisation; confirmation |
10900-9 | Hepatitis B virus surface Ab | PrThr | Pt | Ser | Ord | IA | Hepatitis B virus surface Ab [Presence] in Serum by Immunoassay | hépatite B; anticorps anti-HBs |
5193-8 | Hepatitis B virus surface Ab | ACnc | Pt | Ser/Plas | Qn | IA | Hepatitis B virus surface Ab [Units/volume] in Serum or Plasma by Immunoassay | hépatite B; anticorps anti-HBs; titrage | m[IU]/mL; [IU]/L
16935-9 | Hepatitis B virus surface Ab | ACnc | Pt | Ser | Qn |  | Hepatitis B virus surface Ab [Units/volume] in Serum | hépatite B; anticorps anti-HBs; titrage | m[IU]/mL; [IU]/L
13952-7 | Hepatitis B virus core Ab | PrThr | Pt | Ser/Plas | Ord | IA | Hepatitis B virus core Ab [Presence] in Serum or Plasma by Immunoassay | hépatite B; anticorps anti-HBc totaux |
16933-4 | Hepatitis B virus core Ab | PrThr | Pt | Ser | Ord |  | Hepatitis B virus core Ab [Presence] in Serum | hépatite B; anticorps anti-HBc totaux |
24113-3 | Hepatitis B virus core Ab.IgM | PrThr | Pt | Ser/Plas | Ord | IA | Hepatitis B virus core IgM Ab [Presence] in Serum or Plasma by Immunoassay | hépatite B; anticorps anti-HBc; IgM |
13954-3 | Hepatitis B virus little e Ag | PrThr | Pt | Ser/Plas | Ord | IA | Hepatitis B virus e Ag [Presence] in Serum or Plasma by Immunoassay | hépatite B; antigène HBe; AgHBe |
13953-5 | Hepatitis B virus little e Ab | PrThr | Pt | Ser/Plas | Ord | IA | Hepatitis B virus e Ab [Presence] in Serum or Plasma by Immunoassay | hépatite B; anticorps anti-HBe |
13955-0 | Hepatitis C virus Ab | PrThr | Pt | Ser/Plas | Ord | IA | Hepatitis C virus Ab [Presence] in Serum or Plasma by Immunoassay | hépatite C; anticorps anti-VHC |
16128-1 | Hepatitis C virus Ab | PrThr | Pt | Ser | Ord |  | Hepatitis C virus Ab [Presence] in Serum | hépatite C; anticorps anti-VHC |
5199-5 | Hepatitis C virus Ab | PrThr | Pt | Ser | Ord | IB | Hepatitis C virus Ab [Presence] in Serum by Immunoblot | hépatite C; anticorps anti-VHC; confirmation; immunoblot |
13951-9 | Hepatitis A virus Ab | PrThr | Pt | Ser | Ord | IA | Hepatitis A virus Ab [Presence] in Serum by Immunoassay | hépatite A; anticorps anti-VHA totaux |
13950-1 | Hepatitis A virus Ab.IgM | PrThr | Pt | Ser/Plas | Ord | IA | Hepatitis A virus IgM Ab [Presence] in Serum or Plasma by Immunoassay | hépatite A; anticorps anti-VHA; IgM |
5183-9 | Hepatitis A virus Ab | ACnc | Pt | Ser/Plas | Qn | IA | Hepatitis A virus Ab [Units/volume] in Serum or Plasma by Immunoassay | hépatite A; anticorps anti-VHA totaux; titrage | [IU]/L
22330-5 | Hepatitis D virus Ab | ACnc | Pt | Ser | Qn |  | Hepatitis D virus Ab [Units/volume] in Serum | hépatite D; hépatite delta; anticorps anti-VHD |
8014-3 | Rubella virus Ab.IgG | ACnc | Pt | Ser | Qn |  | Rubella virus IgG Ab [Units/volume] in Serum | rubéole; anticorps IgG; titrage | [IU]/mL
5334-8 | Rubella virus Ab.IgG | ACnc | Pt | Ser/Plas | Qn | IA | Rubella virus IgG Ab [Units/volume] in Serum or Plasma by Immunoassay | rubéole; anticorps IgG; titrage | [IU]/mL
25514-1 | Rubella virus Ab.IgG | PrThr | Pt | Ser | Ord |  | Rubella virus IgG Ab [Presence] in Serum | rubéole; anticorps IgG |
8015-0 | Rubella virus Ab.IgM | ACnc | Pt | Ser | Qn |  | Rubella virus IgM Ab [Units/volume] in Serum | rubéole; anticorps IgM |
5335-5 | Rubella virus Ab.IgM | ACnc | Pt | Ser | Qn | IA | Rubella virus IgM Ab [Units/volume] in Serum by Immunoassay | rubéole; anticorps IgM |
8039-0 | Toxoplasma gondii Ab.IgG | ACnc | Pt | Ser | Qn |  | Toxoplasma gondii IgG Ab [Units/volume] in Serum | toxoplasmose; anticorps IgG; titrage | [IU]/mL
5388-4 | Toxoplasma gondii Ab.IgG | ACnc | Pt | Ser/Plas | Qn | IA | Toxoplasma gondii IgG Ab [Units/volume] in Serum or Plasma by Immunoassay | toxoplasmose; anticorps IgG; titrage | [IU]/mL
22580-5 | Toxoplasma gondii Ab.IgG | PrThr | Pt | Ser | Ord |  | Toxoplasma gondii IgG Ab [Presence] in Serum | toxoplasmose; anticorps IgG |
8040-8 | Toxoplasma gondii Ab.IgM | ACnc | Pt | Ser | Qn |  | Toxoplasma gondii IgM Ab [Units/volume] in Serum | toxoplasmose; anticorps IgM |
5390-0 | Toxoplasma gondii Ab.IgM | ACnc | Pt | Ser | Qn | IA | Toxoplasma gondii IgM Ab [Units/volume] in Serum by Immunoassay | toxoplasmose; anticorps IgM |
40678-5 | Toxoplasma gondii Ab.IgM | PrThr | Pt | Ser/Plas | Ord | IA | Toxoplasma gondii IgM Ab [Presence] in Serum or Plasma by Immunoassay | toxoplasmose; anticorps IgM |
7852-7 | Cytomegalovirus Ab.IgG | ACnc | Pt | Ser/Plas | Qn |  | Cytomegalovirus IgG Ab [Units/volume] in Serum or Plasma | cytomégalovirus; CMV; anticorps IgG | U/mL
5124-3 | Cytomegalovirus Ab.IgG | ACnc | Pt | Ser/Plas | Qn | IA | Cytomegalovirus IgG Ab [Units/volume] in Serum or Plasma by Immunoassay | cytomégalovirus; CMV; anticorps IgG | U/mL
22244-8 | Cytomegalovirus Ab.IgG | PrThr | Pt | Ser/Plas | Ord |  | Cytomegalovirus IgG Ab [Presence] in Serum or Plasma | cytomégalovirus; CMV; anticorps IgG |
5126-8 | Cytomegalovirus Ab.IgM | ACnc | Pt | Ser/Plas | Qn | IA | Cytomegalovirus IgM Ab [Units/volume] in Serum or Plasma by Immunoassay | cytomégalovirus; CMV; anticorps IgM |
24119-0 | Cytomegalovirus Ab.IgM | PrThr | Pt | Ser/Plas | Ord | IA | Cytomegalovirus IgM Ab [Presence] in Serum or Plasma by Immunoassay | cytomégalovirus; CMV; anticorps IgM |
30325-5 | Cytomegalovirus Ab.IgM | PrThr | Pt | Ser/Plas | Ord |  | Cytomegalovirus IgM Ab [Presence] in Serum or Plasma | cytomégalovirus; CMV; anticorps IgM |
52984-2 | Cytomegalovirus Ab.IgG avidity | Ratio | Pt | Ser/Plas | Qn | IA | Cytomegalovirus IgG Ab avidity [Ratio] in Serum or Plasma by Immunoassay | cytomégalovirus; CMV; avidité des IgG | %
7885-7 | Epstein Barr virus capsid Ab.IgG | ACnc | Pt | Ser | Qn |  | Epstein Barr virus capsid IgG Ab [Units/volume] in Serum | virus d'Epstein-Barr; EBV; anticorps anti-VCA; IgG | U/mL
24114-1 | Epstein Barr virus capsid Ab.IgG | PrThr | Pt | Ser | Ord | IA | Epstein Barr virus capsid IgG Ab [Presence] in Serum by Immunoassay | virus d'Epstein-Barr; EBV; anticorps anti-VCA; IgG |
7886-5 | Epstein Barr virus capsid Ab.IgM | ACnc | Pt | Ser | Qn |  | Epstein Barr virus capsid IgM Ab [Units/volume] in Serum | virus d'Epstein-Barr; EBV; anticorps anti-VCA; IgM | U/mL
24115-8 | Epstein Barr virus capsid Ab.IgM | PrThr | Pt | Ser | Ord | IA | Epstein Barr virus capsid IgM Ab [Presence] in Serum by Immunoassay | virus d'Epstein-Barr; EBV; anticorps anti-VCA; IgM |
31374-2 | Epstein Barr virus nuclear Ab.IgG | ACnc | Pt | Ser | Qn |  | Epstein Barr virus nuclear IgG Ab [Units/volume] in Serum | virus d'Epstein-Barr; EBV; anticorps anti-EBNA; IgG | U/mL
5156-5 | Epstein Barr virus nuclear Ab.IgG | PrThr | Pt | Ser | Ord | IA | Epstein Barr virus nuclear IgG Ab [Presence] in Serum by Immunoassay | virus d'Epstein-Barr; EBV; anticorps anti-EBNA; IgG |
31418-7 | Heterophile Ab | PrThr | Pt | Ser | Ord |  | Heterophile Ab [Presence] in Serum | mononucléose infectieuse; MNI test; anticorps hétérophiles |
5213-4 | Heterophile Ab | PrThr | Pt | Ser | Ord | LA | Heterophile Ab [Presence] in Serum by Latex agglutination | mononucléose infectieuse; MNI test; anticorps hétérophiles; latex |
24110-9 | Treponema pallidum Ab | PrThr | Pt | Ser | Ord | IA | Treponema pallidum Ab [Presence] in Serum by Immunoassay | syphilis; tréponème; TPHA; anticorps totaux; dépistage |
22587-0 | Treponema pallidum Ab | PrThr | Pt | Ser | Ord |  | Treponema pallidum Ab [Presence] in Serum | syphilis; tréponème; anticorps totaux |
8041-6 | Treponema pallidum Ab | PrThr | Pt | Ser | Ord | HA | Treponema pallidum Ab [Presence] in Serum by Hemagglutination | syphilis; TPHA; hémagglutination |
26009-1 | Treponema pallidum Ab | Titr | Pt | Ser | Qn | HA | Treponema pallidum Ab [Titer] in Serum by Hemagglutination | syphilis; TPHA; hémagglutination; titre | {titer}
5292-8 | Reagin Ab | PrThr | Pt | Ser | Ord | VDRL | Reagin Ab [Presence] in Serum by VDRL | syphilis; VDRL |
50690-7 | Reagin Ab | Titr | Pt | Ser | Qn | VDRL | Reagin Ab [Titer] in Serum by VDRL | syphilis; VDRL; titre | {titer}
20507-0 | Reagin Ab | PrThr | Pt | Ser | Ord | RPR | Reagin Ab [Presence] in Serum by RPR | syphilis; RPR |
31147-2 | Reagin Ab | Titr | Pt | Ser | Qn | RPR | Reagin Ab [Titer] in Serum by RPR | syphilis; RPR; titre | {titer}
40679-3 | Treponema pallidum Ab.IgG | PrThr | Pt | Ser | Ord | IB | Treponema pallidum IgG Ab [Presence] in Serum by Immunoblot | syphilis; western blot; immunoblot; IgG |
7817-0 | Borrelia burgdorferi Ab.IgG | ACnc | Pt | Ser | Qn |  | Borrelia burgdorferi IgG Ab [Units/volume] in Serum | maladie de Lyme; borréliose; anticorps IgG |
5062-5 | Borrelia burgdorferi Ab.IgG | ACnc | Pt | Ser | Qn | IA | Borrelia burgdorferi IgG Ab [Units/volume] in Serum by Immunoassay | maladie de Lyme; borréliose; anticorps IgG |
5064-1 | Borrelia burgdorferi Ab.IgM | ACnc | Pt | Ser | Qn | IA | Borrelia burgdorferi IgM Ab [Units/volume] in Serum by Immunoassay | maladie de Lyme; borréliose; anticorps IgM |
11006-4 | Borrelia burgdorferi Ab | PrThr | Pt | Ser | Ord |  | Borrelia burgdorferi Ab [Presence] in Serum | maladie de Lyme; borréliose; anticorps totaux |
8047-3 | Varicella zoster virus Ab.IgG | ACnc | Pt | Ser | Qn |  | Varicella zoster virus IgG Ab [Units/volume] in Serum | varicelle; zona; VZV; anticorps IgG; titrage |
19162-7 | Varicella zoster virus Ab.IgG | PrThr | Pt | Ser | Ord |  | Varicella zoster virus IgG Ab [Presence] in Serum | varicelle; zona; VZV; anticorps IgG |
15410-4 | Varicella zoster virus Ab.IgG | PrThr | Pt | Ser | Ord | IA | Varicella zoster virus IgG Ab [Presence] in Serum by Immunoassay | varicelle; zona; VZV; anticorps IgG |
5404-9 | Varicella zoster virus Ab.IgM | ACnc | Pt | Ser | Qn | IA | Varicella zoster virus IgM Ab [Units/volume] in Serum by Immunoassay | varicelle; zona; VZV; anticorps IgM |
20479-2 | Measles virus Ab.IgG | PrThr | Pt | Ser | Ord |  | Measles virus IgG Ab [Presence] in Serum | rougeole; anticorps IgG |
35275-7 | Measles virus Ab.IgG | PrThr | Pt | Ser | Ord | IA | Measles virus IgG Ab [Presence] in Serum by Immunoassay | rougeole; anticorps IgG |
22415-4 | Mumps virus Ab.IgG | PrThr | Pt | Ser | Ord |  | Mumps virus IgG Ab [Presence] in Serum | oreillons; anticorps IgG |
6476-6 | Mumps virus Ab.IgG | PrThr | Pt | Ser | Ord | IA | Mumps virus IgG Ab [Presence] in Serum by Immunoassay | oreillons; anticorps IgG |
17850-9 | Herpes simplex virus 1 Ab.IgG | PrThr | Pt | Ser | Ord |  | Herpes simplex virus 1 IgG Ab [Presence] in Serum | herpès 1; HSV1; anticorps IgG |
51916-5 | Herpes simplex virus 1 Ab.IgG | PrThr | Pt | Ser/Plas | Ord | IA | Herpes simplex virus 1 IgG Ab [Presence] in Serum or Plasma by Immunoassay | herpès 1; HSV1; anticorps IgG |
17851-7 | Herpes simplex virus 2 Ab.IgG | PrThr | Pt | Ser | Ord |  | Herpes simplex virus 2 IgG Ab [Presence] in Serum | herpès 2; HSV2; anticorps IgG |
43180-9 | Herpes simplex virus 2 Ab.IgG | PrThr | Pt | Ser/Plas | Ord | IA | Herpes simplex virus 2 IgG Ab [Presence] in Serum or Plasma by Immunoassay | herpès 2; HSV2; anticorps IgG |
29675-6 | Parvovirus B19 Ab.IgG | PrThr | Pt | Ser | Ord |  | Parvovirus B19 IgG Ab [Presence] in Serum | parvovirus B19; anticorps IgG |
29660-8 | Parvovirus B19 Ab.IgG | PrThr | Pt | Ser | Ord | IA | Parvovirus B19 IgG Ab [Presence] in Serum by Immunoassay | parvovirus B19; anticorps IgG |
7981-4 | Parvovirus B19 Ab.IgM | PrThr | Pt | Ser | Ord |  | Parvovirus B19 IgM Ab [Presence] in Serum | parvovirus B19; anticorps IgM |
40658-7 | Parvovirus B19 Ab.IgM | PrThr | Pt | Ser | Ord | IA | Parvovirus B19 IgM Ab [Presence] in Serum by Immunoassay | parvovirus B19; anticorps IgM |
5370-2 | Streptolysin O Ab | ACnc | Pt | Ser/Plas | Qn |  | Streptolysin O Ab [Units/volume] in Serum or Plasma | antistreptolysine O; ASLO; antistreptolysines | k[IU]/L; [IU]/mL
5255-5 | Mycoplasma pneumoniae Ab.IgG | ACnc | Pt | Ser | Qn | IA | Mycoplasma pneumoniae IgG Ab [Units/volume] in Serum by Immunoassay | Mycoplasma pneumoniae; anticorps IgG |
5256-3 | Mycoplasma pneumoniae Ab.IgM | ACnc | Pt | Ser | Qn | IA | Mycoplasma pneumoniae IgM Ab [Units/volume] in Serum by Immunoassay | Mycoplasma pneumoniae; anticorps IgM |
16126-5 | Helicobacter pylori Ab.IgG | PrThr | Pt | Ser | Ord |  | Helicobacter pylori IgG Ab [Presence] in Serum | Helicobacter pylori; anticorps IgG |
17859-0 | Helicobacter pylori Ab.IgG | PrThr | Pt | Ser/Plas | Ord | IA | Helicobacter pylori IgG Ab [Presence] in Serum or Plasma by Immunoassay | Helicobacter pylori; anticorps IgG |
42330-1 | Bordetella pertussis Ab.IgG | ACnc | Pt | Ser | Qn | IA | Bordetella pertussis IgG Ab [Units/volume] in Serum by Immunoassay | coqueluche; Bordetella pertussis; anticorps IgG |
22203-4 | Clostridium tetani Ab.IgG | ACnc | Pt | Ser | Qn |  | Clostridium tetani IgG Ab [Units/volume] in Serum | tétanos; anticorps antitétaniques; IgG |
13227-4 | Corynebacterium diphtheriae Ab.IgG | ACnc | Pt | Ser | Qn |  | Corynebacterium diphtheriae IgG Ab [Units/volume] in Serum | diphtérie; anticorps antidiphtériques; IgG |
29901-6 | HTLV I+II Ab | PrThr | Pt | Ser | Ord | IA | HTLV I+II Ab [Presence] in Serum by Immunoassay | HTLV 1 et 2; anticorps |
94762-2 | SARS coronavirus 2 Ab | PrThr | Pt | Ser/Plas | Ord | IA | SARS-CoV-2 (COVID-19) Ab [Presence] in Serum or Plasma by Immunoassay | SARS-CoV-2; COVID-19; anticorps totaux |
94563-4 | SARS coronavirus 2 Ab.IgG | PrThr | Pt | Ser/Plas | Ord | IA | SARS-CoV-2 (COVID-19) IgG Ab [Presence] in Serum or Plasma by Immunoassay | SARS-CoV-2; COVID-19; anticorps IgG |
94505-5 | SARS coronavirus 2 Ab.IgG | ACnc | Pt | Ser/Plas | Qn | IA | SARS-CoV-2 (COVID-19) IgG Ab [Units/volume] in Serum or Plasma by Immunoassay | SARS-CoV-2; COVID-19; anticorps IgG; titrage |
44357-2 | Galactomannan Ag | ACnc | Pt | Ser/Plas | Qn | IA | Galactomannan Ag [Units/volume] in Serum or Plasma by Immunoassay | Aspergillus; antigène galactomannane; indice | {Index_val}
42176-8 | 1,3 beta glucan | MCnc | Pt | Ser | Qn |  | 1,3 beta glucan [Mass/volume] in Serum | bêta-D-glucane; 1,3-bêta-D-glucane | ng/L
25757-6 | Schistosoma sp Ab.IgG | ACnc | Pt | Ser | Qn | IA | Schistosoma sp IgG Ab [Units/volume] in Serum by Immunoassay | bilharziose; schistosomiase; anticorps IgG |
34376-4 | Strongyloides sp Ab.IgG | ACnc | Pt | Ser | Qn | IA | Strongyloides sp IgG Ab [Units/volume] in Serum by Immunoassay | anguillulose; strongyloïdose; anticorps IgG |
9522-4 | Entamoeba histolytica Ab.IgG | ACnc | Pt | Ser | Qn | IA | Entamoeba histolytica IgG Ab [Units/volume] in Serum by Immunoassay | amibiase; Entamoeba histolytica; anticorps IgG |
`;
