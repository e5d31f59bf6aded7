/** Blood counts, red cell indices, blood smear, sedimentation. Columns: see `readRows`. */
export const HAEMATOLOGY = `
6690-2 | Leukocytes | NCnc | Pt | Bld | Qn | Automated count | Leukocytes [#/volume] in Blood by Automated count | leucocytes; globules blancs; GB; numération leucocytaire | 10*9/L
26464-8 | Leukocytes | NCnc | Pt | Bld | Qn |  | Leukocytes [#/volume] in Blood | leucocytes; globules blancs; GB | 10*9/L
804-5 | Leukocytes | NCnc | Pt | Bld | Qn | Manual count | Leukocytes [#/volume] in Blood by Manual count | leucocytes; globules blancs; numération manuelle | 10*9/L
789-8 | Erythrocytes | NCnc | Pt | Bld | Qn | Automated count | Erythrocytes [#/volume] in Blood by Automated count | érythrocytes; hématies; globules rouges; GR | 10*12/L
26453-1 | Erythrocytes | NCnc | Pt | Bld | Qn |  | Erythrocytes [#/volume] in Blood | érythrocytes; hématies; globules rouges; GR | 10*12/L
718-7 | Hemoglobin | MCnc | Pt | Bld | Qn |  | Hemoglobin [Mass/volume] in Blood | hémoglobine; Hb | g/dL; g/L
20509-6 | Hemoglobin | MCnc | Pt | Bld | Qn | Calculated | Hemoglobin [Mass/volume] in Blood by calculation | hémoglobine calculée; Hb | g/dL; g/L
59260-0 | Hemoglobin | SCnc | Pt | Bld | Qn |  | Hemoglobin [Moles/volume] in Blood | hémoglobine; Hb | mmol/L
4544-3 | Hematocrit | VFr | Pt | Bld | Qn | Automated count | Hematocrit [Volume Fraction] of Blood by Automated count | hématocrite; Ht | %; L/L
20570-8 | Hematocrit | VFr | Pt | Bld | Qn |  | Hematocrit [Volume Fraction] of Blood | hématocrite; Ht | %; L/L
4545-0 | Hematocrit | VFr | Pt | Bld | Qn | Spun | Hematocrit [Volume Fraction] of Blood by Centrifugation | hématocrite; microhématocrite; Ht | %; L/L
787-2 | Erythrocyte mean corpuscular volume | EntVol | Pt | RBC | Qn | Automated count | MCV [Entitic volume] by Automated count | volume globulaire moyen; VGM | fL
30428-7 | Erythrocyte mean corpuscular volume | EntVol | Pt | RBC | Qn |  | MCV [Entitic volume] | volume globulaire moyen; VGM | fL
785-6 | Erythrocyte mean corpuscular hemoglobin | EntMass | Pt | RBC | Qn | Automated count | MCH [Entitic mass] by Automated count | teneur corpusculaire moyenne en hémoglobine; TCMH; TGMH | pg
28539-5 | Erythrocyte mean corpuscular hemoglobin | EntMass | Pt | RBC | Qn |  | MCH [Entitic mass] | teneur corpusculaire moyenne en hémoglobine; TCMH; TGMH | pg
786-4 | Erythrocyte mean corpuscular hemoglobin concentration | MCnc | Pt | RBC | Qn | Automated count | MCHC [Mass/volume] by Automated count | concentration corpusculaire moyenne en hémoglobine; CCMH | g/dL; g/L
28540-3 | Erythrocyte mean corpuscular hemoglobin concentration | MCnc | Pt | RBC | Qn |  | MCHC [Mass/volume] | concentration corpusculaire moyenne en hémoglobine; CCMH | g/dL; g/L
788-0 | Erythrocyte distribution width | Ratio | Pt | RBC | Qn | Automated count | Erythrocyte distribution width [Ratio] by Automated count | indice de distribution des érythrocytes; indice d'anisocytose; IDR; RDW | %
30385-9 | Erythrocyte distribution width | Ratio | Pt | RBC | Qn |  | Erythrocyte distribution width [Ratio] | indice de distribution des érythrocytes; indice d'anisocytose; IDR; RDW | %
21000-5 | Erythrocyte distribution width | EntVol | Pt | RBC | Qn | Automated count | Erythrocyte distribution width [Entitic volume] by Automated count | indice de distribution des érythrocytes; RDW-SD | fL
777-3 | Platelets | NCnc | Pt | Bld | Qn | Automated count | Platelets [#/volume] in Blood by Automated count | plaquettes; thrombocytes; numération plaquettaire | 10*9/L
26515-7 | Platelets | NCnc | Pt | Bld | Qn |  | Platelets [#/volume] in Blood | plaquettes; thrombocytes | 10*9/L
778-1 | Platelets | NCnc | Pt | Bld | Qn | Manual count | Platelets [#/volume] in Blood by Manual count | plaquettes; thrombocytes; numération manuelle | 10*9/L
32623-1 | Platelet mean volume | EntVol | Pt | Bld | Qn | Automated count | Platelet mean volume [Entitic volume] in Blood by Automated count | volume plaquettaire moyen; VPM; VMP | fL
28542-9 | Platelet mean volume | EntVol | Pt | Bld | Qn |  | Platelet mean volume [Entitic volume] in Blood | volume plaquettaire moyen; VPM; VMP | fL
32207-3 | Platelet distribution width | EntVol | Pt | Bld | Qn | Automated count | Platelet distribution width [Entitic volume] in Blood by Automated count | indice de distribution plaquettaire; IDP; PDW | fL
751-8 | Neutrophils | NCnc | Pt | Bld | Qn | Automated count | Neutrophils [#/volume] in Blood by Automated count | polynucléaires neutrophiles; neutrophiles; PNN | 10*9/L
770-8 | Neutrophils/100 leukocytes | NFr | Pt | Bld | Qn | Automated count | Neutrophils/100 leukocytes in Blood by Automated count | polynucléaires neutrophiles; neutrophiles; PNN; pourcentage des leucocytes | %
26499-4 | Neutrophils | NCnc | Pt | Bld | Qn |  | Neutrophils [#/volume] in Blood | polynucléaires neutrophiles; neutrophiles; PNN | 10*9/L
26511-6 | Neutrophils/100 leukocytes | NFr | Pt | Bld | Qn |  | Neutrophils/Leukocytes in Blood | polynucléaires neutrophiles; neutrophiles; PNN; pourcentage des leucocytes | %
753-4 | Neutrophils | NCnc | Pt | Bld | Qn | Manual count | Neutrophils [#/volume] in Blood by Manual count | polynucléaires neutrophiles; neutrophiles; PNN; formule manuelle | 10*9/L
711-2 | Eosinophils | NCnc | Pt | Bld | Qn | Automated count | Eosinophils [#/volume] in Blood by Automated count | polynucléaires éosinophiles; éosinophiles; PNE | 10*9/L
713-8 | Eosinophils/100 leukocytes | NFr | Pt | Bld | Qn | Automated count | Eosinophils/100 leukocytes in Blood by Automated count | polynucléaires éosinophiles; éosinophiles; PNE; pourcentage des leucocytes | %
26449-9 | Eosinophils | NCnc | Pt | Bld | Qn |  | Eosinophils [#/volume] in Blood | polynucléaires éosinophiles; éosinophiles; PNE | 10*9/L
26450-7 | Eosinophils/100 leukocytes | NFr | Pt | Bld | Qn |  | Eosinophils/100 leukocytes in Blood | polynucléaires éosinophiles; éosinophiles; PNE; pourcentage des leucocytes | %
704-7 | Basophils | NCnc | Pt | Bld | Qn | Automated count | Basophils [#/volume] in Blood by Automated count | polynucléaires basophiles; basophiles; PNB | 10*9/L
706-2 | Basophils/100 leukocytes | NFr | Pt | Bld | Qn | Automated count | Basophils/100 leukocytes in Blood by Automated count | polynucléaires basophiles; basophiles; PNB; pourcentage des leucocytes | %
26444-0 | Basophils | NCnc | Pt | Bld | Qn |  | Basophils [#/volume] in Blood | polynucléaires basophiles; basophiles; PNB | 10*9/L
30180-4 | Basophils/100 leukocytes | NFr | Pt | Bld | Qn |  | Basophils/100 leukocytes in Blood | polynucléaires basophiles; basophiles; PNB; pourcentage des leucocytes | %
731-0 | Lymphocytes | NCnc | Pt | Bld | Qn | Automated count | Lymphocytes [#/volume] in Blood by Automated count | lymphocytes | 10*9/L
736-9 | Lymphocytes/100 leukocytes | NFr | Pt | Bld | Qn | Automated count | Lymphocytes/100 leukocytes in Blood by Automated count | lymphocytes; pourcentage des leucocytes | %
26474-7 | Lymphocytes | NCnc | Pt | Bld | Qn |  | Lymphocytes [#/volume] in Blood | lymphocytes | 10*9/L
26478-8 | Lymphocytes/100 leukocytes | NFr | Pt | Bld | Qn |  | Lymphocytes/100 leukocytes in Blood | lymphocytes; pourcentage des leucocytes | %
732-8 | Lymphocytes | NCnc | Pt | Bld | Qn | Manual count | Lymphocytes [#/volume] in Blood by Manual count | lymphocytes; formule manuelle | 10*9/L
742-7 | Monocytes | NCnc | Pt | Bld | Qn | Automated count | Monocytes [#/volume] in Blood by Automated count | monocytes | 10*9/L
5905-5 | Monocytes/100 leukocytes | NFr | Pt | Bld | Qn | Automated count | Monocytes/100 leukocytes in Blood by Automated count | monocytes; pourcentage des leucocytes | %
26484-6 | Monocytes | NCnc | Pt | Bld | Qn |  | Monocytes [#/volume] in Blood | monocytes | 10*9/L
26485-3 | Monocytes/100 leukocytes | NFr | Pt | Bld | Qn |  | Monocytes/100 leukocytes in Blood | monocytes; pourcentage des leucocytes | %
53115-2 | Granulocytes.immature | NCnc | Pt | Bld | Qn | Automated count | Immature granulocytes [#/volume] in Blood by Automated count | granulocytes immatures; myélémie | 10*9/L
38518-7 | Granulocytes.immature/100 leukocytes | NFr | Pt | Bld | Qn |  | Immature granulocytes/100 leukocytes in Blood | granulocytes immatures; myélémie; pourcentage des leucocytes | %
71695-1 | Granulocytes.immature/100 leukocytes | NFr | Pt | Bld | Qn | Automated count | Immature granulocytes/100 leukocytes in Blood by Automated count | granulocytes immatures; myélémie; pourcentage des leucocytes | %
28541-1 | Metamyelocytes/100 leukocytes | NFr | Pt | Bld | Qn |  | Metamyelocytes/100 leukocytes in Blood | métamyélocytes; pourcentage des leucocytes | %
26498-6 | Myelocytes/100 leukocytes | NFr | Pt | Bld | Qn |  | Myelocytes/100 leukocytes in Blood | myélocytes; pourcentage des leucocytes | %
783-1 | Promyelocytes/100 leukocytes | NFr | Pt | Bld | Qn | Manual count | Promyelocytes/100 leukocytes in Blood by Manual count | promyélocytes; pourcentage des leucocytes | %
26446-5 | Blasts/100 leukocytes | NFr | Pt | Bld | Qn |  | Blasts/100 leukocytes in Blood | blastes; cellules blastiques; pourcentage des leucocytes | %
30376-8 | Blasts | NCnc | Pt | Bld | Qn |  | Blasts [#/volume] in Blood | blastes; cellules blastiques | 10*9/L
13047-6 | Plasma cells/100 leukocytes | NFr | Pt | Bld | Qn |  | Plasma cells/100 leukocytes in Blood | plasmocytes; pourcentage des leucocytes | %
13046-8 | Lymphocytes.variant/100 leukocytes | NFr | Pt | Bld | Qn |  | Variant lymphocytes/100 leukocytes in Blood | lymphocytes atypiques; lymphocytes hyperbasophiles; pourcentage des leucocytes | %
771-6 | Erythrocytes.nucleated | NCnc | Pt | Bld | Qn | Automated count | Nucleated erythrocytes [#/volume] in Blood by Automated count | érythroblastes; érythrocytes nucléés | 10*9/L
58413-6 | Erythrocytes.nucleated/100 leukocytes | Ratio | Pt | Bld | Qn | Automated count | Nucleated erythrocytes/100 leukocytes [Ratio] in Blood by Automated count | érythroblastes; érythrocytes nucléés; pour 100 leucocytes | /100{WBCs}
19048-8 | Erythrocytes.nucleated/100 leukocytes | Ratio | Pt | Bld | Qn |  | Nucleated erythrocytes/100 leukocytes [Ratio] in Blood | érythroblastes; érythrocytes nucléés; pour 100 leucocytes | /100{WBCs}
60474-4 | Reticulocytes | NCnc | Pt | Bld | Qn | Automated count | Reticulocytes [#/volume] in Blood by Automated count | réticulocytes | 10*9/L
14196-0 | Reticulocytes | NCnc | Pt | Bld | Qn |  | Reticulocytes [#/volume] in Blood | réticulocytes | 10*9/L
17849-1 | Reticulocytes/100 erythrocytes | NFr | Pt | Bld | Qn | Automated count | Reticulocytes/100 erythrocytes in Blood by Automated count | réticulocytes; pourcentage des hématies | %
4679-7 | Reticulocytes/100 erythrocytes | NFr | Pt | Bld | Qn |  | Reticulocytes/100 erythrocytes in Blood | réticulocytes; pourcentage des hématies | %
4537-7 | Erythrocyte sedimentation rate | Vel | Pt | Bld | Qn | Westergren | Erythrocyte sedimentation rate by Westergren method | vitesse de sédimentation; VS; sédimentation globulaire | mm/h
30341-2 | Erythrocyte sedimentation rate | Vel | Pt | Bld | Qn |  | Erythrocyte sedimentation rate | vitesse de sédimentation; VS; sédimentation globulaire | mm/h
38892-6 | Anisocytosis | PrThr | Pt | Bld | Ord |  | Anisocytosis [Presence] in Blood | anisocytose |
779-9 | Poikilocytosis | PrThr | Pt | Bld | Ord | Microscopy.light | Poikilocytosis [Presence] in Blood by Light microscopy | poïkilocytose |
728-6 | Hypochromia | PrThr | Pt | Bld | Ord | Microscopy.light | Hypochromia [Presence] in Blood by Light microscopy | hypochromie |
10378-8 | Polychromasia | PrThr | Pt | Bld | Ord | Microscopy.light | Polychromasia [Presence] in Blood by Light microscopy | polychromatophilie; polychromasie |
30434-5 | Microcytes | PrThr | Pt | Bld | Ord |  | Microcytes [Presence] in Blood | microcytose; microcytes |
30424-6 | Macrocytes | PrThr | Pt | Bld | Ord |  | Macrocytes [Presence] in Blood | macrocytose; macrocytes |
800-3 | Schistocytes | PrThr | Pt | Bld | Ord | Microscopy.light | Schistocytes [Presence] in Blood by Light microscopy | schizocytes; schistocytes |
801-1 | Sickle cells | PrThr | Pt | Bld | Ord | Microscopy.light | Sickle cells [Presence] in Blood by Light microscopy | drépanocytes; hématies falciformes |
802-9 | Spherocytes | PrThr | Pt | Bld | Ord | Microscopy.light | Spherocytes [Presence] in Blood by Light microscopy | sphérocytes |
10381-2 | Target cells | PrThr | Pt | Bld | Ord | Microscopy.light | Target cells [Presence] in Blood by Light microscopy | cellules cibles; hématies en cible |
7791-7 | Dacryocytes | PrThr | Pt | Bld | Ord | Microscopy.light | Dacrocytes [Presence] in Blood by Light microscopy | dacryocytes; hématies en larme |
11274-8 | Elliptocytes | PrThr | Pt | Bld | Ord | Microscopy.light | Elliptocytes [Presence] in Blood by Light microscopy | elliptocytes |
7793-3 | Howell-Jolly bodies | PrThr | Pt | Bld | Ord | Microscopy.light | Howell-Jolly bodies [Presence] in Blood by Light microscopy | corps de Howell-Jolly; corps de Jolly |
7797-4 | Rouleaux | PrThr | Pt | Bld | Ord | Microscopy.light | Rouleaux [Presence] in Blood by Light microscopy | rouleaux érythrocytaires; hématies en rouleaux |
7796-6 | Platelet clump | PrThr | Pt | Bld | Ord | Microscopy.light | Platelet clump [Presence] in Blood by Light microscopy | amas plaquettaires; agrégats plaquettaires |
5909-7 | Blood smear finding | Prid | Pt | Bld | Nom | Microscopy.light | Blood smear finding [Identifier] in Blood by Light microscopy | frottis sanguin; examen du frottis |
6742-1 | Erythrocyte morphology finding | Prid | Pt | Bld | Nom |  | Erythrocyte morphology finding [Identifier] in Blood | morphologie des érythrocytes; morphologie des hématies |
11156-7 | Leukocyte morphology finding | Prid | Pt | Bld | Nom |  | Leukocyte morphology finding [Identifier] in Blood | morphologie des leucocytes |
11125-2 | Platelet morphology finding | Prid | Pt | Bld | Nom |  | Platelet morphology finding [Identifier] in Blood | morphologie des plaquettes |
24467-3 | Cells.CD3+CD4+ | NCnc | Pt | Bld | Qn |  | CD3+CD4+ (T4 helper) cells [#/volume] in Blood | lymphocytes T CD4; CD4 | 10*9/L; /uL
8123-2 | Cells.CD3+CD4+/100 cells | NFr | Pt | Bld | Qn |  | CD3+CD4+ (T4 helper) cells/100 cells in Blood | lymphocytes T CD4; CD4; pourcentage | %
14135-8 | Cells.CD3+CD8+ | NCnc | Pt | Bld | Qn |  | CD3+CD8+ (T8 suppressor cells) cells [#/volume] in Blood | lymphocytes T CD8; CD8 | 10*9/L; /uL
8101-8 | Cells.CD3+CD8+/100 cells | NFr | Pt | Bld | Qn |  | CD3+CD8+ (T8 suppressor cells) cells/100 cells in Blood | lymphocytes T CD8; CD8; pourcentage | %
54218-3 | Cells.CD3+CD4+/Cells.CD3+CD8+ | NRto | Pt | Bld | Qn |  | CD3+CD4+ (T4 helper) cells/CD3+CD8+ (T8 suppressor cells) cells [# Ratio] in Blood | rapport CD4/CD8 | {ratio}
8122-4 | Cells.CD3 | NCnc | Pt | Bld | Qn |  | CD3 cells [#/volume] in Blood | lymphocytes T CD3; CD3 | 10*9/L; /uL
8124-0 | Cells.CD3/100 cells | NFr | Pt | Bld | Qn |  | CD3 cells/100 cells in Blood | lymphocytes T CD3; CD3; pourcentage | %
8116-6 | Cells.CD19 | NCnc | Pt | Bld | Qn |  | CD19 cells [#/volume] in Blood | lymphocytes B CD19; CD19 | 10*9/L; /uL
8117-4 | Cells.CD19/100 cells | NFr | Pt | Bld | Qn |  | CD19 cells/100 cells in Blood | lymphocytes B CD19; CD19; pourcentage | %
20402-4 | Cells.CD16+CD56+ | NCnc | Pt | Bld | Qn |  | CD16+CD56+ cells [#/volume] in Blood | cellules NK; lymphocytes NK; CD16+CD56+ | 10*9/L; /uL
4551-8 | Hemoglobin A2/Hemoglobin.total | MFr | Pt | Bld | Qn |  | Hemoglobin A2/Hemoglobin.total in Blood | hémoglobine A2; Hb A2 | %
4546-8 | Hemoglobin A/Hemoglobin.total | MFr | Pt | Bld | Qn |  | Hemoglobin A/Hemoglobin.total in Blood | hémoglobine A; Hb A | %
4576-5 | Hemoglobin F/Hemoglobin.total | MFr | Pt | Bld | Qn |  | Hemoglobin F/Hemoglobin.total in Blood | hémoglobine F; hémoglobine foetale; Hb F | %
4625-0 | Hemoglobin S/Hemoglobin.total | MFr | Pt | Bld | Qn |  | Hemoglobin S/Hemoglobin.total in Blood | hémoglobine S; Hb S | %
4563-3 | Hemoglobin C/Hemoglobin.total | MFr | Pt | Bld | Qn |  | Hemoglobin C/Hemoglobin.total in Blood | hémoglobine C; Hb C | %
6864-3 | Hemoglobin S | PrThr | Pt | Bld | Ord | Solubility test | Hemoglobin S [Presence] in Blood by Solubility test | hémoglobine S; test de solubilité; test d'Itano |
32140-6 | Hemoglobin F | PrThr | Pt | Bld | Ord | Kleihauer-Betke | Hemoglobin F [Presence] in Blood by Kleihauer-Betke method | test de Kleihauer; hémoglobine foetale; hématies foetales |
2357-2 | Glucose-6-Phosphate dehydrogenase | CCnc | Pt | RBC | Qn |  | Glucose-6-Phosphate dehydrogenase [Enzymatic activity/volume] in Red Blood Cells | glucose-6-phosphate déshydrogénase; G6PD | U/L
32546-4 | Glucose-6-Phosphate dehydrogenase | CCnt | Pt | RBC | Qn |  | Glucose-6-Phosphate dehydrogenase [Enzymatic activity/mass] in Red Blood Cells | glucose-6-phosphate déshydrogénase; G6PD | U/g{Hb}
11227-6 | Pyruvate kinase | PrThr | Pt | Bld | Ord |  | Pyruvate kinase [Presence] in Blood | pyruvate kinase érythrocytaire |
`;
