/** Blood chemistry: substrates, electrolytes, renal and hepatic function. Columns: see `readRows`. */
export const BIOCHEMISTRY = `
2345-7 | Glucose | MCnc | Pt | Ser/Plas | Qn |  | Glucose [Mass/volume] in Serum or Plasma | glucose; glycémie | g/L; mg/dL
14749-6 | Glucose | SCnc | Pt | Ser/Plas | Qn |  | Glucose [Moles/volume] in Serum or Plasma | glucose; glycémie | mmol/L
53049-3 | Glucose^pre-meal | MCnc | Pt | Ser/Plas | Qn |  | Glucose [Mass/volume] in Serum or Plasma --pre-meal | glucose à jeun; glycémie à jeun | g/L
40193-5 | Glucose^pre-meal | SCnc | Pt | Ser/Plas | Qn |  | Glucose [Moles/volume] in Serum or Plasma --pre-meal | glucose à jeun; glycémie à jeun | mmol/L
1507-3 | Glucose^1H post 75 g glucose PO | MCnc | Pt | Ser/Plas | Qn |  | Glucose [Mass/volume] in Serum or Plasma --1 hour post 75 g glucose PO | glucose 1 heure après 75 g de glucose; HGPO T60; hyperglycémie provoquée | g/L
1518-0 | Glucose^2H post 75 g glucose PO | MCnc | Pt | Ser/Plas | Qn |  | Glucose [Mass/volume] in Serum or Plasma --2 hours post 75 g glucose PO | glucose 2 heures après 75 g de glucose; HGPO T120; hyperglycémie provoquée | g/L
4548-4 | Hemoglobin A1c/Hemoglobin.total | MFr | Pt | Bld | Qn |  | Hemoglobin A1c/Hemoglobin.total in Blood | hémoglobine glyquée; hémoglobine A1c; HbA1c | %
17856-6 | Hemoglobin A1c/Hemoglobin.total | MFr | Pt | Bld | Qn | HPLC | Hemoglobin A1c/Hemoglobin.total in Blood by HPLC | hémoglobine glyquée; hémoglobine A1c; HbA1c; chromatographie liquide | %
59261-8 | Hemoglobin A1c/Hemoglobin.total | MFr | Pt | Bld | Qn | IFCC | Hemoglobin A1c/Hemoglobin.total in Blood by IFCC protocol | hémoglobine glyquée; hémoglobine A1c; HbA1c; IFCC | mmol/mol
15069-8 | Fructosamine | SCnc | Pt | Ser/Plas | Qn |  | Fructosamine [Moles/volume] in Serum or Plasma | fructosamine | umol/L
14682-9 | Creatinine | SCnc | Pt | Ser/Plas | Qn |  | Creatinine [Moles/volume] in Serum or Plasma | créatinine; créatininémie | umol/L
2160-0 | Creatinine | MCnc | Pt | Ser/Plas | Qn |  | Creatinine [Mass/volume] in Serum or Plasma | créatinine; créatininémie | mg/L; mg/dL
33914-3 | Glomerular filtration rate/1.73 sq M.predicted | ArVRat | Pt | Ser/Plas | Qn | Creatinine-based formula (MDRD) | Glomerular filtration rate/1.73 sq M.predicted [Volume Rate/Area] in Serum or Plasma by Creatinine-based formula (MDRD) | débit de filtration glomérulaire; DFG; MDRD | mL/min/{1.73_m2}
62238-1 | Glomerular filtration rate/1.73 sq M.predicted | ArVRat | Pt | Ser/Plas/Bld | Qn | Creatinine-based formula (CKD-EPI) | Glomerular filtration rate [Volume Rate/Area] in Serum, Plasma or Blood by Creatinine-based formula (CKD-EPI)/1.73 sq M | débit de filtration glomérulaire; DFG; CKD-EPI | mL/min/{1.73_m2}
98979-8 | Glomerular filtration rate | ArVRat | Pt | Ser/Plas/Bld | Qn | Creatinine-based formula (CKD-EPI 2021) | Glomerular filtration rate [Volume Rate/Area] in Serum, Plasma or Blood by Creatinine-based formula (CKD-EPI 2021)/1.73 sq M | débit de filtration glomérulaire; DFG; CKD-EPI 2021 | mL/min/{1.73_m2}
50210-4 | Glomerular filtration rate/1.73 sq M.predicted | ArVRat | Pt | Ser/Plas/Bld | Qn | Cystatin C-based formula | Glomerular filtration rate [Volume Rate/Area] in Serum, Plasma or Blood by Cystatin C-based formula/1.73 sq M | débit de filtration glomérulaire; DFG; cystatine C | mL/min/{1.73_m2}
35591-7 | Creatinine renal clearance.predicted | VRat | Pt | Ser/Plas | Qn | Creatinine-based formula (Cockcroft-Gault) | Creatinine renal clearance predicted by Cockcroft-Gault formula | clairance de la créatinine; Cockcroft et Gault | mL/min
2164-2 | Creatinine renal clearance | VRat | 24H | Urine+Ser/Plas | Qn |  | Creatinine renal clearance in 24 hour Urine and Serum or Plasma | clairance de la créatinine; clairance urinaire sur 24 heures | mL/min
33863-2 | Cystatin C | MCnc | Pt | Ser/Plas | Qn |  | Cystatin C [Mass/volume] in Serum or Plasma | cystatine C | mg/L
22664-7 | Urea | SCnc | Pt | Ser/Plas | Qn |  | Urea [Moles/volume] in Serum or Plasma | urée; urémie; azotémie | mmol/L
3091-6 | Urea | MCnc | Pt | Ser/Plas | Qn |  | Urea [Mass/volume] in Serum or Plasma | urée; urémie; azotémie | g/L
3094-0 | Urea nitrogen | MCnc | Pt | Ser/Plas | Qn |  | Urea nitrogen [Mass/volume] in Serum or Plasma | azote uréique | g/L
14933-6 | Urate | SCnc | Pt | Ser/Plas | Qn |  | Urate [Moles/volume] in Serum or Plasma | acide urique; uricémie; urate | umol/L
3084-1 | Urate | MCnc | Pt | Ser/Plas | Qn |  | Urate [Mass/volume] in Serum or Plasma | acide urique; uricémie; urate | mg/L
2951-2 | Sodium | SCnc | Pt | Ser/Plas | Qn |  | Sodium [Moles/volume] in Serum or Plasma | sodium; natrémie; Na | mmol/L
2823-3 | Potassium | SCnc | Pt | Ser/Plas | Qn |  | Potassium [Moles/volume] in Serum or Plasma | potassium; kaliémie; K | mmol/L
2075-0 | Chloride | SCnc | Pt | Ser/Plas | Qn |  | Chloride [Moles/volume] in Serum or Plasma | chlorure; chlore; chlorémie; Cl | mmol/L
1963-8 | Bicarbonate | SCnc | Pt | Ser/Plas | Qn |  | Bicarbonate [Moles/volume] in Serum or Plasma | bicarbonate; réserve alcaline; HCO3 | mmol/L
2028-9 | Carbon dioxide | SCnc | Pt | Ser/Plas | Qn |  | Carbon dioxide, total [Moles/volume] in Serum or Plasma | dioxyde de carbone total; CO2 total | mmol/L
33037-3 | Anion gap | SCnc | Pt | Ser/Plas | Qn |  | Anion gap in Serum or Plasma | trou anionique | mmol/L
2000-8 | Calcium | SCnc | Pt | Ser/Plas | Qn |  | Calcium [Moles/volume] in Serum or Plasma | calcium; calcémie; Ca | mmol/L
17861-6 | Calcium | MCnc | Pt | Ser/Plas | Qn |  | Calcium [Mass/volume] in Serum or Plasma | calcium; calcémie; Ca | mg/L
1995-0 | Calcium.ionized | SCnc | Pt | Ser/Plas | Qn |  | Calcium.ionized [Moles/volume] in Serum or Plasma | calcium ionisé | mmol/L
14879-1 | Phosphate | SCnc | Pt | Ser/Plas | Qn |  | Phosphate [Moles/volume] in Serum or Plasma | phosphate; phosphore; phosphorémie; phosphatémie | mmol/L
2777-1 | Phosphate | MCnc | Pt | Ser/Plas | Qn |  | Phosphate [Mass/volume] in Serum or Plasma | phosphate; phosphore; phosphorémie; phosphatémie | mg/L
2601-3 | Magnesium | SCnc | Pt | Ser/Plas | Qn |  | Magnesium [Moles/volume] in Serum or Plasma | magnésium; magnésémie | mmol/L
19123-9 | Magnesium | MCnc | Pt | Ser/Plas | Qn |  | Magnesium [Mass/volume] in Serum or Plasma | magnésium; magnésémie | mg/L
14798-3 | Iron | SCnc | Pt | Ser/Plas | Qn |  | Iron [Moles/volume] in Serum or Plasma | fer; fer sérique; sidérémie | umol/L
2498-4 | Iron | MCnc | Pt | Ser/Plas | Qn |  | Iron [Mass/volume] in Serum or Plasma | fer; fer sérique; sidérémie | ug/dL; mg/L
2276-4 | Ferritin | MCnc | Pt | Ser/Plas | Qn |  | Ferritin [Mass/volume] in Serum or Plasma | ferritine; ferritinémie | ug/L; ng/mL
3034-6 | Transferrin | MCnc | Pt | Ser/Plas | Qn |  | Transferrin [Mass/volume] in Serum or Plasma | transferrine; sidérophiline | g/L
14800-7 | Iron binding capacity | SCnc | Pt | Ser/Plas | Qn |  | Iron binding capacity [Moles/volume] in Serum or Plasma | capacité totale de fixation de la transferrine; CTF; capacité de fixation du fer | umol/L
2500-7 | Iron binding capacity | MCnc | Pt | Ser/Plas | Qn |  | Iron binding capacity [Mass/volume] in Serum or Plasma | capacité totale de fixation de la transferrine; CTF; capacité de fixation du fer | mg/L
2502-3 | Iron saturation | MFr | Pt | Ser/Plas | Qn |  | Iron saturation [Mass Fraction] in Serum or Plasma | coefficient de saturation de la transferrine; CST; saturation en fer | %
30248-9 | Transferrin receptor.soluble | MCnc | Pt | Ser/Plas | Qn |  | Transferrin receptor.soluble [Mass/volume] in Serum or Plasma | récepteur soluble de la transferrine | mg/L
14631-6 | Bilirubin | SCnc | Pt | Ser/Plas | Qn |  | Bilirubin.total [Moles/volume] in Serum or Plasma | bilirubine totale | umol/L
1975-2 | Bilirubin | MCnc | Pt | Ser/Plas | Qn |  | Bilirubin.total [Mass/volume] in Serum or Plasma | bilirubine totale | mg/L
14629-0 | Bilirubin.glucuronidated+Bilirubin.albumin bound | SCnc | Pt | Ser/Plas | Qn |  | Bilirubin.direct [Moles/volume] in Serum or Plasma | bilirubine conjuguée; bilirubine directe | umol/L
1968-7 | Bilirubin.glucuronidated+Bilirubin.albumin bound | MCnc | Pt | Ser/Plas | Qn |  | Bilirubin.direct [Mass/volume] in Serum or Plasma | bilirubine conjuguée; bilirubine directe | mg/L
14630-8 | Bilirubin.non-glucuronidated | SCnc | Pt | Ser/Plas | Qn |  | Bilirubin.indirect [Moles/volume] in Serum or Plasma | bilirubine libre; bilirubine non conjuguée; bilirubine indirecte | umol/L
1971-1 | Bilirubin.non-glucuronidated | MCnc | Pt | Ser/Plas | Qn |  | Bilirubin.indirect [Mass/volume] in Serum or Plasma | bilirubine libre; bilirubine non conjuguée; bilirubine indirecte | mg/L
14628-2 | Bile acid | SCnc | Pt | Ser/Plas | Qn |  | Bile acid [Moles/volume] in Serum or Plasma | acides biliaires; acides biliaires totaux | umol/L
16362-6 | Ammonia | SCnc | Pt | Plas | Qn |  | Ammonia [Moles/volume] in Plasma | ammoniac; ammoniémie; ammonium | umol/L
2524-7 | Lactate | SCnc | Pt | Ser/Plas | Qn |  | Lactate [Moles/volume] in Serum or Plasma | lactate; lactates; acide lactique; lactatémie | mmol/L
14118-4 | Lactate | MCnc | Pt | Ser/Plas | Qn |  | Lactate [Mass/volume] in Serum or Plasma | lactate; lactates; acide lactique | mg/L
32693-4 | Lactate | SCnc | Pt | Bld | Qn |  | Lactate [Moles/volume] in Blood | lactate; lactates; acide lactique | mmol/L
6873-4 | Beta hydroxybutyrate | SCnc | Pt | Ser/Plas | Qn |  | Beta hydroxybutyrate [Moles/volume] in Serum or Plasma | bêta-hydroxybutyrate; corps cétoniques; cétonémie | mmol/L
2692-2 | Osmolality | Osmol | Pt | Ser/Plas | Qn |  | Osmolality of Serum or Plasma | osmolalité; osmolalité plasmatique | mosm/kg
18182-6 | Osmolality | Osmol | Pt | Ser/Plas | Qn | Calculated | Osmolality of Serum or Plasma by calculation | osmolalité calculée; osmolarité calculée | mosm/kg
13965-9 | Homocysteine | SCnc | Pt | Ser/Plas | Qn |  | Homocysteine [Moles/volume] in Serum or Plasma | homocystéine; homocystéinémie | umol/L
14875-9 | Phenylalanine | SCnc | Pt | Ser/Plas | Qn |  | Phenylalanine [Moles/volume] in Serum or Plasma | phénylalanine | umol/L
13964-2 | Methylmalonate | SCnc | Pt | Ser/Plas | Qn |  | Methylmalonate [Moles/volume] in Serum or Plasma | acide méthylmalonique; méthylmalonate | umol/L
12180-6 | Calcium.ionized | SCnc | Pt | Ser/Plas | Qn | ISE | Calcium.ionized [Moles/volume] in Serum or Plasma by Ion-selective membrane electrode (ISE) | calcium ionisé; électrode sélective | mmol/L
`;
