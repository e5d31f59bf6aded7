/** Vitamins and trace elements. Columns: see `readRows`. */
export const VITAMINS = `
2132-9 | Cobalamins | MCnc | Pt | Ser/Plas | Qn |  | Cobalamin (Vitamin B12) [Mass/volume] in Serum or Plasma | vitamine B12; cobalamine | ng/L
14685-2 | Cobalamins | SCnc | Pt | Ser/Plas | Qn |  | Cobalamin (Vitamin B12) [Moles/volume] in Serum or Plasma | vitamine B12; cobalamine | pmol/L
2284-8 | Folate | MCnc | Pt | Ser/Plas | Qn |  | Folate [Mass/volume] in Serum or Plasma | folates; vitamine B9; acide folique | ug/L
14732-2 | Folate | SCnc | Pt | Ser/Plas | Qn |  | Folate [Moles/volume] in Serum or Plasma | folates; vitamine B9; acide folique | nmol/L
2283-0 | Folate | MCnc | Pt | RBC | Qn |  | Folate [Mass/volume] in Red Blood Cells | folates érythrocytaires; vitamine B9 | ug/L
1989-3 | Calcidiol | MCnc | Pt | Ser/Plas | Qn |  | 25-hydroxyvitamin D3 [Mass/volume] in Serum or Plasma | vitamine D3; 25-hydroxyvitamine D3; calcifédiol | ug/L; ng/mL
14635-7 | Calcidiol | SCnc | Pt | Ser/Plas | Qn |  | 25-hydroxyvitamin D3 [Moles/volume] in Serum or Plasma | vitamine D3; 25-hydroxyvitamine D3; calcifédiol | nmol/L
62292-8 | Calcidiol+ercalcidiol | MCnc | Pt | Ser/Plas | Qn |  | 25-Hydroxyvitamin D3+25-Hydroxyvitamin D2 [Mass/volume] in Serum or Plasma | vitamine D; 25-hydroxyvitamine D; 25-OH D2+D3 | ug/L; ng/mL
1649-3 | Calcitriol | MCnc | Pt | Ser/Plas | Qn |  | Calcitriol [Mass/volume] in Serum or Plasma | 1,25-dihydroxyvitamine D; calcitriol | ng/L
2923-1 | Retinol | MCnc | Pt | Ser/Plas | Qn |  | Retinol [Mass/volume] in Serum or Plasma | vitamine A; rétinol | ug/L; mg/L
1823-4 | Alpha tocopherol | MCnc | Pt | Ser/Plas | Qn |  | Alpha tocopherol [Mass/volume] in Serum or Plasma | vitamine E; alpha-tocophérol | mg/L
2998-3 | Thiamine | MCnc | Pt | Bld | Qn |  | Thiamine [Mass/volume] in Blood | vitamine B1; thiamine | ug/L
32554-8 | Thiamine | SCnc | Pt | Bld | Qn |  | Thiamine [Moles/volume] in Blood | vitamine B1; thiamine | nmol/L
74442-5 | Pyridoxal phosphate | SCnc | Pt | Bld | Qn |  | Pyridoxal phosphate [Moles/volume] in Blood | vitamine B6; phosphate de pyridoxal | nmol/L
2900-9 | Pyridoxine | MCnc | Pt | Ser/Plas | Qn |  | Pyridoxine [Mass/volume] in Serum or Plasma | vitamine B6; pyridoxine | ug/L
1903-4 | Ascorbate | MCnc | Pt | Ser/Plas | Qn |  | Ascorbate [Mass/volume] in Serum or Plasma | vitamine C; acide ascorbique | mg/L
14622-5 | Ascorbate | SCnc | Pt | Ser/Plas | Qn |  | Ascorbate [Moles/volume] in Serum or Plasma | vitamine C; acide ascorbique | umol/L
9622-2 | Phytonadione | MCnc | Pt | Ser/Plas | Qn |  | Phytonadione [Mass/volume] in Serum or Plasma | vitamine K1; phylloquinone | ng/L
5763-8 | Zinc | MCnc | Pt | Ser/Plas | Qn |  | Zinc [Mass/volume] in Serum or Plasma | zinc; zincémie | mg/L; ug/L
14955-9 | Zinc | SCnc | Pt | Ser/Plas | Qn |  | Zinc [Moles/volume] in Serum or Plasma | zinc; zincémie | umol/L
5631-7 | Copper | MCnc | Pt | Ser/Plas | Qn |  | Copper [Mass/volume] in Serum or Plasma | cuivre; cuprémie | mg/L; ug/L
5632-5 | Copper | MCnc | Pt | Urine | Qn |  | Copper [Mass/volume] in Urine | cuivre urinaire; cuprurie | ug/L
5724-0 | Selenium | MCnc | Pt | Ser/Plas | Qn |  | Selenium [Mass/volume] in Serum or Plasma | sélénium | ug/L
5574-9 | Aluminum | MCnc | Pt | Ser/Plas | Qn |  | Aluminum [Mass/volume] in Serum or Plasma | aluminium | ug/L
2494-3 | Iodine | MCnc | Pt | Ser/Plas | Qn |  | Iodine [Mass/volume] in Serum or Plasma | iode | ug/L
`;
