/** Lipids and lipoproteins. Columns: see `readRows`. */
export const LIPIDS = `
2093-3 | Cholesterol | MCnc | Pt | Ser/Plas | Qn |  | Cholesterol [Mass/volume] in Serum or Plasma | cholestérol total; cholestérolémie | g/L
14647-2 | Cholesterol | SCnc | Pt | Ser/Plas | Qn |  | Cholesterol [Moles/volume] in Serum or Plasma | cholestérol total; cholestérolémie | mmol/L
2085-9 | Cholesterol.in HDL | MCnc | Pt | Ser/Plas | Qn |  | Cholesterol in HDL [Mass/volume] in Serum or Plasma | cholestérol HDL; HDL | g/L
14646-4 | Cholesterol.in HDL | SCnc | Pt | Ser/Plas | Qn |  | Cholesterol in HDL [Moles/volume] in Serum or Plasma | cholestérol HDL; HDL | mmol/L
2089-1 | Cholesterol.in LDL | MCnc | Pt | Ser/Plas | Qn |  | Cholesterol in LDL [Mass/volume] in Serum or Plasma | cholestérol LDL; LDL | g/L
22748-8 | Cholesterol.in LDL | SCnc | Pt | Ser/Plas | Qn |  | Cholesterol in LDL [Moles/volume] in Serum or Plasma | cholestérol LDL; LDL | mmol/L
13457-7 | Cholesterol.in LDL | MCnc | Pt | Ser/Plas | Qn | Calculated | Cholesterol in LDL [Mass/volume] in Serum or Plasma by calculation | cholestérol LDL calculé; LDL; Friedewald | g/L
39469-2 | Cholesterol.in LDL | SCnc | Pt | Ser/Plas | Qn | Calculated | Cholesterol in LDL [Moles/volume] in Serum or Plasma by calculation | cholestérol LDL calculé; LDL; Friedewald | mmol/L
18262-6 | Cholesterol.in LDL | MCnc | Pt | Ser/Plas | Qn | Direct assay | Cholesterol in LDL [Mass/volume] in Serum or Plasma by Direct assay | cholestérol LDL dosé; LDL direct | g/L
69419-0 | Cholesterol.in LDL | SCnc | Pt | Ser/Plas | Qn | Direct assay | Cholesterol in LDL [Moles/volume] in Serum or Plasma by Direct assay | cholestérol LDL dosé; LDL direct | mmol/L
43396-1 | Cholesterol.non HDL | MCnc | Pt | Ser/Plas | Qn |  | Cholesterol non HDL [Mass/volume] in Serum or Plasma | cholestérol non HDL | g/L
9830-1 | Cholesterol.total/Cholesterol.in HDL | MRto | Pt | Ser/Plas | Qn |  | Cholesterol.total/Cholesterol in HDL [Mass Ratio] in Serum or Plasma | rapport cholestérol total/HDL | {ratio}
2571-8 | Triglyceride | MCnc | Pt | Ser/Plas | Qn |  | Triglyceride [Mass/volume] in Serum or Plasma | triglycérides; triglycéridémie | g/L
14927-8 | Triglyceride | SCnc | Pt | Ser/Plas | Qn |  | Triglyceride [Moles/volume] in Serum or Plasma | triglycérides; triglycéridémie | mmol/L
1869-7 | Apolipoprotein A-I | MCnc | Pt | Ser/Plas | Qn |  | Apolipoprotein A-I [Mass/volume] in Serum or Plasma | apolipoprotéine A1; Apo A1 | g/L
1884-6 | Apolipoprotein B | MCnc | Pt | Ser/Plas | Qn |  | Apolipoprotein B [Mass/volume] in Serum or Plasma | apolipoprotéine B; Apo B | g/L
10835-7 | Lipoprotein (little a) | MCnc | Pt | Ser/Plas | Qn |  | Lipoprotein a [Mass/volume] in Serum or Plasma | lipoprotéine (a); Lp(a) | g/L; mg/L
43583-4 | Lipoprotein (little a) | SCnc | Pt | Ser/Plas | Qn |  | Lipoprotein a [Moles/volume] in Serum or Plasma | lipoprotéine (a); Lp(a) | nmol/L
`;
