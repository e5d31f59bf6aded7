/** Enzymes and cardiac markers. Columns: see `readRows`. */
export const ENZYMES = `
1742-6 | Alanine aminotransferase | CCnc | Pt | Ser/Plas | Qn |  | Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma | alanine aminotransférase; ALAT; ALT; TGP; transaminases | U/L
1743-4 | Alanine aminotransferase | CCnc | Pt | Ser/Plas | Qn | With P-5'-P | Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma by With P-5'-P | alanine aminotransférase; ALAT; ALT; TGP; transaminases; avec phosphate de pyridoxal | U/L
1744-2 | Alanine aminotransferase | CCnc | Pt | Ser/Plas | Qn | No addition of P-5'-P | Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma by No addition of P-5'-P | alanine aminotransférase; ALAT; ALT; TGP; transaminases; sans phosphate de pyridoxal | U/L
1920-8 | Aspartate aminotransferase | CCnc | Pt | Ser/Plas | Qn |  | Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma | aspartate aminotransférase; ASAT; AST; TGO; transaminases | U/L
30239-8 | Aspartate aminotransferase | CCnc | Pt | Ser/Plas | Qn | With P-5'-P | Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma by With P-5'-P | aspartate aminotransférase; ASAT; AST; TGO; transaminases; avec phosphate de pyridoxal | U/L
88112-8 | Aspartate aminotransferase | CCnc | Pt | Ser/Plas | Qn | No addition of P-5'-P | Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma by No addition of P-5'-P | aspartate aminotransférase; ASAT; AST; TGO; transaminases; sans phosphate de pyridoxal | U/L
2324-2 | Gamma glutamyl transferase | CCnc | Pt | Ser/Plas | Qn |  | Gamma glutamyl transferase [Enzymatic activity/volume] in Serum or Plasma | gamma-glutamyltransférase; gamma GT; GGT | U/L
6768-6 | Alkaline phosphatase | CCnc | Pt | Ser/Plas | Qn |  | Alkaline phosphatase [Enzymatic activity/volume] in Serum or Plasma | phosphatase alcaline; phosphatases alcalines; PAL | U/L
1777-2 | Alkaline phosphatase.bone | CCnc | Pt | Ser/Plas | Qn |  | Alkaline phosphatase.bone [Enzymatic activity/volume] in Serum or Plasma | phosphatase alcaline osseuse; PAL osseuse | U/L
17838-4 | Alkaline phosphatase.bone | MCnc | Pt | Ser/Plas | Qn |  | Alkaline phosphatase.bone [Mass/volume] in Serum or Plasma | phosphatase alcaline osseuse; PAL osseuse | ug/L
2532-0 | Lactate dehydrogenase | CCnc | Pt | Ser/Plas | Qn |  | Lactate dehydrogenase [Enzymatic activity/volume] in Serum or Plasma | lactate déshydrogénase; lacticodéshydrogénase; LDH | U/L
14804-9 | Lactate dehydrogenase | CCnc | Pt | Ser/Plas | Qn | Reaction: lactate to pyruvate | Lactate dehydrogenase [Enzymatic activity/volume] in Serum or Plasma by Lactate to pyruvate reaction | lactate déshydrogénase; lacticodéshydrogénase; LDH; lactate vers pyruvate | U/L
2157-6 | Creatine kinase | CCnc | Pt | Ser/Plas | Qn |  | Creatine kinase [Enzymatic activity/volume] in Serum or Plasma | créatine kinase; créatine phosphokinase; CK; CPK | U/L
13969-1 | Creatine kinase.MB | MCnc | Pt | Ser/Plas | Qn |  | Creatine kinase.MB [Mass/volume] in Serum or Plasma | créatine kinase MB; CK-MB; CKMB massique | ug/L
32673-6 | Creatine kinase.MB | CCnc | Pt | Ser/Plas | Qn |  | Creatine kinase.MB [Enzymatic activity/volume] in Serum or Plasma | créatine kinase MB; CK-MB; CKMB activité | U/L
1798-8 | Amylase | CCnc | Pt | Ser/Plas | Qn |  | Amylase [Enzymatic activity/volume] in Serum or Plasma | amylase; amylasémie | U/L
3040-3 | Triacylglycerol lipase | CCnc | Pt | Ser/Plas | Qn |  | Lipase [Enzymatic activity/volume] in Serum or Plasma | lipase; lipasémie | U/L
1761-6 | Aldolase | CCnc | Pt | Ser/Plas | Qn |  | Aldolase [Enzymatic activity/volume] in Serum or Plasma | aldolase | U/L
2098-2 | Cholinesterase | CCnc | Pt | Ser/Plas | Qn |  | Cholinesterase [Enzymatic activity/volume] in Serum or Plasma | cholinestérase; pseudocholinestérase | U/L
1690-7 | 5'-Nucleotidase | CCnc | Pt | Ser/Plas | Qn |  | 5'-Nucleotidase [Enzymatic activity/volume] in Serum or Plasma | 5'-nucléotidase | U/L
1715-2 | Acid phosphatase | CCnc | Pt | Ser/Plas | Qn |  | Acid phosphatase [Enzymatic activity/volume] in Serum or Plasma | phosphatase acide | U/L
2742-5 | Angiotensin converting enzyme | CCnc | Pt | Ser/Plas | Qn |  | Angiotensin converting enzyme [Enzymatic activity/volume] in Serum or Plasma | enzyme de conversion de l'angiotensine; ECA | U/L
10839-9 | Troponin I.cardiac | MCnc | Pt | Ser/Plas | Qn |  | Troponin I.cardiac [Mass/volume] in Serum or Plasma | troponine I; troponine I cardiaque | ug/L; ng/L
89579-7 | Troponin I.cardiac | MCnc | Pt | Ser/Plas | Qn | High sensitivity | Troponin I.cardiac [Mass/volume] in Serum or Plasma by High sensitivity method | troponine I haute sensibilité; troponine I ultrasensible; hs-TnI | ng/L
6598-7 | Troponin T.cardiac | MCnc | Pt | Ser/Plas | Qn |  | Troponin T.cardiac [Mass/volume] in Serum or Plasma | troponine T; troponine T cardiaque | ug/L; ng/L
67151-1 | Troponin T.cardiac | MCnc | Pt | Ser/Plas | Qn | High sensitivity | Troponin T.cardiac [Mass/volume] in Serum or Plasma by High sensitivity method | troponine T haute sensibilité; troponine T ultrasensible; hs-TnT | ng/L
2639-3 | Myoglobin | MCnc | Pt | Ser/Plas | Qn |  | Myoglobin [Mass/volume] in Serum or Plasma | myoglobine | ug/L
30934-4 | Natriuretic peptide.B | MCnc | Pt | Ser/Plas | Qn |  | Natriuretic peptide B [Mass/volume] in Serum or Plasma | peptide natriurétique de type B; BNP | ng/L
33762-6 | Natriuretic peptide.B prohormone N-Terminal | MCnc | Pt | Ser/Plas | Qn |  | Natriuretic peptide.B prohormone N-Terminal [Mass/volume] in Serum or Plasma | propeptide natriurétique N-terminal; NT-proBNP | ng/L
33763-4 | Natriuretic peptide.B prohormone N-Terminal | SCnc | Pt | Ser/Plas | Qn |  | Natriuretic peptide.B prohormone N-Terminal [Moles/volume] in Serum or Plasma | propeptide natriurétique N-terminal; NT-proBNP | pmol/L
21582-2 | Tryptase | MCnc | Pt | Ser/Plas | Qn |  | Tryptase [Mass/volume] in Serum or Plasma | tryptase | ug/L
`;
