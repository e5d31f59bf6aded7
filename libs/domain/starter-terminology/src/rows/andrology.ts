/** Semen. Columns: see `readRows`. */
export const ANDROLOGY = `
10579-1 | Leukocytes | NCnc | Pt | Semen | Qn |  | Leukocytes [#/volume] in Semen | leucocytes; sperme; spermogramme | 10*6/mL
812-8 | Leukocytes | NCnc | Pt | Semen | Qn | Manual count | Leukocytes [#/volume] in Semen by Manual count | leucocytes; sperme; spermogramme; comptage manuel | 10*6/mL
51623-7 | Spermatozoa^post vasectomy | NCnc | Pt | Semen | Qn |  | Spermatozoa [#/volume] in Semen --post vasectomy | spermatozoïdes; contrôle après vasectomie; spermogramme | 10*6/mL
13943-6 | Fructose | PrThr | Pt | Semen | Ord |  | Fructose [Presence] in Semen | fructose séminal; sperme; biochimie séminale |
1999-2 | Calcium | SCnc | Pt | Semen | Qn |  | Calcium [Moles/volume] in Semen | calcium séminal; sperme; biochimie séminale | mmol/L
`;
