/**
 * A small reviewed map, for the sample laboratory and for trying the platform: common analyses under usual local codes.
 *
 * Written for this project; a real laboratory publishes its own. Read by the same rules as any laboratory's file.
 *
 * This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and the Logical
 * Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at
 * http://loinc.org/license. LOINC® is a registered United States trademark of Regenstrief Institute, Inc.
 */
export const SAMPLE_MAPPING_CSV = `local_code,label,unit,specimen,method,loinc,loinc_label
GB,Leucocytes,G/L,Sang EDTA,Automate,6690-2,Leucocytes [Nombre/Volume] Sang ; Numérique ; Comptage automate
LEU,Leucocytes,G/L,Sang EDTA,Automate,6690-2,Leucocytes [Nombre/Volume] Sang ; Numérique ; Comptage automate
GR,Hématies,T/L,Sang EDTA,Automate,789-8,Érythrocytes [Nombre/Volume] Sang ; Numérique ; Comptage automate
HB,Hémoglobine,g/dL,Sang EDTA,,718-7,Hémoglobine [Masse/Volume] Sang ; Numérique
HGB,Hémoglobine,g/dL,Sang EDTA,,718-7,Hémoglobine [Masse/Volume] Sang ; Numérique
HB,Hémoglobine,g/L,Sang EDTA,,718-7,Hémoglobine [Masse/Volume] Sang ; Numérique
HT,Hématocrite,%,Sang EDTA,Automate,4544-3,Hématocrite [Fraction volumique] Sang ; Numérique ; Comptage automate
HCT,Hématocrite,%,Sang EDTA,Automate,4544-3,Hématocrite [Fraction volumique] Sang ; Numérique ; Comptage automate
VGM,Volume globulaire moyen,fL,Sang EDTA,Automate,787-2,Volume globulaire moyen [Volume d'entité] Erythrocytes ; Numérique ; Comptage automate
TCMH,Teneur corpusculaire moyenne en hémoglobine,pg,Sang EDTA,Automate,785-6,Teneur corpusculaire moyenne en hémoglobine [Masse d'entité] Erythrocytes ; Numérique ; Comptage automate
CCMH,Concentration corpusculaire moyenne en hémoglobine,g/dL,Sang EDTA,Automate,786-4,Concentration corpusculaire moyenne en hémoglobine [Masse/Volume] Érythrocytes ; Numérique ; Comptage automate
PLT,Plaquettes,G/L,Sang EDTA,Automate,777-3,Plaquettes [Nombre/Volume] Sang ; Numérique ; Comptage automate
PLAQ,Plaquettes,G/L,Sang EDTA,Automate,777-3,Plaquettes [Nombre/Volume] Sang ; Numérique ; Comptage automate
PNN,Polynucléaires neutrophiles,%,Sang EDTA,Automate,770-8,Polynucléaires neutrophiles/100 leucocytes [Fraction de nombres] Sang ; Numérique ; Comptage automate
PNN,Polynucléaires neutrophiles,G/L,Sang EDTA,Automate,751-8,Polynucléaires neutrophiles [Nombre/Volume] Sang ; Numérique ; Comptage automate
PNE,Polynucléaires éosinophiles,%,Sang EDTA,Automate,713-8,Polynucléaires éosinophiles/100 leucocytes [Fraction de nombres] Sang ; Numérique ; Comptage automate
PNB,Polynucléaires basophiles,%,Sang EDTA,Automate,706-2,Polynucléaires basophiles/100 leucocytes [Fraction de nombres] Sang ; Numérique ; Comptage automate
LYM,Lymphocytes,G/L,Sang EDTA,Automate,731-0,Lymphocytes [Nombre/Volume] Sang ; Numérique ; Comptage automate
LYM,Lymphocytes,%,Sang EDTA,Automate,736-9,Lymphocytes/100 leucocytes [Fraction de nombres] Sang ; Numérique ; Comptage automate
MONO,Monocytes,%,Sang EDTA,Automate,5905-5,Monocytes/100 leucocytes [Fraction de nombres] Sang ; Numérique ; Comptage automate
INR,INR,{INR},Plasma citraté,Coagulation,6301-6,Temps de quick INR [Temps relatif] Plasma pauvre en plaquettes ; Numérique ; Coagulation
TCA,Temps de céphaline activée,s,Plasma citraté,Coagulation,14979-9,Temps de céphaline activée [Temps] Plasma pauvre en plaquettes ; Numérique ; Coagulation
FIB,Fibrinogène,g/L,Plasma citraté,Coagulation,3255-7,Fibrinogène [Masse/Volume] Plasma pauvre en plaquettes ; Numérique ; Coagulation
GLY,Glycémie,mmol/L,Plasma fluoré,,14749-6,Glucose [Moles/Volume] Sérum/Plasma ; Numérique
GLY,Glycémie,g/L,Plasma fluoré,,2345-7,Glucose [Masse/Volume] Sérum/Plasma ; Numérique
GLYJ,Glycémie à jeun,mmol/L,Plasma fluoré,,40193-5,Glucose à jeun [Moles/Volume] Sérum/Plasma ; Numérique
GLYJ,Glycémie à jeun,g/L,Plasma fluoré,,53049-3,Glucose à jeun [Masse/Volume] Sérum/Plasma ; Numérique
CREA,Créatinine,µmol/L,Sérum,Enzymatique,14682-9,Créatinine [Moles/Volume] Sérum/Plasma ; Numérique
CREA,Créatinine,mg/L,Sérum,Enzymatique,2160-0,Créatinine [Masse/Volume] Sérum/Plasma ; Numérique
CREAT,Créatinine,µmol/L,Sérum,Enzymatique,14682-9,Créatinine [Moles/Volume] Sérum/Plasma ; Numérique
UREE,Urée,mmol/L,Sérum,,22664-7,Urée [Moles/Volume] Sérum/Plasma ; Numérique
UREE,Urée,g/L,Sérum,,3091-6,Urée [Masse/Volume] Sérum/Plasma ; Numérique
URAT,Acide urique,µmol/L,Sérum,,14933-6,Urate [Moles/Volume] Sérum/Plasma ; Numérique
NA,Sodium,mmol/L,Sérum,Potentiométrie,2951-2,Sodium [Moles/Volume] Sérum/Plasma ; Numérique
K,Potassium,mmol/L,Sérum,Potentiométrie,2823-3,Potassium [Moles/Volume] Sérum/Plasma ; Numérique
CL,Chlorures,mmol/L,Sérum,Potentiométrie,2075-0,Chlorure [Moles/Volume] Sérum/Plasma ; Numérique
CA,Calcium,mmol/L,Sérum,,2000-8,Calcium [Moles/Volume] Sérum/Plasma ; Numérique
PROT,Protéines totales,g/L,Sérum,,2885-2,Protéines [Masse/Volume] Sérum/Plasma ; Numérique
ALB,Albumine,g/L,Sérum,,1751-7,Albumine [Masse/Volume] Sérum/Plasma ; Numérique
CRP,Protéine C réactive,mg/L,Sérum,Immunoturbidimétrie,1988-5,C Réactive protéine [Masse/Volume] Sérum/Plasma ; Numérique
CHOL,Cholestérol total,g/L,Sérum,,2093-3,Cholestérol [Masse/Volume] Sérum/Plasma ; Numérique
CHOL,Cholestérol total,mmol/L,Sérum,,14647-2,Cholestérol [Moles/Volume] Sérum/Plasma ; Numérique
HDL,Cholestérol HDL,g/L,Sérum,,2085-9,Cholestérol HDL [Masse/Volume] Sérum/Plasma ; Numérique
HDL,Cholestérol HDL,mmol/L,Sérum,,14646-4,Cholestérol HDL [Moles/Volume] Sérum/Plasma ; Numérique
LDL,Cholestérol LDL calculé,g/L,Sérum,Calcul,13457-7,Cholestérol LDL [Masse/Volume] Sérum/Plasma ; Numérique ; Résultat calculé
LDL,Cholestérol LDL,mmol/L,Sérum,,22748-8,Cholestérol LDL [Moles/Volume] Sérum/Plasma ; Numérique
TG,Triglycérides,g/L,Sérum,,2571-8,Triglycérides [Masse/Volume] Sérum/Plasma ; Numérique
TG,Triglycérides,mmol/L,Sérum,,14927-8,Triglycérides [Moles/Volume] Sérum/Plasma ; Numérique
ALAT,Alanine aminotransférase,U/L,Sérum,Avec phosphate de pyridoxal,1743-4,Alanine aminotransférase [Catalytique/Volume] Sérum/Plasma ; Numérique ; Avec phosphate de pyridoxal
ASAT,Aspartate aminotransférase,U/L,Sérum,Avec phosphate de pyridoxal,30239-8,Aspartate aminotransférase [Catalytique/Volume] Sérum/Plasma ; Numérique ; Avec phosphate de pyridoxal
GGT,Gamma glutamyltransférase,U/L,Sérum,,2324-2,Gamma glutamyltransférase [Catalytique/Volume] Sérum/Plasma ; Numérique
TSH,TSH,mUI/L,Sérum,,3016-3,Thyréostimuline [Arbitraire/Volume] Sérum/Plasma ; Numérique
T4L,T4 libre,pmol/L,Sérum,,14920-3,Thyroxine libre [Moles/Volume] Sérum/Plasma ; Numérique
T4L,T4 libre,ng/L,Sérum,,3024-7,Thyroxine libre [Masse/Volume] Sérum/Plasma ; Numérique
FERR,Ferritine,µg/L,Sérum,,2276-4,Ferritine [Masse/Volume] Sérum/Plasma ; Numérique
HBA1C,Hémoglobine glyquée,%,Sang EDTA,,4548-4,Hémoglobine A1c/Hémoglobine totale [Fraction massique] Sang ; Numérique
NIT,Nitrites,,Urines,Bandelette,5802-4,Nitrites [Présence/Seuil] Urine ; Qualitatif ; Bandelette réactive
LEUU,Leucocyte estérase,,Urines,Bandelette,5799-2,Leucocyte estérase [Présence/Seuil] Urine ; Qualitatif ; Bandelette réactive
HBS,Antigène HBs,,Sérum,Immunoanalyse,5196-1,Virus de l'hépatite B Ag surface [Présence/Seuil] Sérum/Plasma ; Qualitatif ; Immunoanalyse
`;
