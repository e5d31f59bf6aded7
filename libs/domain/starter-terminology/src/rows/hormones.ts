/** Thyroid, adrenal, gonads, pituitary, bone and pancreas. Columns: see `readRows`. */
export const HORMONES = `
3016-3 | Thyrotropin | ACnc | Pt | Ser/Plas | Qn |  | Thyrotropin [Units/volume] in Serum or Plasma | thyréostimuline; TSH; thyrotropine | m[IU]/L
3024-7 | Thyroxine.free | MCnc | Pt | Ser/Plas | Qn |  | Thyroxine (T4) free [Mass/volume] in Serum or Plasma | thyroxine libre; T4 libre; T4L; FT4 | ng/L
14920-3 | Thyroxine.free | SCnc | Pt | Ser/Plas | Qn |  | Thyroxine (T4) free [Moles/volume] in Serum or Plasma | thyroxine libre; T4 libre; T4L; FT4 | pmol/L
3026-2 | Thyroxine | MCnc | Pt | Ser/Plas | Qn |  | Thyroxine (T4) [Mass/volume] in Serum or Plasma | thyroxine totale; T4 totale | ug/L
3051-0 | Triiodothyronine.free | MCnc | Pt | Ser/Plas | Qn |  | Triiodothyronine (T3) Free [Mass/volume] in Serum or Plasma | triiodothyronine libre; T3 libre; T3L; FT3 | ng/L
14928-6 | Triiodothyronine.free | SCnc | Pt | Ser/Plas | Qn |  | Triiodothyronine (T3) Free [Moles/volume] in Serum or Plasma | triiodothyronine libre; T3 libre; T3L; FT3 | pmol/L
3053-6 | Triiodothyronine | MCnc | Pt | Ser/Plas | Qn |  | Triiodothyronine (T3) [Mass/volume] in Serum or Plasma | triiodothyronine totale; T3 totale | ug/L
3013-0 | Thyroglobulin | MCnc | Pt | Ser/Plas | Qn |  | Thyroglobulin [Mass/volume] in Serum or Plasma | thyroglobuline | ug/L
1992-7 | Calcitonin | MCnc | Pt | Ser/Plas | Qn |  | Calcitonin [Mass/volume] in Serum or Plasma | calcitonine | ng/L
2731-8 | Parathyrin.intact | MCnc | Pt | Ser/Plas | Qn |  | Parathyrin.intact [Mass/volume] in Serum or Plasma | parathormone intacte; PTH; PTH intacte | ng/L
14866-8 | Parathyrin.intact | SCnc | Pt | Ser/Plas | Qn |  | Parathyrin.intact [Moles/volume] in Serum or Plasma | parathormone intacte; PTH; PTH intacte | pmol/L
2729-2 | Parathyrin related protein | MCnc | Pt | Ser/Plas | Qn |  | Parathyrin related protein [Mass/volume] in Serum or Plasma | peptide apparenté à la parathormone; PTHrp | ng/L
15067-2 | Follitropin | ACnc | Pt | Ser/Plas | Qn |  | Follitropin [Units/volume] in Serum or Plasma | hormone folliculo-stimulante; FSH; follitropine | [IU]/L
10501-5 | Lutropin | ACnc | Pt | Ser/Plas | Qn |  | Lutropin [Units/volume] in Serum or Plasma | hormone lutéinisante; LH; lutropine | [IU]/L
2842-3 | Prolactin | MCnc | Pt | Ser/Plas | Qn |  | Prolactin [Mass/volume] in Serum or Plasma | prolactine; PRL | ug/L
15081-3 | Prolactin | ACnc | Pt | Ser/Plas | Qn |  | Prolactin [Units/volume] in Serum or Plasma | prolactine; PRL | m[IU]/L
72680-2 | Macroprolactin | PrThr | Pt | Ser/Plas | Ord |  | Macroprolactin [Presence] in Serum or Plasma | macroprolactine; recherche de macroprolactine |
2243-4 | Estradiol | MCnc | Pt | Ser/Plas | Qn |  | Estradiol (E2) [Mass/volume] in Serum or Plasma | estradiol; oestradiol; E2 | ng/L
14715-7 | Estradiol | SCnc | Pt | Ser/Plas | Qn |  | Estradiol (E2) [Moles/volume] in Serum or Plasma | estradiol; oestradiol; E2 | pmol/L
2250-9 | Estriol.unconjugated | MCnc | Pt | Ser/Plas | Qn |  | Estriol (E3).unconjugated [Mass/volume] in Serum or Plasma | estriol libre; oestriol libre | ug/L
2258-2 | Estrone | MCnc | Pt | Ser/Plas | Qn |  | Estrone (E1) [Mass/volume] in Serum or Plasma | estrone; oestrone; E1 | ng/L
2839-9 | Progesterone | MCnc | Pt | Ser/Plas | Qn |  | Progesterone [Mass/volume] in Serum or Plasma | progestérone | ug/L
14890-8 | Progesterone | SCnc | Pt | Ser/Plas | Qn |  | Progesterone [Moles/volume] in Serum or Plasma | progestérone | nmol/L
2986-8 | Testosterone | MCnc | Pt | Ser/Plas | Qn |  | Testosterone [Mass/volume] in Serum or Plasma | testostérone; testostérone totale | ug/L; ng/mL
14913-8 | Testosterone | SCnc | Pt | Ser/Plas | Qn |  | Testosterone [Moles/volume] in Serum or Plasma | testostérone; testostérone totale | nmol/L
2991-8 | Testosterone.free | MCnc | Pt | Ser/Plas | Qn |  | Testosterone Free [Mass/volume] in Serum or Plasma | testostérone libre | ng/L
14914-6 | Testosterone.free | SCnc | Pt | Ser/Plas | Qn |  | Testosterone Free [Moles/volume] in Serum or Plasma | testostérone libre | pmol/L
13967-5 | Sex hormone binding globulin | SCnc | Pt | Ser/Plas | Qn |  | Sex hormone binding globulin [Moles/volume] in Serum or Plasma | protéine de liaison des hormones sexuelles; SHBG; TeBG | nmol/L
1854-9 | Androstenedione | MCnc | Pt | Ser/Plas | Qn |  | Androstenedione [Mass/volume] in Serum or Plasma | delta-4-androstènedione; androstènedione | ug/L
2191-5 | Dehydroepiandrosterone sulfate | MCnc | Pt | Ser/Plas | Qn |  | Dehydroepiandrosterone sulfate (DHEA-S) [Mass/volume] in Serum or Plasma | sulfate de déhydroépiandrostérone; SDHEA; DHEAS | ug/L
14688-6 | Dehydroepiandrosterone sulfate | SCnc | Pt | Ser/Plas | Qn |  | Dehydroepiandrosterone sulfate (DHEA-S) [Moles/volume] in Serum or Plasma | sulfate de déhydroépiandrostérone; SDHEA; DHEAS | umol/L
1668-3 | 17-Hydroxyprogesterone | MCnc | Pt | Ser/Plas | Qn |  | 17-Hydroxyprogesterone [Mass/volume] in Serum or Plasma | 17-hydroxyprogestérone; 17-OHP | ug/L
2143-6 | Cortisol | MCnc | Pt | Ser/Plas | Qn |  | Cortisol [Mass/volume] in Serum or Plasma | cortisol; cortisolémie | ug/L
14675-3 | Cortisol | SCnc | Pt | Ser/Plas | Qn |  | Cortisol [Moles/volume] in Serum or Plasma | cortisol; cortisolémie | nmol/L
2147-7 | Cortisol.free | MRat | 24H | Urine | Qn |  | Cortisol Free [Mass/time] in 24 hour Urine | cortisol libre urinaire; CLU; urines de 24 heures | ug/(24.h)
2141-0 | Corticotropin | MCnc | Pt | Plas | Qn |  | Corticotropin [Mass/volume] in Plasma | corticotropine; ACTH; hormone corticotrope | ng/L
14674-6 | Corticotropin | SCnc | Pt | Plas | Qn |  | Corticotropin [Moles/volume] in Plasma | corticotropine; ACTH; hormone corticotrope | pmol/L
1763-2 | Aldosterone | MCnc | Pt | Ser/Plas | Qn |  | Aldosterone [Mass/volume] in Serum or Plasma | aldostérone | ng/L
14586-2 | Aldosterone | SCnc | Pt | Ser/Plas | Qn |  | Aldosterone [Moles/volume] in Serum or Plasma | aldostérone | pmol/L
2915-7 | Renin | CCnc | Pt | Plas | Qn |  | Renin [Enzymatic activity/volume] in Plasma | rénine; activité rénine plasmatique | ng/mL/h
2963-7 | Somatotropin | MCnc | Pt | Ser/Plas | Qn |  | Somatotropin [Mass/volume] in Serum or Plasma | hormone de croissance; GH; somatotropine | ug/L
2484-4 | Insulin-like growth factor-I | MCnc | Pt | Ser/Plas | Qn |  | Insulin-like growth factor-I [Mass/volume] in Serum or Plasma | facteur de croissance analogue à l'insuline; IGF-1; somatomédine C | ug/L
2483-6 | Insulin-like growth factor binding protein 3 | MCnc | Pt | Ser/Plas | Qn |  | Insulin-like growth factor binding protein 3 [Mass/volume] in Serum or Plasma | protéine porteuse de l'IGF; IGFBP-3 | mg/L
20448-7 | Insulin | ACnc | Pt | Ser/Plas | Qn |  | Insulin [Units/volume] in Serum or Plasma | insuline; insulinémie | m[IU]/L
1986-9 | C peptide | MCnc | Pt | Ser/Plas | Qn |  | C peptide [Mass/volume] in Serum or Plasma | peptide C | ug/L
38476-8 | Mullerian inhibiting substance | MCnc | Pt | Ser/Plas | Qn |  | Mullerian inhibiting substance [Mass/volume] in Serum or Plasma | hormone antimüllérienne; AMH | ug/L
83104-0 | Mullerian inhibiting substance | MCnc | Pt | Ser/Plas | Qn | IA | Mullerian inhibiting substance [Mass/volume] in Serum or Plasma by Immunoassay | hormone antimüllérienne; AMH | ug/L
34319-4 | Inhibin B | MCnc | Pt | Ser/Plas | Qn |  | Inhibin B [Mass/volume] in Serum or Plasma | inhibine B | ng/L
23883-2 | Inhibin A | MCnc | Pt | Ser/Plas | Qn |  | Inhibin A [Mass/volume] in Serum or Plasma | inhibine A | ng/L
21198-7 | Choriogonadotropin.beta subunit | ACnc | Pt | Ser/Plas | Qn |  | Choriogonadotropin.beta subunit [Units/volume] in Serum or Plasma | bêta-HCG; hormone chorionique gonadotrope; sous-unité bêta | [IU]/L
19080-1 | Choriogonadotropin | ACnc | Pt | Ser/Plas | Qn |  | Choriogonadotropin [Units/volume] in Serum or Plasma | HCG; hormone chorionique gonadotrope | [IU]/L
2118-8 | Choriogonadotropin (pregnancy test) | PrThr | Pt | Ser/Plas | Ord |  | Choriogonadotropin (pregnancy test) [Presence] in Serum or Plasma | HCG; test de grossesse sanguin |
2106-3 | Choriogonadotropin (pregnancy test) | PrThr | Pt | Urine | Ord |  | Choriogonadotropin (pregnancy test) [Presence] in Urine | HCG; test de grossesse urinaire |
19180-9 | Choriogonadotropin.beta subunit.free | ACnc | Pt | Ser/Plas | Qn |  | Choriogonadotropin.beta subunit free [Units/volume] in Serum or Plasma | bêta-HCG libre; sous-unité bêta libre; dépistage de la trisomie 21 | [IU]/L
32046-5 | Pregnancy associated plasma protein A | ACnc | Pt | Ser/Plas | Qn |  | Pregnancy associated plasma protein A [Units/volume] in Serum or Plasma | protéine plasmatique A associée à la grossesse; PAPP-A; dépistage de la trisomie 21 | m[IU]/L
2697-1 | Osteocalcin | MCnc | Pt | Ser/Plas | Qn |  | Osteocalcin [Mass/volume] in Serum or Plasma | ostéocalcine | ug/L
41171-0 | Collagen crosslinked C-telopeptide | MCnc | Pt | Ser/Plas | Qn |  | Collagen crosslinked C-telopeptide [Mass/volume] in Serum or Plasma | C-télopeptide du collagène; CrossLaps; CTX | ng/L
2333-3 | Gastrin | MCnc | Pt | Ser/Plas | Qn |  | Gastrin [Mass/volume] in Serum or Plasma | gastrine; gastrinémie | ng/L
3126-0 | Vasopressin | MCnc | Pt | Ser/Plas | Qn |  | Vasopressin [Mass/volume] in Serum or Plasma | vasopressine; hormone antidiurétique; ADH | ng/L
15061-5 | Erythropoietin | ACnc | Pt | Ser/Plas | Qn |  | Erythropoietin (EPO) [Units/volume] in Serum or Plasma | érythropoïétine; EPO | [IU]/L
2939-7 | Serotonin | MCnc | Pt | Bld | Qn |  | Serotonin [Mass/volume] in Blood | sérotonine | ug/L
2609-6 | Metanephrines | MRat | 24H | Urine | Qn |  | Metanephrines [Mass/time] in 24 hour Urine | métanéphrines; urines de 24 heures | ug/(24.h)
3122-9 | Vanillylmandelate | MRat | 24H | Urine | Qn |  | Vanillylmandelate [Mass/time] in 24 hour Urine | acide vanylmandélique; VMA; urines de 24 heures | mg/(24.h)
1695-6 | 5-Hydroxyindoleacetate | MRat | 24H | Urine | Qn |  | 5-Hydroxyindoleacetate [Mass/time] in 24 hour Urine | acide 5-hydroxyindolacétique; 5-HIAA; urines de 24 heures | mg/(24.h)
`;
