/** Urine chemistry, test strips, cytology. Columns: see `readRows`. */
export const URINE = `
2888-6 | Protein | MCnc | Pt | Urine | Qn |  | Protein [Mass/volume] in Urine | protéines urinaires; protéinurie | g/L; mg/L
2889-4 | Protein | MRat | 24H | Urine | Qn |  | Protein [Mass/time] in 24 hour Urine | protéines urinaires; protéinurie des 24 heures | g/(24.h); mg/(24.h)
2890-2 | Protein/Creatinine | MRto | Pt | Urine | Qn |  | Protein/Creatinine [Mass Ratio] in Urine | rapport protéines/créatinine; protéinurie rapportée à la créatininurie | mg/g{creat}
1754-1 | Albumin | MCnc | Pt | Urine | Qn |  | Albumin [Mass/volume] in Urine | albumine urinaire; albuminurie | mg/L
14957-5 | Albumin | MCnc | Pt | Urine | Qn |  | Microalbumin [Mass/volume] in Urine | microalbumine urinaire; microalbuminurie | mg/L
14959-1 | Albumin/Creatinine | MRto | Pt | Urine | Qn |  | Microalbumin/Creatinine [Mass Ratio] in Urine | rapport albumine/créatinine; microalbuminurie; RAC | mg/g{creat}
9318-7 | Albumin/Creatinine | MRto | Pt | Urine | Qn |  | Albumin/Creatinine [Mass Ratio] in Urine | rapport albumine/créatinine; albuminurie; RAC | mg/g{creat}
14585-4 | Albumin/Creatinine | SRto | Pt | Urine | Qn |  | Albumin/Creatinine [Molar ratio] in Urine | rapport albumine/créatinine; albuminurie; RAC | mmol/mol{creat}
32294-1 | Albumin/Creatinine | Ratio | Pt | Urine | Qn |  | Albumin/Creatinine [Ratio] in Urine | rapport albumine/créatinine; albuminurie; RAC | mg/mmol{creat}
30000-4 | Albumin/Creatinine | Ratio | Pt | Urine | Qn |  | Microalbumin/Creatinine [Ratio] in Urine | rapport albumine/créatinine; microalbuminurie; RAC | mg/mmol{creat}
14683-7 | Creatinine | SCnc | Pt | Urine | Qn |  | Creatinine [Moles/volume] in Urine | créatinine urinaire; créatininurie | mmol/L; umol/L
2161-8 | Creatinine | MCnc | Pt | Urine | Qn |  | Creatinine [Mass/volume] in Urine | créatinine urinaire; créatininurie | g/L; mg/L
2162-6 | Creatinine | MRat | 24H | Urine | Qn |  | Creatinine [Mass/time] in 24 hour Urine | créatinine urinaire; créatininurie des 24 heures | g/(24.h)
25886-3 | Creatinine | SCnc | 24H | Urine | Qn |  | Creatinine [Moles/volume] in 24 hour Urine | créatinine; urines de 24 heures | mmol/L
2955-3 | Sodium | SCnc | Pt | Urine | Qn |  | Sodium [Moles/volume] in Urine | sodium urinaire; natriurèse; natrurie | mmol/L
2956-1 | Sodium | SRat | 24H | Urine | Qn |  | Sodium [Moles/time] in 24 hour Urine | sodium urinaire; natriurèse des 24 heures | mmol/(24.h)
21525-1 | Sodium | SCnc | 24H | Urine | Qn |  | Sodium [Moles/volume] in 24 hour Urine | sodium; urines de 24 heures | mmol/L
2828-2 | Potassium | SCnc | Pt | Urine | Qn |  | Potassium [Moles/volume] in Urine | potassium urinaire; kaliurèse; kaliurie | mmol/L
21476-7 | Potassium | SCnc | 24H | Urine | Qn |  | Potassium [Moles/volume] in 24 hour Urine | potassium; urines de 24 heures | mmol/L
2078-4 | Chloride | SCnc | Pt | Urine | Qn |  | Chloride [Moles/volume] in Urine | chlorure urinaire; chlorurie | mmol/L
2079-2 | Chloride | SRat | 24H | Urine | Qn |  | Chloride [Moles/time] in 24 hour Urine | chlorure urinaire; chlorurie des 24 heures | mmol/(24.h)
22700-9 | Urea | SCnc | Pt | Urine | Qn |  | Urea [Moles/volume] in Urine | urée urinaire | mmol/L
3092-4 | Urea | MCnc | Pt | Urine | Qn |  | Urea [Mass/volume] in Urine | urée urinaire | g/L
14934-4 | Urate | SCnc | Pt | Urine | Qn |  | Urate [Moles/volume] in Urine | acide urique urinaire; uricosurie; uraturie | mmol/L
3086-6 | Urate | MCnc | Pt | Urine | Qn |  | Urate [Mass/volume] in Urine | acide urique urinaire; uricosurie; uraturie | mg/L
3087-4 | Urate | MRat | 24H | Urine | Qn |  | Urate [Mass/time] in 24 hour Urine | acide urique urinaire; uraturie des 24 heures | mg/(24.h)
2004-0 | Calcium | SCnc | Pt | Urine | Qn |  | Calcium [Moles/volume] in Urine | calcium urinaire; calciurie | mmol/L
17862-4 | Calcium | MCnc | Pt | Urine | Qn |  | Calcium [Mass/volume] in Urine | calcium urinaire; calciurie | mg/L
6874-2 | Calcium | MRat | 24H | Urine | Qn |  | Calcium [Mass/time] in 24 hour Urine | calcium urinaire; calciurie des 24 heures | mg/(24.h)
25362-5 | Calcium | SCnc | 24H | Urine | Qn |  | Calcium [Moles/volume] in 24 hour Urine | calcium; urines de 24 heures | mmol/L
13539-2 | Phosphate | SCnc | Pt | Urine | Qn |  | Phosphate [Moles/volume] in Urine | phosphate urinaire; phosphaturie | mmol/L
2779-7 | Phosphate | MRat | 24H | Urine | Qn |  | Phosphate [Mass/time] in 24 hour Urine | phosphate urinaire; phosphaturie des 24 heures | mg/(24.h)
2598-1 | Magnesium | SCnc | Pt | Urine | Qn |  | Magnesium [Moles/volume] in Urine | magnésium urinaire; magnésurie | mmol/L
24447-5 | Magnesium | MRat | 24H | Urine | Qn |  | Magnesium [Mass/time] in 24 hour Urine | magnésium urinaire; magnésurie des 24 heures | mg/(24.h)
15076-3 | Glucose | SCnc | Pt | Urine | Qn |  | Glucose [Moles/volume] in Urine | glucose urinaire; glycosurie | mmol/L
2350-7 | Glucose | MCnc | Pt | Urine | Qn |  | Glucose [Mass/volume] in Urine | glucose urinaire; glycosurie | g/L
1799-6 | Amylase | CCnc | Pt | Urine | Qn |  | Amylase [Enzymatic activity/volume] in Urine | amylase urinaire; amylasurie | U/L
2695-5 | Osmolality | Osmol | Pt | Urine | Qn |  | Osmolality of Urine | osmolalité urinaire | mosm/kg
14862-7 | Oxalate | SRat | 24H | Urine | Qn |  | Oxalate [Moles/time] in 24 hour Urine | oxalate urinaire; oxalurie des 24 heures | mmol/(24.h)
2701-1 | Oxalate | MRat | 24H | Urine | Qn |  | Oxalate [Mass/time] in 24 hour Urine | oxalate urinaire; oxalurie des 24 heures | mg/(24.h)
2809-2 | Porphobilinogen | PrThr | Pt | Urine | Ord |  | Porphobilinogen [Presence] in Urine | porphobilinogène urinaire |
13438-7 | Protein pattern | Imp | Pt | Urine | Nom | Electrophoresis | Protein Fractions [Interpretation] in Urine by Electrophoresis | électrophorèse des protéines urinaires; interprétation |
13440-3 | Interpretation | Imp | Pt | Urine | Nom |  | Immunofixation for Urine | immunofixation des protéines urinaires; interprétation |
2756-5 | pH | LsCnc | Pt | Urine | Qn |  | pH of Urine | pH urinaire | [pH]
5803-2 | pH | LsCnc | Pt | Urine | Qn | Test strip | pH of Urine by Test strip | pH urinaire; bandelette | [pH]
2965-2 | Specific gravity | SpGrav | Pt | Urine | Qn |  | Specific gravity of Urine | densité urinaire | {relative}
5811-5 | Specific gravity | SpGrav | Pt | Urine | Qn | Test strip | Specific gravity of Urine by Test strip | densité urinaire; bandelette | {relative}
5802-4 | Nitrite | PrThr | Pt | Urine | Ord | Test strip | Nitrite [Presence] in Urine by Test strip | nitrites; nitrites urinaires; bandelette |
5799-2 | Leukocyte esterase | PrThr | Pt | Urine | Ord | Test strip | Leukocyte esterase [Presence] in Urine by Test strip | leucocytes; leucocyte estérase; bandelette urinaire |
20454-5 | Protein | PrThr | Pt | Urine | Ord | Test strip | Protein [Presence] in Urine by Test strip | protéines; protéinurie; bandelette urinaire |
25428-4 | Glucose | PrThr | Pt | Urine | Ord | Test strip | Glucose [Presence] in Urine by Test strip | glucose; glycosurie; bandelette urinaire |
2514-8 | Ketones | PrThr | Pt | Urine | Ord | Test strip | Ketones [Presence] in Urine by Test strip | corps cétoniques; cétonurie; acétone; bandelette urinaire |
5770-3 | Bilirubin | PrThr | Pt | Urine | Ord | Test strip | Bilirubin.total [Presence] in Urine by Test strip | bilirubine; bilirubinurie; bandelette urinaire |
5818-0 | Urobilinogen | PrThr | Pt | Urine | Ord | Test strip | Urobilinogen [Presence] in Urine by Test strip | urobilinogène; bandelette urinaire |
5794-3 | Hemoglobin | PrThr | Pt | Urine | Ord | Test strip | Hemoglobin [Presence] in Urine by Test strip | sang; hématurie; hémoglobine; bandelette urinaire |
5767-9 | Appearance | Aper | Pt | Urine | Nom |  | Appearance of Urine | aspect des urines |
5778-6 | Color | Type | Pt | Urine | Nom |  | Color of Urine | couleur des urines |
30405-5 | Leukocytes | NCnc | Pt | Urine | Qn |  | Leukocytes [#/volume] in Urine | leucocytes urinaires; leucocyturie; cytologie urinaire | /uL; /mL
51487-7 | Leukocytes | NCnc | Pt | Urine | Qn | Automated count | Leukocytes [#/volume] in Urine by Automated count | leucocytes urinaires; leucocyturie; cytologie urinaire | /uL; /mL
24122-4 | Leukocytes | NCnc | Pt | Urine | Qn | Manual count | Leukocytes [#/volume] in Urine by Manual count | leucocytes urinaires; leucocyturie; cytologie urinaire; comptage manuel | /uL; /mL
30391-7 | Erythrocytes | NCnc | Pt | Urine | Qn |  | Erythrocytes [#/volume] in Urine | hématies urinaires; érythrocytes; hématurie; cytologie urinaire | /uL; /mL
798-9 | Erythrocytes | NCnc | Pt | Urine | Qn | Automated count | Erythrocytes [#/volume] in Urine by Automated count | hématies urinaires; érythrocytes; hématurie; cytologie urinaire | /uL; /mL
799-7 | Erythrocytes | NCnc | Pt | Urine | Qn | Manual count | Erythrocytes [#/volume] in Urine by Manual count | hématies urinaires; érythrocytes; hématurie; comptage manuel | /uL; /mL
30383-4 | Epithelial cells | NCnc | Pt | Urine | Qn |  | Epithelial cells [#/volume] in Urine | cellules épithéliales urinaires | /uL; /mL
24123-2 | Epithelial cells | NCnc | Pt | Urine | Qn | Manual count | Epithelial cells [#/volume] in Urine by Manual count | cellules épithéliales urinaires; comptage manuel | /uL; /mL
20453-7 | Epithelial cells | PrThr | Pt | Urine sed | Ord | Microscopy.light | Epithelial cells [Presence] in Urine sediment by Light microscopy | cellules épithéliales; sédiment urinaire |
5796-8 | Hyaline casts | Naric | Pt | Urine sed | Qn | Microscopy.light.LPF | Hyaline casts [#/area] in Urine sediment by Microscopy low power field | cylindres hyalins | /[LPF]
5793-5 | Granular casts | Naric | Pt | Urine sed | Qn | Microscopy.light.LPF | Granular casts [#/area] in Urine sediment by Microscopy low power field | cylindres granuleux | /[LPF]
5774-5 | Calcium oxalate crystals | PrThr | Pt | Urine sed | Ord | Microscopy.light | Calcium oxalate crystals [Presence] in Urine sediment by Light microscopy | cristaux d'oxalate de calcium |
5817-2 | Urate crystals | PrThr | Pt | Urine sed | Ord | Microscopy.light | Urate crystals [Presence] in Urine sediment by Light microscopy | cristaux d'acide urique; cristaux d'urate |
5814-9 | Triple phosphate crystals | PrThr | Pt | Urine sed | Ord | Microscopy.light | Triple phosphate crystals [Presence] in Urine sediment by Light microscopy | cristaux phosphoammoniacomagnésiens; phosphate triple; struvite |
87828-0 | Crystals | PrThr | Pt | Urine | Ord |  | Crystals [Presence] in Urine | cristaux urinaires; cristallurie |
51480-2 | Bacteria | NCnc | Pt | Urine | Qn | Automated count | Bacteria [#/volume] in Urine by Automated count | bactéries urinaires; bactériurie; comptage automatisé | /uL; /mL
`;
