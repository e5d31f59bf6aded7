/** Panels, and the chapters of a report. Columns: see `readRows`. */
export const PANELS = `
58410-2 | Complete blood count panel | - | Pt | Bld | - | Automated count | CBC panel - Blood by Automated count | numération sanguine; NFS; hémogramme automatisé; bilan |
57021-8 | Complete blood count W Auto Differential panel | - | Pt | Bld | - |  | CBC W Auto Differential panel - Blood | numération formule sanguine; NFS; hémogramme avec formule; bilan |
69742-5 | Complete blood count W Differential panel, method unspecified | - | Pt | Bld | - |  | CBC W Differential panel, method unspecified - Blood | numération formule sanguine; NFS; hémogramme avec formule; bilan |
53800-9 | Platelets panel | - | Pt | Bld | - | Automated count | Platelets panel - Blood by Automated count | plaquettes; bilan plaquettaire |
24326-1 | Electrolytes 1998 panel | - | Pt | Ser/Plas | - |  | Electrolytes 1998 panel - Serum or Plasma | ionogramme sanguin; électrolytes; bilan |
24331-1 | Lipid 1996 panel | - | Pt | Ser/Plas | - |  | Lipid 1996 panel - Serum or Plasma | bilan lipidique; exploration d'une anomalie lipidique; EAL |
57698-3 | Lipid panel with direct LDL | - | Pt | Ser/Plas | - |  | Lipid panel with direct LDL - Serum or Plasma | bilan lipidique avec LDL dosé |
24325-3 | Hepatic function 2000 panel | - | Pt | Ser/Plas | - |  | Hepatic function 2000 panel - Serum or Plasma | bilan hépatique |
24362-6 | Renal function 2000 panel | - | Pt | Ser/Plas | - |  | Renal function 2000 panel - Serum or Plasma | bilan rénal |
24351-9 | Protein fractions panel | - | Pt | Ser/Plas | - |  | Protein electrophoresis panel - Serum or Plasma | électrophorèse des protéines sériques; EPS; bilan |
24336-0 | Gas panel | - | Pt | BldA | - |  | Gas panel - Arterial blood | gaz du sang artériel; gazométrie; bilan |
24339-4 | Gas panel | - | Pt | BldV | - |  | Gas panel - Venous blood | gaz du sang veineux; gazométrie; bilan |
24356-8 | Urinalysis complete panel | - | Pt | Urine | - |  | Urinalysis complete panel - Urine | analyse d'urine complète; bilan urinaire |
24357-6 | Urinalysis macro (dipstick) panel | - | Pt | Urine | - |  | Urinalysis macro (dipstick) panel - Urine | bandelette urinaire; bilan |
34530-6 | ABO & Rh group panel | - | Pt | Bld | - |  | ABO and Rh group panel - Blood | groupe sanguin ABO et rhésus; bilan |
50190-8 | Iron & Iron binding capacity panel | - | Pt | Ser/Plas | - |  | Iron and Iron binding capacity panel - Serum or Plasma | bilan martial; fer et capacité de fixation |
34563-7 | Cell count panel | - | Pt | CSF | - |  | Cell count panel - Cerebral spinal fluid | cytologie du liquide céphalorachidien; LCR; bilan |
34564-5 | Cell count & Differential panel | - | Pt | CSF | - |  | Cell count and Differential panel - Cerebral spinal fluid | cytologie et formule du liquide céphalorachidien; LCR; bilan |
13361-1 | Semen analysis panel | - | Pt | Semen | - |  | Semen analysis panel | spermogramme; spermocytogramme; bilan |
48798-3 | First trimester maternal screen panel | - | Pt | Ser/Plas | - |  | First trimester maternal screen panel - Serum or Plasma | marqueurs sériques maternels; premier trimestre; dépistage de la trisomie 21 |
34535-5 | Microalbumin/Creatinine ratio panel | - | Pt | Urine | - |  | Microalbumin/Creatinine panel in random Urine | microalbuminurie; rapport albumine/créatinine; bilan |
45066-8 | Creatinine & Glomerular filtration rate.predicted panel | - | Pt | Ser/Plas/Bld | - |  | Creatinine and Glomerular filtration rate.predicted panel - Serum, Plasma or Blood | créatinine et débit de filtration glomérulaire; bilan |
57778-3 | Immunoglobulin light chains.free panel | - | Pt | Ser | - |  | Immunoglobulin light chains.free panel - Serum | chaînes légères libres; bilan |
65759-3 | T-cell subsets CD4 & CD8 panel | - | Pt | Bld | - |  | T-cell subsets CD4 and CD8 panel - Blood | sous-populations lymphocytaires CD4 CD8; bilan |
18717-9 | Blood bank studies | - | Pt |  | - |  | Blood bank studies (set) | chapitre immunohématologie |
18718-7 | Cell marker studies | - | Pt |  | - |  | Cell marker studies (set) | chapitre protéines, marqueurs tumoraux, vitamines |
18719-5 | Chemistry studies | - | Pt |  | - |  | Chemistry studies (set) | chapitre biochimie |
18720-3 | Coagulation studies | - | Pt |  | - |  | Coagulation studies (set) | chapitre hémostase; chapitre coagulation |
18723-7 | Hematology studies | - | Pt |  | - |  | Hematology studies (set) | chapitre hématologie |
18725-2 | Microbiology studies | - | Pt |  | - |  | Microbiology studies (set) | chapitre microbiologie |
18727-8 | Serology studies | - | Pt |  | - |  | Serology studies (set) | chapitre sérologie |
18769-0 | Antimicrobial susceptibilities | - | Pt |  | - |  | Antimicrobial susceptibilities (set) | chapitre antibiogramme |
26438-2 | Cytology studies | - | Pt |  | - |  | Cytology studies (set) | chapitre cytologie |
`;
