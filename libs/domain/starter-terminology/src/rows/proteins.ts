/** Serum proteins, electrophoresis, immunoglobulins, complement. Columns: see `readRows`. */
export const PROTEINS = `
2885-2 | Protein | MCnc | Pt | Ser/Plas | Qn |  | Protein [Mass/volume] in Serum or Plasma | protéines totales; protidémie; protides | g/L
1751-7 | Albumin | MCnc | Pt | Ser/Plas | Qn |  | Albumin [Mass/volume] in Serum or Plasma | albumine; albuminémie | g/L
54347-0 | Albumin | SCnc | Pt | Ser/Plas | Qn |  | Albumin [Moles/volume] in Serum or Plasma | albumine; albuminémie | umol/L
61151-7 | Albumin | MCnc | Pt | Ser/Plas | Qn | BCG | Albumin [Mass/volume] in Serum or Plasma by Bromocresol green (BCG) dye binding method | albumine; albuminémie; vert de bromocrésol | g/L
61152-5 | Albumin | MCnc | Pt | Ser/Plas | Qn | BCP | Albumin [Mass/volume] in Serum or Plasma by Bromocresol purple (BCP) dye binding method | albumine; albuminémie; pourpre de bromocrésol | g/L
14338-8 | Prealbumin | MCnc | Pt | Ser/Plas | Qn |  | Prealbumin [Mass/volume] in Serum or Plasma | préalbumine; transthyrétine | g/L; mg/L
1988-5 | C reactive protein | MCnc | Pt | Ser/Plas | Qn |  | C reactive protein [Mass/volume] in Serum or Plasma | protéine C réactive; CRP | mg/L
30522-7 | C reactive protein | MCnc | Pt | Ser/Plas | Qn | High sensitivity | C reactive protein [Mass/volume] in Serum or Plasma by High sensitivity method | protéine C réactive ultrasensible; CRP ultrasensible; CRP us | mg/L
33959-8 | Procalcitonin | MCnc | Pt | Ser/Plas | Qn |  | Procalcitonin [Mass/volume] in Serum or Plasma | procalcitonine; PCT | ug/L; ng/mL
4542-7 | Haptoglobin | MCnc | Pt | Ser/Plas | Qn |  | Haptoglobin [Mass/volume] in Serum or Plasma | haptoglobine | g/L
2064-4 | Ceruloplasmin | MCnc | Pt | Ser/Plas | Qn |  | Ceruloplasmin [Mass/volume] in Serum or Plasma | céruléoplasmine; céruloplasmine | g/L; mg/L
1825-9 | Alpha 1 antitrypsin | MCnc | Pt | Ser/Plas | Qn |  | Alpha 1 antitrypsin [Mass/volume] in Serum or Plasma | alpha-1-antitrypsine | g/L
1952-1 | Beta-2-Microglobulin | MCnc | Pt | Ser/Plas | Qn |  | Beta-2-Microglobulin [Mass/volume] in Serum or Plasma | bêta-2-microglobuline | mg/L
2458-8 | IgA | MCnc | Pt | Ser/Plas | Qn |  | IgA [Mass/volume] in Serum or Plasma | immunoglobulines A; IgA | g/L
2465-3 | IgG | MCnc | Pt | Ser/Plas | Qn |  | IgG [Mass/volume] in Serum or Plasma | immunoglobulines G; IgG | g/L
2472-9 | IgM | MCnc | Pt | Ser/Plas | Qn |  | IgM [Mass/volume] in Serum or Plasma | immunoglobulines M; IgM | g/L
2460-4 | IgD | MCnc | Pt | Ser | Qn |  | IgD [Mass/volume] in Serum | immunoglobulines D; IgD | mg/L
2469-5 | IgG subclass 4 | MCnc | Pt | Ser | Qn |  | IgG subclass 4 [Mass/volume] in Serum | sous-classe IgG4; IgG4 | g/L
36916-5 | Immunoglobulin light chains.kappa.free | MCnc | Pt | Ser | Qn |  | Kappa light chains.free [Mass/volume] in Serum | chaînes légères libres kappa; CLL kappa | mg/L
33944-0 | Immunoglobulin light chains.lambda.free | MCnc | Pt | Ser/Plas | Qn |  | Lambda light chains.free [Mass/volume] in Serum or Plasma | chaînes légères libres lambda; CLL lambda | mg/L
48378-4 | Immunoglobulin light chains.kappa.free/Immunoglobulin light chains.lambda.free | MRto | Pt | Ser | Qn |  | Kappa light chains.free/Lambda light chains.free [Mass Ratio] in Serum | chaînes légères libres; rapport kappa/lambda | {ratio}
11050-2 | Immunoglobulin light chains.kappa | MCnc | Pt | Ser/Plas | Qn |  | Kappa light chains [Mass/volume] in Serum or Plasma | chaînes légères kappa | g/L
11051-0 | Immunoglobulin light chains.lambda | MCnc | Pt | Ser/Plas | Qn |  | Lambda light chains [Mass/volume] in Serum or Plasma | chaînes légères lambda | g/L
2862-1 | Albumin | MCnc | Pt | Ser/Plas | Qn | Electrophoresis | Albumin [Mass/volume] in Serum or Plasma by Electrophoresis | albumine; électrophorèse des protéines | g/L
13980-8 | Albumin/Protein.total | MFr | Pt | Ser/Plas | Qn | Electrophoresis | Albumin/Protein.total in Serum or Plasma by Electrophoresis | albumine; électrophorèse des protéines; fraction | %
2865-4 | Alpha 1 globulin | MCnc | Pt | Ser/Plas | Qn | Electrophoresis | Alpha 1 globulin [Mass/volume] in Serum or Plasma by Electrophoresis | alpha-1-globulines; électrophorèse des protéines | g/L
13978-2 | Alpha 1 globulin/Protein.total | MFr | Pt | Ser/Plas | Qn | Electrophoresis | Alpha 1 globulin/Protein.total in Serum or Plasma by Electrophoresis | alpha-1-globulines; électrophorèse des protéines; fraction | %
2868-8 | Alpha 2 globulin | MCnc | Pt | Ser/Plas | Qn | Electrophoresis | Alpha 2 globulin [Mass/volume] in Serum or Plasma by Electrophoresis | alpha-2-globulines; électrophorèse des protéines | g/L
13981-6 | Alpha 2 globulin/Protein.total | MFr | Pt | Ser/Plas | Qn | Electrophoresis | Alpha 2 globulin/Protein.total in Serum or Plasma by Electrophoresis | alpha-2-globulines; électrophorèse des protéines; fraction | %
2871-2 | Beta globulin | MCnc | Pt | Ser/Plas | Qn | Electrophoresis | Beta globulin [Mass/volume] in Serum or Plasma by Electrophoresis | bêta-globulines; électrophorèse des protéines | g/L
13982-4 | Beta globulin/Protein.total | MFr | Pt | Ser/Plas | Qn | Electrophoresis | Beta globulin/Protein.total in Serum or Plasma by Electrophoresis | bêta-globulines; électrophorèse des protéines; fraction | %
32732-0 | Beta 1 globulin/Protein.total | MFr | Pt | Ser/Plas | Qn | Electrophoresis | Beta 1 globulin/Protein.total in Serum or Plasma by Electrophoresis | bêta-1-globulines; électrophorèse des protéines; fraction | %
32733-8 | Beta 2 globulin/Protein.total | MFr | Pt | Ser/Plas | Qn | Electrophoresis | Beta 2 globulin/Protein.total in Serum or Plasma by Electrophoresis | bêta-2-globulines; électrophorèse des protéines; fraction | %
2874-6 | Gamma globulin | MCnc | Pt | Ser/Plas | Qn | Electrophoresis | Gamma globulin [Mass/volume] in Serum or Plasma by Electrophoresis | gamma-globulines; électrophorèse des protéines | g/L
13983-2 | Gamma globulin/Protein.total | MFr | Pt | Ser/Plas | Qn | Electrophoresis | Gamma globulin/Protein.total in Serum or Plasma by Electrophoresis | gamma-globulines; électrophorèse des protéines; fraction | %
44429-9 | Albumin/Globulin | MRto | Pt | Ser/Plas | Qn | Electrophoresis | Albumin/Globulin [Mass Ratio] in Serum or Plasma by Electrophoresis | rapport albumine/globulines; électrophorèse des protéines | {ratio}
12851-2 | Protein pattern | Imp | Pt | Ser/Plas | Nom | Electrophoresis | Protein Fractions [Interpretation] in Serum or Plasma by Electrophoresis | électrophorèse des protéines; interprétation; profil |
25700-6 | Interpretation | Imp | Pt | Ser/Plas | Nom |  | Immunofixation for Serum or Plasma | immunofixation; immunotypage; interprétation |
4485-9 | Complement C3 | MCnc | Pt | Ser/Plas | Qn |  | Complement C3 [Mass/volume] in Serum or Plasma | complément C3; fraction C3 | g/L
4498-2 | Complement C4 | MCnc | Pt | Ser/Plas | Qn |  | Complement C4 [Mass/volume] in Serum or Plasma | complément C4; fraction C4 | g/L
4532-8 | Complement total hemolytic CH50 | ACnc | Pt | Ser/Plas | Qn |  | Complement total hemolytic CH50 [Units/volume] in Serum or Plasma | complément hémolytique total; CH50 |
4477-6 | Complement C1 esterase inhibitor | MCnc | Pt | Ser/Plas | Qn |  | Complement C1 esterase inhibitor [Mass/volume] in Serum or Plasma | inhibiteur de la C1 estérase; C1 inhibiteur | g/L
4478-4 | Complement C1q | MCnc | Pt | Ser/Plas | Qn |  | Complement C1q [Mass/volume] in Serum or Plasma | complément C1q | mg/L
5117-7 | Cryoglobulin | PrThr | Pt | Ser | Ord |  | Cryoglobulin [Presence] in Serum | cryoglobuline; recherche de cryoglobuline |
26881-3 | Interleukin 6 | MCnc | Pt | Ser/Plas | Qn |  | Interleukin 6 [Mass/volume] in Serum or Plasma | interleukine 6; IL-6 | ng/L
`;
