/** Tumour markers. Columns: see `readRows`. */
export const TUMOUR_MARKERS = `
2039-6 | Carcinoembryonic Ag | MCnc | Pt | Ser/Plas | Qn |  | Carcinoembryonic Ag [Mass/volume] in Serum or Plasma | antigène carcino-embryonnaire; ACE | ug/L; ng/mL
24108-3 | Cancer Ag 19-9 | ACnc | Pt | Ser/Plas | Qn |  | Cancer Ag 19-9 [Units/volume] in Serum or Plasma | antigène CA 19-9; CA 19-9 | k[IU]/L
10334-1 | Cancer Ag 125 | ACnc | Pt | Ser/Plas | Qn |  | Cancer Ag 125 [Units/volume] in Serum or Plasma | antigène CA 125; CA 125 | k[IU]/L
6875-9 | Cancer Ag 15-3 | ACnc | Pt | Ser/Plas | Qn |  | Cancer Ag 15-3 [Units/volume] in Serum or Plasma | antigène CA 15-3; CA 15-3 | k[IU]/L
2857-1 | Prostate specific Ag | MCnc | Pt | Ser/Plas | Qn |  | Prostate specific Ag [Mass/volume] in Serum or Plasma | antigène spécifique de la prostate; PSA; PSA total | ug/L; ng/mL
10886-0 | Prostate specific Ag.free | MCnc | Pt | Ser/Plas | Qn |  | Prostate Specific Ag Free [Mass/volume] in Serum or Plasma | antigène spécifique de la prostate libre; PSA libre | ug/L; ng/mL
12841-3 | Prostate specific Ag.free/Prostate specific Ag.total | MFr | Pt | Ser/Plas | Qn |  | Prostate Specific Ag Free/Prostate specific Ag.total in Serum or Plasma | rapport PSA libre/PSA total | %
1834-1 | Alpha-1-Fetoprotein | MCnc | Pt | Ser/Plas | Qn |  | Alpha-1-Fetoprotein [Mass/volume] in Serum or Plasma | alpha-foetoprotéine; AFP | ug/L
19176-7 | Alpha-1-Fetoprotein | ACnc | Pt | Ser/Plas | Qn |  | Alpha-1-Fetoprotein [Units/volume] in Serum or Plasma | alpha-foetoprotéine; AFP | k[IU]/L
53962-7 | Alpha-1-Fetoprotein.tumor marker | MCnc | Pt | Ser/Plas | Qn |  | Alpha-1-fetoprotein.tumor marker [Mass/volume] in Serum or Plasma | alpha-foetoprotéine; AFP; marqueur tumoral | ug/L
15060-7 | Enolase.neuron specific | MCnc | Pt | Ser/Plas | Qn |  | Enolase.neuron specific [Mass/volume] in Serum or Plasma | énolase neuronale spécifique; NSE | ug/L
9811-1 | Chromogranin A | MCnc | Pt | Ser/Plas | Qn |  | Chromogranin A [Mass/volume] in Serum or Plasma | chromogranine A | ug/L
55180-4 | Human epididymis protein 4 | SCnc | Pt | Ser/Plas | Qn |  | Human epididymis protein 4 [Moles/volume] in Serum or Plasma | protéine HE4; protéine épididymaire humaine 4 | pmol/L
47275-3 | S100 calcium binding protein B | MCnc | Pt | Ser | Qn |  | S100 calcium binding protein B [Mass/volume] in Serum | protéine S100; protéine S100 bêta | ug/L
`;
