/** Susceptibility of isolates, by antibiotic and technique. Columns: see `readRows`. */
export const ANTIBIOGRAM = `
18864-9 | Ampicillin | Susc | Pt | Isolate | OrdQn |  | Ampicillin [Susceptibility] | ampicilline; antibiogramme; sensibilité |
28-1 | Ampicillin | Susc | Pt | Isolate | OrdQn | MIC | Ampicillin [Susceptibility] by Minimum inhibitory concentration (MIC) | ampicilline; antibiogramme; CMI | mg/L
20-8 | Amoxicillin+Clavulanate | Susc | Pt | Isolate | OrdQn | MIC | Amoxicillin+Clavulanate [Susceptibility] by Minimum inhibitory concentration (MIC) | amoxicilline et acide clavulanique; antibiogramme; CMI | mg/L
18900-1 | Cephalothin | Susc | Pt | Isolate | OrdQn |  | Cephalothin [Susceptibility] | céfalotine; antibiogramme; sensibilité |
18906-8 | Ciprofloxacin | Susc | Pt | Isolate | OrdQn |  | Ciprofloxacin [Susceptibility] | ciprofloxacine; antibiogramme; sensibilité |
20629-2 | levoFLOXacin | Susc | Pt | Isolate | OrdQn |  | levoFLOXacin [Susceptibility] | lévofloxacine; antibiogramme; sensibilité |
18928-2 | Gentamicin | Susc | Pt | Isolate | OrdQn |  | Gentamicin [Susceptibility] | gentamicine; antibiogramme; sensibilité |
267-5 | Gentamicin | Susc | Pt | Isolate | OrdQn | MIC | Gentamicin [Susceptibility] by Minimum inhibitory concentration (MIC) | gentamicine; antibiogramme; CMI | mg/L
7018-5 | Gentamicin.high potency | Susc | Pt | Isolate | OrdQn | MIC | Gentamicin.high potency [Susceptibility] by Minimum inhibitory concentration (MIC) | gentamicine haut niveau; antibiogramme; CMI | mg/L
6933-6 | Streptomycin.high potency | Susc | Pt | Isolate | OrdQn | MIC | Streptomycin.high potency [Susceptibility] by Minimum inhibitory concentration (MIC) | streptomycine haut niveau; antibiogramme; CMI | mg/L
18932-4 | Imipenem | Susc | Pt | Isolate | OrdQn |  | Imipenem [Susceptibility] | imipénème; antibiogramme; sensibilité |
18961-3 | Oxacillin | Susc | Pt | Isolate | OrdQn |  | Oxacillin [Susceptibility] | oxacilline; antibiogramme; sensibilité |
19000-9 | Vancomycin | Susc | Pt | Isolate | OrdQn |  | Vancomycin [Susceptibility] | vancomycine; antibiogramme; sensibilité |
29254-0 | Linezolid | Susc | Pt | Isolate | OrdQn | MIC | Linezolid [Susceptibility] by Minimum inhibitory concentration (MIC) | linézolide; antibiogramme; CMI | mg/L
35788-9 | DAPTOmycin | Susc | Pt | Isolate | OrdQn | MIC | DAPTOmycin [Susceptibility] by Minimum inhibitory concentration (MIC) | daptomycine; antibiogramme; CMI | mg/L
`;
