/** Cerebrospinal, pleural, peritoneal and synovial fluids. Columns: see `readRows`. */
export const CSF_AND_FLUIDS = `
2880-3 | Protein | MCnc | Pt | CSF | Qn |  | Protein [Mass/volume] in Cerebral spinal fluid | protéines; protéinorachie; LCR; liquide céphalorachidien | g/L
2342-4 | Glucose | MCnc | Pt | CSF | Qn |  | Glucose [Mass/volume] in Cerebral spinal fluid | glucose; glycorachie; LCR; liquide céphalorachidien | g/L
14744-7 | Glucose | SCnc | Pt | CSF | Qn |  | Glucose [Moles/volume] in Cerebral spinal fluid | glucose; glycorachie; LCR; liquide céphalorachidien | mmol/L
2070-1 | Chloride | SCnc | Pt | CSF | Qn |  | Chloride [Moles/volume] in Cerebral spinal fluid | chlorure; chlorurachie; LCR; liquide céphalorachidien | mmol/L
2520-5 | Lactate | SCnc | Pt | CSF | Qn |  | Lactate [Moles/volume] in Cerebral spinal fluid | lactate; lactates; LCR; liquide céphalorachidien | mmol/L
1746-7 | Albumin | MCnc | Pt | CSF | Qn |  | Albumin [Mass/volume] in Cerebral spinal fluid | albumine; LCR; liquide céphalorachidien | mg/L
2464-6 | IgG | MCnc | Pt | CSF | Qn |  | IgG [Mass/volume] in Cerebral spinal fluid | IgG; LCR; liquide céphalorachidien | mg/L
26465-5 | Leukocytes | NCnc | Pt | CSF | Qn |  | Leukocytes [#/volume] in Cerebral spinal fluid | leucocytes; LCR; liquide céphalorachidien | /uL
806-0 | Leukocytes | NCnc | Pt | CSF | Qn | Manual count | Leukocytes [#/volume] in Cerebral spinal fluid by Manual count | leucocytes; LCR; liquide céphalorachidien; comptage manuel | /uL
26454-9 | Erythrocytes | NCnc | Pt | CSF | Qn |  | Erythrocytes [#/volume] in Cerebral spinal fluid | hématies; érythrocytes; LCR; liquide céphalorachidien | /uL
26512-4 | Neutrophils/100 leukocytes | NFr | Pt | CSF | Qn |  | Neutrophils/Leukocytes in Cerebral spinal fluid | polynucléaires neutrophiles; LCR; liquide céphalorachidien; pourcentage | %
26479-6 | Lymphocytes/100 leukocytes | NFr | Pt | CSF | Qn |  | Lymphocytes/100 leukocytes in Cerebral spinal fluid | lymphocytes; LCR; liquide céphalorachidien; pourcentage | %
606-4 | Bacteria identified | Prid | Pt | CSF | Nom | Culture | Bacteria identified in Cerebral spinal fluid by Culture | culture bactérienne; bactérie; LCR; liquide céphalorachidien |
31788-3 | Cryptococcus sp Ag | PrThr | Pt | CSF | Ord |  | Cryptococcus sp Ag [Presence] in Cerebral spinal fluid | cryptocoque; antigène; LCR; liquide céphalorachidien |
2882-9 | Protein | MCnc | Pt | Plr fld | Qn |  | Protein [Mass/volume] in Pleural fluid | protéines; liquide pleural | g/L
14747-0 | Glucose | SCnc | Pt | Plr fld | Qn |  | Glucose [Moles/volume] in Pleural fluid | glucose; liquide pleural | mmol/L
2530-4 | Lactate dehydrogenase | CCnc | Pt | Plr fld | Qn |  | Lactate dehydrogenase [Enzymatic activity/volume] in Pleural fluid | lactate déshydrogénase; LDH; liquide pleural | U/L
26467-1 | Leukocytes | NCnc | Pt | Plr fld | Qn |  | Leukocytes [#/volume] in Pleural fluid | leucocytes; liquide pleural | /uL
2883-7 | Protein | MCnc | Pt | Periton fld | Qn |  | Protein [Mass/volume] in Peritoneal fluid | protéines; liquide d'ascite; liquide péritonéal | g/L
1749-1 | Albumin | MCnc | Pt | Periton fld | Qn |  | Albumin [Mass/volume] in Peritoneal fluid | albumine; liquide d'ascite; liquide péritonéal | g/L
14748-8 | Glucose | SCnc | Pt | Periton fld | Qn |  | Glucose [Moles/volume] in Peritoneal fluid | glucose; liquide d'ascite; liquide péritonéal | mmol/L
1797-0 | Amylase | CCnc | Pt | Periton fld | Qn |  | Amylase [Enzymatic activity/volume] in Peritoneal fluid | amylase; liquide d'ascite; liquide péritonéal | U/L
26468-9 | Leukocytes | NCnc | Pt | Periton fld | Qn |  | Leukocytes [#/volume] in Peritoneal fluid | leucocytes; liquide d'ascite; liquide péritonéal | /uL
26469-7 | Leukocytes | NCnc | Pt | Synv fld | Qn |  | Leukocytes [#/volume] in Synovial fluid | leucocytes; liquide synovial; liquide articulaire | /uL
2886-0 | Protein | MCnc | Pt | Synv fld | Qn |  | Protein [Mass/volume] in Synovial fluid | protéines; liquide synovial; liquide articulaire | g/L
5781-0 | Crystals | Type | Pt | Synv fld | Nom | Microscopy.light | Crystals [type] in Synovial fluid by Light microscopy | cristaux; microcristaux; liquide synovial; liquide articulaire |
621-3 | Bacteria identified | Prid | Pt | Synv fld | Nom | Culture | Bacteria identified in Synovial fluid by Culture | culture bactérienne; liquide synovial; liquide articulaire |
2881-1 | Protein | MCnc | Pt | Body fld | Qn |  | Protein [Mass/volume] in Body fluid | protéines; liquide biologique; liquide de ponction | g/L
14745-4 | Glucose | SCnc | Pt | Body fld | Qn |  | Glucose [Moles/volume] in Body fluid | glucose; liquide biologique; liquide de ponction | mmol/L
2529-6 | Lactate dehydrogenase | CCnc | Pt | Body fld | Qn |  | Lactate dehydrogenase [Enzymatic activity/volume] in Body fluid | lactate déshydrogénase; LDH; liquide biologique; liquide de ponction | U/L
`;
