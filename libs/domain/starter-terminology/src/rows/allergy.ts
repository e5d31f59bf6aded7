/** Total and specific IgE. Columns: see `readRows`. */
export const ALLERGY = `
19113-0 | IgE | ACnc | Pt | Ser/Plas | Qn |  | IgE [Units/volume] in Serum or Plasma | IgE totales; immunoglobulines E | k[IU]/L
2462-0 | IgE | MCnc | Pt | Ser | Qn |  | IgE [Mass/volume] in Serum | IgE totales; immunoglobulines E | ug/L
6096-2 | Dermatophagoides pteronyssinus Ab.IgE | ACnc | Pt | Ser | Qn |  | European house dust mite IgE Ab [Units/volume] in Serum | IgE spécifiques; acarien Dermatophagoides pteronyssinus; d1 | k[IU]/L
6095-4 | Dermatophagoides farinae Ab.IgE | ACnc | Pt | Ser | Qn |  | American house dust mite IgE Ab [Units/volume] in Serum | IgE spécifiques; acarien Dermatophagoides farinae; d2 | k[IU]/L
6833-8 | Cat dander Ab.IgE | ACnc | Pt | Ser | Qn |  | Cat dander IgE Ab [Units/volume] in Serum | IgE spécifiques; squames de chat; e1 | k[IU]/L
6098-8 | Dog dander Ab.IgE | ACnc | Pt | Ser | Qn |  | Dog dander IgE Ab [Units/volume] in Serum | IgE spécifiques; squames de chien; e5 | k[IU]/L
6143-2 | Horse dander Ab.IgE | ACnc | Pt | Ser | Qn |  | Horse dander IgE Ab [Units/volume] in Serum | IgE spécifiques; squames de cheval; e3 | k[IU]/L
6265-3 | Phleum pratense Ab.IgE | ACnc | Pt | Ser | Qn |  | Timothy IgE Ab [Units/volume] in Serum | IgE spécifiques; pollen de phléole des prés; g6 | k[IU]/L
15283-5 | Betula verrucosa Ab.IgE | ACnc | Pt | Ser | Qn |  | Silver Birch IgE Ab [Units/volume] in Serum | IgE spécifiques; pollen de bouleau verruqueux; t3 | k[IU]/L
6137-4 | Corylus avellana pollen Ab.IgE | ACnc | Pt | Ser | Qn |  | Hazelnut Pollen IgE Ab [Units/volume] in Serum | IgE spécifiques; pollen de noisetier; t4 | k[IU]/L
6151-5 | Cupressus sempervirens Ab.IgE | ACnc | Pt | Ser | Qn |  | Italian Cypress IgE Ab [Units/volume] in Serum | IgE spécifiques; pollen de cyprès; t23 | k[IU]/L
6183-8 | Artemisia vulgaris Ab.IgE | ACnc | Pt | Ser | Qn |  | Mugwort IgE Ab [Units/volume] in Serum | IgE spécifiques; pollen d'armoise; w6 | k[IU]/L
6020-2 | Alternaria alternata Ab.IgE | ACnc | Pt | Ser | Qn |  | Alternaria alternata IgE Ab [Units/volume] in Serum | IgE spécifiques; Alternaria alternata; m6 | k[IU]/L
6025-1 | Aspergillus fumigatus Ab.IgE | ACnc | Pt | Ser | Qn |  | Aspergillus fumigatus IgE Ab [Units/volume] in Serum | IgE spécifiques; Aspergillus fumigatus; m3 | k[IU]/L
6158-0 | Latex Ab.IgE | ACnc | Pt | Ser | Qn |  | Latex IgE Ab [Units/volume] in Serum | IgE spécifiques; latex; k82 | k[IU]/L
6206-7 | Arachis hypogaea Ab.IgE | ACnc | Pt | Ser | Qn |  | Peanut IgE Ab [Units/volume] in Serum | IgE spécifiques; arachide; f13 | k[IU]/L
6106-9 | Egg white Ab.IgE | ACnc | Pt | Ser | Qn |  | Egg white IgE Ab [Units/volume] in Serum | IgE spécifiques; blanc d'oeuf; f1 | k[IU]/L
6107-7 | Egg yolk Ab.IgE | ACnc | Pt | Ser | Qn |  | Egg yolk IgE Ab [Units/volume] in Serum | IgE spécifiques; jaune d'oeuf; f75 | k[IU]/L
7258-7 | Cow milk Ab.IgE | ACnc | Pt | Ser | Qn |  | Cow milk IgE Ab [Units/volume] in Serum | IgE spécifiques; lait de vache; f2 | k[IU]/L
6276-0 | Triticum aestivum Ab.IgE | ACnc | Pt | Ser | Qn |  | Wheat IgE Ab [Units/volume] in Serum | IgE spécifiques; blé; f4 | k[IU]/L
6248-9 | Glycine max Ab.IgE | ACnc | Pt | Ser | Qn |  | Soybean IgE Ab [Units/volume] in Serum | IgE spécifiques; soja; f14 | k[IU]/L
6136-6 | Corylus avellana Ab.IgE | ACnc | Pt | Ser | Qn |  | Hazelnut IgE Ab [Units/volume] in Serum | IgE spécifiques; noisette; f17 | k[IU]/L
6246-3 | Pandalus borealis Ab.IgE | ACnc | Pt | Ser | Qn |  | Shrimp IgE Ab [Units/volume] in Serum | IgE spécifiques; crevette; f24 | k[IU]/L
6082-2 | Gadus morhua Ab.IgE | ACnc | Pt | Ser | Qn |  | Codfish IgE Ab [Units/volume] in Serum | IgE spécifiques; morue; cabillaud; f3 | k[IU]/L
`;
