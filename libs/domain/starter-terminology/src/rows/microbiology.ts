/** Bacteriology, mycology and parasitology. Columns: see `readRows`. */
export const MICROBIOLOGY = `
630-4 | Bacteria identified | Prid | Pt | Urine | Nom | Culture | Bacteria identified in Urine by Culture | examen cytobactériologique des urines; ECBU; culture; germe identifié |
653-6 | Microscopic observation | Prid | Pt | Urine | Nom | Gram stain | Microscopic observation [Identifier] in Urine by Gram stain | examen direct après coloration de Gram; urines; ECBU |
600-7 | Bacteria identified | Prid | Pt | Bld | Nom | Culture | Bacteria identified in Blood by Culture | hémoculture; bactérie identifiée |
601-5 | Fungus identified | Prid | Pt | Bld | Nom | Culture | Fungus identified in Blood by Culture | hémoculture fongique; champignon identifié; levures |
625-4 | Bacteria identified | Prid | Pt | Stool | Nom | Culture | Bacteria identified in Stool by Culture | coproculture; bactérie identifiée; selles |
626-2 | Bacteria identified | Prid | Pt | Thrt | Nom | Culture | Bacteria identified in Throat by Culture | culture de gorge; prélèvement de gorge; bactérie identifiée |
6460-0 | Bacteria identified | Prid | Pt | Sputum | Nom | Culture | Bacteria identified in Sputum by Culture | examen cytobactériologique des crachats; ECBC; expectoration; bactérie identifiée |
624-7 | Bacteria identified | Prid | Pt | Sputum | Nom | Respiratory culture | Bacteria identified in Sputum by Respiratory culture | examen cytobactériologique des crachats; ECBC; culture respiratoire |
648-6 | Microscopic observation | Prid | Pt | Sputum | Nom | Gram stain | Microscopic observation [Identifier] in Sputum by Gram stain | examen direct après coloration de Gram; crachats; expectoration |
647-8 | Microscopic observation | Prid | Pt | Sputum | Nom | Acid fast stain.Ziehl-Neelsen | Microscopic observation [Identifier] in Sputum by Acid fast stain.Ziehl-Neelsen | recherche de BAAR; bacilles acido-alcoolo-résistants; Ziehl-Neelsen; crachats |
11545-1 | Microscopic observation | Prid | Pt | XXX | Nom | Acid fast stain | Microscopic observation [Identifier] in Specimen by Acid fast stain | recherche de BAAR; bacilles acido-alcoolo-résistants; mycobactéries; examen direct |
533-0 | Mycobacterium sp identified | Prid | Pt | Bld | Nom | Organism specific culture | Mycobacterium sp identified in Blood by Organism specific culture | hémoculture pour mycobactéries; mycobactérie identifiée |
543-9 | Mycobacterium sp identified | Prid | Pt | XXX | Nom | Organism specific culture | Mycobacterium sp identified in Specimen by Organism specific culture | culture de mycobactéries; mycobactérie identifiée; BK |
6462-6 | Bacteria identified | Prid | Pt | Wound | Nom | Culture | Bacteria identified in Wound by Culture | culture de plaie; prélèvement de pus; bactérie identifiée |
634-6 | Bacteria identified | Prid | Pt | XXX | Nom | Aerobic culture | Bacteria identified in Specimen by Aerobe culture | culture aérobie; bactérie identifiée; prélèvement |
635-3 | Bacteria identified | Prid | Pt | XXX | Nom | Anaerobic culture | Bacteria identified in Specimen by Anaerobe culture | culture anaérobie; bactérie identifiée; prélèvement |
6463-4 | Bacteria identified | Prid | Pt | XXX | Nom | Culture | Bacteria identified in Specimen by Culture | culture bactérienne; bactérie identifiée; prélèvement |
10352-3 | Bacteria identified | Prid | Pt | Genital | Nom | Aerobic culture | Bacteria identified in Genital specimen by Aerobe culture | prélèvement génital; culture; bactérie identifiée |
11261-5 | Bacteria identified | Prid | Pt | Vag | Nom | Aerobic culture | Bacteria identified in Vaginal fluid by Aerobe culture | prélèvement vaginal; PV; culture; bactérie identifiée |
584-3 | Streptococcus agalactiae | PrThr | Pt | Vag | Ord | Organism specific culture | Streptococcus agalactiae [Presence] in Vaginal fluid by Organism specific culture | streptocoque B; Streptococcus agalactiae; dépistage vaginal; femme enceinte |
11268-0 | Streptococcus pyogenes | PrThr | Pt | Thrt | Ord | Organism specific culture | Streptococcus pyogenes [Presence] in Throat by Organism specific culture | streptocoque A; Streptococcus pyogenes; culture de gorge; angine |
78012-2 | Streptococcus pyogenes Ag | PrThr | Pt | Thrt | Ord | IA.rapid | Streptococcus pyogenes Ag [Presence] in Throat by Rapid immunoassay | streptocoque A; test de diagnostic rapide; TDR angine; antigène |
688-2 | Neisseria gonorrhoeae | PrThr | Pt | Cvx | Ord | Organism specific culture | Neisseria gonorrhoeae [Presence] in Cervix by Organism specific culture | gonocoque; Neisseria gonorrhoeae; culture; col |
697-3 | Neisseria gonorrhoeae | PrThr | Pt | Urethra | Ord | Organism specific culture | Neisseria gonorrhoeae [Presence] in Urethra by Organism specific culture | gonocoque; Neisseria gonorrhoeae; culture; urètre |
664-3 | Microscopic observation | Prid | Pt | XXX | Nom | Gram stain | Microscopic observation [Identifier] in Specimen by Gram stain | examen direct après coloration de Gram; prélèvement |
680-9 | Microscopic observation | Prid | Pt | XXX | Nom | Wet preparation | Microscopic observation [Identifier] in Specimen by Wet preparation | examen direct à l'état frais; prélèvement |
667-6 | Microscopic observation | Prid | Pt | XXX | Nom | KOH preparation | Microscopic observation [Identifier] in Specimen by KOH preparation | examen direct mycologique; potasse |
580-1 | Fungus identified | Prid | Pt | XXX | Nom | Culture | Fungus identified in Specimen by Culture | culture mycologique; champignon identifié; prélèvement |
575-1 | Fungus identified | Prid | Pt | Skin | Nom | Culture | Fungus identified in Skin by Culture | culture mycologique; champignon identifié; peau; squames |
10704-5 | Ova & parasites identified | Prid | Pt | Stool | Nom | Microscopy.light | Ova and parasites identified in Stool by Light microscopy | parasitologie des selles; examen parasitologique; EPS; oeufs et kystes |
10701-1 | Ova & parasites identified | Prid | Pt | Stool | Nom | Concentration | Ova and parasites identified in Stool by Concentration | parasitologie des selles; technique de concentration; EPS |
673-4 | Ova & parasites identified | Prid | Pt | XXX | Nom | Microscopy.light | Ova and parasites identified in Specimen by Light microscopy | examen parasitologique; oeufs et parasites; prélèvement |
32700-7 | Microscopic observation | Prid | Pt | Bld | Nom | Malaria smear | Microscopic observation [Identifier] in Blood by Malaria smear | recherche de paludisme; frottis goutte épaisse; hématozoaires |
637-9 | Plasmodium sp identified | Prid | Pt | Bld | Nom | Thick film | Plasmodium sp identified in Blood by Thick film | recherche de paludisme; goutte épaisse; Plasmodium identifié |
10710-2 | Plasmodium sp identified | Prid | Pt | Bld | Nom | Thin film | Plasmodium sp identified in Blood by Thin film | recherche de paludisme; frottis mince; Plasmodium identifié |
76772-3 | Plasmodium falciparum Ag | PrThr | Pt | Bld | Ord | IA.rapid | Plasmodium falciparum Ag [Presence] in Blood by Rapid immunoassay | paludisme; Plasmodium falciparum; antigène; test rapide |
34713-8 | Clostridioides difficile toxin A+B | PrThr | Pt | Stool | Ord |  | Clostridioides difficile toxin A+B [Presence] in Stool | Clostridioides difficile; toxines A et B; selles |
34468-9 | Clostridioides difficile toxin A+B | PrThr | Pt | Stool | Ord | IA | Clostridioides difficile toxin A+B [Presence] in Stool by Immunoassay | Clostridioides difficile; toxines A et B; selles |
34712-0 | Clostridioides difficile | PrThr | Pt | Stool | Ord |  | Clostridioides difficile [Presence] in Stool | Clostridioides difficile; selles |
54067-4 | Clostridioides difficile toxin genes | PrThr | Pt | Stool | Ord | Probe.amp.tar | Clostridioides difficile toxin genes [Presence] in Stool by NAA with probe detection | Clostridioides difficile; gènes des toxines; PCR; selles |
17780-8 | Helicobacter pylori Ag | PrThr | Pt | Stool | Ord | IA | Helicobacter pylori Ag [Presence] in Stool by Immunoassay | Helicobacter pylori; antigène; selles |
31843-6 | Helicobacter pylori Ag | PrThr | Pt | Stool | Ord |  | Helicobacter pylori Ag [Presence] in Stool | Helicobacter pylori; antigène; selles |
5880-0 | Rotavirus Ag | PrThr | Pt | Stool | Ord | IA | Rotavirus Ag [Presence] in Stool by Immunoassay | rotavirus; antigène; selles |
6412-1 | Giardia lamblia Ag | PrThr | Pt | Stool | Ord | IA | Giardia lamblia Ag [Presence] in Stool by Immunoassay | Giardia; antigène; selles |
2335-8 | Hemoglobin.gastrointestinal | PrThr | Pt | Stool | Ord |  | Hemoglobin.gastrointestinal [Presence] in Stool | sang dans les selles; hémoglobine fécale; recherche de sang occulte |
27396-1 | Hemoglobin.gastrointestinal | MCnt | Pt | Stool | Qn |  | Hemoglobin.gastrointestinal [Mass/mass] in Stool | hémoglobine fécale; test immunologique quantitatif | ug/g
38445-3 | Calprotectin | MCnt | Pt | Stool | Qn |  | Calprotectin [Mass/mass] in Stool | calprotectine fécale | ug/g
25907-7 | Elastase.pancreatic | MCnt | Pt | Stool | Qn |  | Elastase.pancreatic [Mass/mass] in Stool | élastase fécale; élastase pancréatique | ug/g
6447-7 | Legionella pneumophila Ag | PrThr | Pt | Urine | Ord | IA | Legionella pneumophila Ag [Presence] in Urine by Immunoassay | antigène urinaire de Legionella pneumophila; légionellose |
31870-9 | Legionella pneumophila Ag | PrThr | Pt | Urine | Ord |  | Legionella pneumophila Ag [Presence] in Urine | antigène urinaire de Legionella pneumophila; légionellose |
24027-5 | Streptococcus pneumoniae Ag | PrThr | Pt | Urine | Ord |  | Streptococcus pneumoniae Ag [Presence] in Urine | antigène urinaire de Streptococcus pneumoniae; pneumocoque |
13317-3 | Staphylococcus aureus.methicillin resistant isolate | PrThr | Pt | XXX | Ord | Organism specific culture | Methicillin resistant Staphylococcus aureus [Presence] in Specimen by Organism specific culture | SARM; staphylocoque doré résistant à la méticilline; dépistage |
13316-5 | Enterococcus species.vancomycin resistant | PrThr | Pt | XXX | Ord | Organism specific culture | Vancomycin resistant enterococcus [Presence] in Specimen by Organism specific culture | ERV; entérocoque résistant aux glycopeptides; ERG; dépistage |
86930-5 | Carbapenemase | PrThr | Pt | Isolate | Ord |  | Carbapenemase [Presence] in Isolate | carbapénémase; souche isolée |
42803-7 | Bacteria identified | Prid | Pt | Isolate | Nom |  | Bacteria identified in Isolate | identification bactérienne; souche isolée |
15378-3 | Fungus identified | Prid | Pt | Isolate | Nom | Culture | Fungus identified in Isolate by Culture | identification mycologique; souche isolée |
`;
