/** Drug monitoring. Columns: see `readRows`. */
export const DRUGS = `
10535-3 | Digoxin | MCnc | Pt | Ser/Plas | Qn |  | Digoxin [Mass/volume] in Serum or Plasma | digoxine; digoxinémie | ug/L
14698-5 | Digoxin | SCnc | Pt | Ser/Plas | Qn |  | Digoxin [Moles/volume] in Serum or Plasma | digoxine; digoxinémie | nmol/L
14334-7 | Lithium | SCnc | Pt | Ser/Plas | Qn |  | Lithium [Moles/volume] in Serum or Plasma | lithium; lithiémie | mmol/L
4086-5 | Valproate | MCnc | Pt | Ser/Plas | Qn |  | Valproate [Mass/volume] in Serum or Plasma | acide valproïque; valproate; Dépakine | mg/L
14946-8 | Valproate | SCnc | Pt | Ser/Plas | Qn |  | Valproate [Moles/volume] in Serum or Plasma | acide valproïque; valproate; Dépakine | umol/L
3432-2 | carBAMazepine | MCnc | Pt | Ser/Plas | Qn |  | carBAMazepine [Mass/volume] in Serum or Plasma | carbamazépine; Tégrétol | mg/L
3968-5 | Phenytoin | MCnc | Pt | Ser/Plas | Qn |  | Phenytoin [Mass/volume] in Serum or Plasma | phénytoïne; Di-Hydan | mg/L
14877-5 | Phenytoin | SCnc | Pt | Ser/Plas | Qn |  | Phenytoin [Moles/volume] in Serum or Plasma | phénytoïne; Di-Hydan | umol/L
3948-7 | PHENobarbital | MCnc | Pt | Ser/Plas | Qn |  | PHENobarbital [Mass/volume] in Serum or Plasma | phénobarbital; Gardénal | mg/L
6948-4 | lamoTRIgine | MCnc | Pt | Ser/Plas | Qn |  | lamoTRIgine [Mass/volume] in Serum or Plasma | lamotrigine | mg/L
30471-7 | levETIRAcetam | MCnc | Pt | Ser/Plas | Qn |  | levETIRAcetam [Mass/volume] in Serum or Plasma | lévétiracétam | mg/L
17713-9 | Topiramate | MCnc | Pt | Ser/Plas | Qn |  | Topiramate [Mass/volume] in Serum or Plasma | topiramate | mg/L
3616-0 | Ethosuximide | MCnc | Pt | Ser/Plas | Qn |  | Ethosuximide [Mass/volume] in Serum or Plasma | éthosuximide | mg/L
9738-6 | Gabapentin | MCnc | Pt | Ser/Plas/Bld | Qn |  | Gabapentin [Mass/volume] in Serum, Plasma or Blood | gabapentine | mg/L
3978-4 | Primidone | MCnc | Pt | Ser/Plas | Qn |  | Primidone [Mass/volume] in Serum or Plasma | primidone | mg/L
4049-3 | Theophylline | MCnc | Pt | Ser/Plas | Qn |  | Theophylline [Mass/volume] in Serum or Plasma | théophylline | mg/L
20578-1 | Vancomycin | MCnc | Pt | Ser/Plas | Qn |  | Vancomycin [Mass/volume] in Serum or Plasma | vancomycine | mg/L
35668-3 | Gentamicin | MCnc | Pt | Ser/Plas | Qn |  | Gentamicin [Mass/volume] in Serum or Plasma | gentamicine | mg/L
35669-1 | Amikacin | MCnc | Pt | Ser/Plas | Qn |  | Amikacin [Mass/volume] in Serum or Plasma | amikacine | mg/L
35670-9 | Tobramycin | MCnc | Pt | Ser/Plas | Qn |  | Tobramycin [Mass/volume] in Serum or Plasma | tobramycine | mg/L
11253-2 | Tacrolimus | MCnc | Pt | Bld | Qn |  | Tacrolimus [Mass/volume] in Blood | tacrolimus | ug/L
3520-4 | cycloSPORINE | MCnc | Pt | Bld | Qn |  | cycloSPORINE [Mass/volume] in Blood | ciclosporine; cyclosporine | ug/L
29247-4 | Sirolimus | MCnc | Pt | Bld | Qn |  | Sirolimus [Mass/volume] in Blood | sirolimus; rapamycine | ug/L
50544-6 | Everolimus | MCnc | Pt | Bld | Qn |  | Everolimus [Mass/volume] in Blood | évérolimus | ug/L
23905-3 | Mycophenolate | MCnc | Pt | Ser/Plas | Qn |  | Mycophenolate [Mass/volume] in Serum or Plasma | acide mycophénolique; mycophénolate | mg/L
14836-1 | Methotrexate | SCnc | Pt | Ser/Plas | Qn |  | Methotrexate [Moles/volume] in Serum or Plasma | méthotrexate | umol/L
6896-5 | cloZAPine | MCnc | Pt | Ser/Plas | Qn |  | cloZAPine [Mass/volume] in Serum or Plasma | clozapine | ug/L
3872-9 | Nortriptyline | MCnc | Pt | Ser/Plas | Qn |  | Nortriptyline [Mass/volume] in Serum or Plasma | nortriptyline | ug/L
38370-3 | Voriconazole | MCnc | Pt | Ser/Plas | Qn |  | Voriconazole [Mass/volume] in Serum or Plasma | voriconazole | mg/L
3422-3 | Caffeine | MCnc | Pt | Ser/Plas | Qn |  | Caffeine [Mass/volume] in Serum or Plasma | caféine | mg/L
`;
