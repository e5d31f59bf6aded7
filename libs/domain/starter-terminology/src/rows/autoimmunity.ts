/** Autoantibodies. Columns: see `readRows`. */
export const AUTOIMMUNITY = `
5048-4 | Nuclear Ab | Titr | Pt | Ser | Qn | IF | Nuclear Ab [Titer] in Serum by Immunofluorescence | anticorps antinucléaires; AAN; facteurs antinucléaires | {titer}
29953-7 | Nuclear Ab | Titr | Pt | Ser | Qn |  | Nuclear Ab [Titer] in Serum | anticorps antinucléaires; AAN | {titer}
8061-4 | Nuclear Ab | PrThr | Pt | Ser | Ord |  | Nuclear Ab [Presence] in Serum | anticorps antinucléaires; AAN; dépistage |
5130-0 | DNA double strand Ab | ACnc | Pt | Ser | Qn |  | DNA double strand Ab [Units/volume] in Serum | anticorps anti-ADN natif; anti-ADN double brin | k[IU]/L
31348-6 | DNA double strand Ab | PrThr | Pt | Ser | Ord |  | DNA double strand Ab [Presence] in Serum | anticorps anti-ADN natif; anti-ADN double brin |
34187-5 | DNA double strand Ab | Titr | Pt | Ser | Qn | IF.Crithidia luciliae | DNA double strand Ab [Titer] in Serum by Immunofluorescence (IF) Crithidia luciliae | anticorps anti-ADN natif; Crithidia luciliae | {titer}
17792-3 | Sjogrens syndrome-A extractable nuclear Ab | ACnc | Pt | Ser | Qn |  | Sjogrens syndrome-A extractable nuclear Ab [Units/volume] in Serum | anticorps anti-SSA; anti-Ro |
8093-7 | Sjogrens syndrome-A extractable nuclear Ab | PrThr | Pt | Ser | Ord |  | Sjogrens syndrome-A extractable nuclear Ab [Presence] in Serum | anticorps anti-SSA; anti-Ro |
17791-5 | Sjogrens syndrome-B extractable nuclear Ab | ACnc | Pt | Ser | Qn |  | Sjogrens syndrome-B extractable nuclear Ab [Units/volume] in Serum | anticorps anti-SSB; anti-La |
8094-5 | Sjogrens syndrome-B extractable nuclear Ab | PrThr | Pt | Ser | Ord |  | Sjogrens syndrome-B extractable nuclear Ab [Presence] in Serum | anticorps anti-SSB; anti-La |
11090-8 | Smith extractable nuclear Ab | ACnc | Pt | Ser | Qn |  | Smith extractable nuclear Ab [Units/volume] in Serum | anticorps anti-Sm |
29374-6 | Ribonucleoprotein extractable nuclear Ab | ACnc | Pt | Ser | Qn |  | Ribonucleoprotein extractable nuclear Ab [Units/volume] in Serum | anticorps anti-RNP |
8091-1 | Ribonucleoprotein extractable nuclear Ab | PrThr | Pt | Ser | Ord |  | Ribonucleoprotein extractable nuclear Ab [Presence] in Serum | anticorps anti-RNP |
27416-7 | SCL-70 extractable nuclear Ab | ACnc | Pt | Ser | Qn |  | SCL-70 extractable nuclear Ab [Units/volume] in Serum | anticorps anti-Scl 70; anti-topoisomérase I |
11565-9 | Jo-1 extractable nuclear Ab | ACnc | Pt | Ser | Qn |  | Jo-1 extractable nuclear Ab [Units/volume] in Serum | anticorps anti-Jo1 |
8068-9 | Centromere Ab | ACnc | Pt | Ser | Qn |  | Centromere Ab [Units/volume] in Serum | anticorps anticentromères |
16137-2 | Centromere Ab | PrThr | Pt | Ser | Ord |  | Centromere Ab [Presence] in Serum | anticorps anticentromères |
11572-5 | Rheumatoid factor | ACnc | Pt | Ser/Plas | Qn |  | Rheumatoid factor [Units/volume] in Serum or Plasma | facteur rhumatoïde; FR | k[IU]/L
53027-9 | Cyclic citrullinated peptide Ab | ACnc | Pt | Ser | Qn |  | Cyclic citrullinated peptide Ab [Units/volume] in Serum | anticorps antipeptides citrullinés; anti-CCP; ACPA | kU/L
33935-8 | Cyclic citrullinated peptide Ab.IgG | ACnc | Pt | Ser/Plas | Qn |  | Cyclic citrullinated peptide IgG Ab [Units/volume] in Serum or Plasma | anticorps antipeptides citrullinés; anti-CCP; IgG | kU/L
8098-6 | Thyroglobulin Ab | ACnc | Pt | Ser/Plas | Qn |  | Thyroglobulin Ab [Units/volume] in Serum or Plasma | anticorps antithyroglobuline; anti-TG | k[IU]/L
8099-4 | Thyroperoxidase Ab | ACnc | Pt | Ser/Plas | Qn |  | Thyroperoxidase Ab [Units/volume] in Serum or Plasma | anticorps antithyroperoxydase; anti-TPO | k[IU]/L
5385-0 | Thyrotropin receptor Ab | ACnc | Pt | Ser | Qn |  | Thyrotropin receptor Ab [Units/volume] in Serum | anticorps antirécepteurs de la TSH; TRAK | [IU]/L
30567-2 | Thyroid stimulating immunoglobulins | ACnc | Pt | Ser | Qn |  | Thyroid stimulating immunoglobulins [Units/volume] in Serum | immunoglobulines stimulant la thyroïde; TSI |
32708-0 | Neutrophil cytoplasmic Ab.classic | Titr | Pt | Ser | Qn |  | Neutrophil cytoplasmic Ab.classic [Titer] in Serum | anticorps anticytoplasme des polynucléaires neutrophiles; cANCA | {titer}
32787-4 | Neutrophil cytoplasmic Ab.perinuclear | Titr | Pt | Ser | Qn |  | Neutrophil cytoplasmic Ab.perinuclear [Titer] in Serum | anticorps anticytoplasme des polynucléaires neutrophiles; pANCA | {titer}
17351-8 | Neutrophil cytoplasmic Ab | PrThr | Pt | Ser | Ord |  | Neutrophil cytoplasmic Ab [Presence] in Serum | anticorps anticytoplasme des polynucléaires neutrophiles; ANCA; dépistage |
6969-0 | Myeloperoxidase Ab | ACnc | Pt | Ser | Qn |  | Myeloperoxidase Ab [Units/volume] in Serum | anticorps antimyéloperoxydase; anti-MPO |
6968-2 | Proteinase 3 Ab | ACnc | Pt | Ser | Qn |  | Proteinase 3 Ab [Units/volume] in Serum | anticorps antiprotéinase 3; anti-PR3 |
49774-3 | Glomerular basement membrane Ab | ACnc | Pt | Ser | Qn |  | Glomerular basement membrane Ab [Units/volume] in Serum | anticorps antimembrane basale glomérulaire; anti-MBG |
20483-4 | Mitochondria Ab | Titr | Pt | Ser | Qn |  | Mitochondria Ab [Titer] in Serum | anticorps antimitochondries | {titer}
17284-1 | Mitochondria Ab | PrThr | Pt | Ser | Ord | IF | Mitochondria Ab [Presence] in Serum by Immunofluorescence | anticorps antimitochondries |
32220-6 | Liver kidney microsomal 1 Ab | ACnc | Pt | Ser | Qn |  | Liver kidney microsomal 1 Ab [Units/volume] in Serum | anticorps anti-LKM1; antimicrosomes de foie et de rein |
8087-9 | Parietal cell Ab | ACnc | Pt | Ser | Qn |  | Parietal cell Ab [Units/volume] in Serum | anticorps anticellules pariétales gastriques |
9537-2 | Intrinsic factor blocking Ab | PrThr | Pt | Ser | Ord | RIA | Intrinsic factor blocking Ab [Presence] in Serum by Radioimmunoassay (RIA) | anticorps antifacteur intrinsèque |
31017-7 | Tissue transglutaminase Ab.IgA | ACnc | Pt | Ser | Qn |  | Tissue transglutaminase IgA Ab [Units/volume] in Serum | anticorps antitransglutaminase; IgA; maladie coeliaque | kU/L
32998-7 | Tissue transglutaminase Ab.IgG | ACnc | Pt | Ser | Qn |  | Tissue transglutaminase IgG Ab [Units/volume] in Serum | anticorps antitransglutaminase; IgG; maladie coeliaque | kU/L
46128-5 | Tissue transglutaminase Ab.IgA | ACnc | Pt | Ser | Qn | IA | Tissue transglutaminase IgA Ab [Units/volume] in Serum by Immunoassay | anticorps antitransglutaminase; IgA; maladie coeliaque | kU/L
10362-2 | Endomysium Ab.IgA | PrThr | Pt | Ser | Ord |  | Endomysium IgA Ab [Presence] in Serum | anticorps antiendomysium; IgA; maladie coeliaque |
3181-5 | Cardiolipin Ab.IgG | ACnc | Pt | Ser | Qn | IA | Cardiolipin IgG Ab [Units/volume] in Serum by Immunoassay | anticorps anticardiolipine; IgG |
3182-3 | Cardiolipin Ab.IgM | ACnc | Pt | Ser | Qn | IA | Cardiolipin IgM Ab [Units/volume] in Serum by Immunoassay | anticorps anticardiolipine; IgM |
16135-6 | Beta 2 glycoprotein 1 Ab.IgG | ACnc | Pt | Ser | Qn |  | Beta 2 glycoprotein 1 IgG Ab [Units/volume] in Serum | anticorps anti-bêta-2-glycoprotéine I; IgG |
16136-4 | Beta 2 glycoprotein 1 Ab.IgM | ACnc | Pt | Ser | Qn |  | Beta 2 glycoprotein 1 IgM Ab [Units/volume] in Serum | anticorps anti-bêta-2-glycoprotéine I; IgM |
20427-1 | Acetylcholine receptor Ab | SCnc | Pt | Ser | Qn |  | Acetylcholine receptor Ab [Moles/volume] in Serum | anticorps antirécepteurs de l'acétylcholine; RACh | nmol/L
13926-1 | Glutamate decarboxylase 65 Ab | ACnc | Pt | Ser | Qn |  | Glutamate decarboxylase 65 Ab [Units/volume] in Serum | anticorps anti-GAD; antiglutamate décarboxylase |
8072-1 | Insulin Ab | ACnc | Pt | Ser | Qn |  | Insulin Ab [Units/volume] in Serum | anticorps anti-insuline |
31209-0 | Islet cell 512 Ab | ACnc | Pt | Ser | Qn |  | Islet cell 512 Ab [Units/volume] in Serum | anticorps anti-IA2; antityrosine phosphatase |
26028-1 | HLA-B27 | PrThr | Pt |  | Ord | Flow cytometry | HLA-B27 [Presence] by Flow cytometry (FC) | typage HLA-B27; HLA B27 |
4821-5 | HLA-B27 | PrThr | Pt |  | Ord |  | HLA-B27 [Presence] | typage HLA-B27; HLA B27 |
`;
