/** Poisoning and drugs of abuse. Columns: see `readRows`. */
export const TOXICOLOGY = `
5643-2 | Ethanol | MCnc | Pt | Ser/Plas | Qn |  | Ethanol [Mass/volume] in Serum or Plasma | éthanol; alcoolémie; alcool éthylique | g/L
5640-8 | Ethanol | MCnc | Pt | Bld | Qn |  | Ethanol [Mass/volume] in Blood | éthanol; alcoolémie; alcool éthylique; sang total | g/L
14719-9 | Ethanol | SCnc | Pt | Ser/Plas | Qn |  | Ethanol [Moles/volume] in Serum or Plasma | éthanol; alcoolémie; alcool éthylique | mmol/L
3298-7 | Acetaminophen | MCnc | Pt | Ser/Plas | Qn |  | Acetaminophen [Mass/volume] in Serum or Plasma | paracétamol; paracétamolémie; acétaminophène | mg/L
4024-6 | Salicylates | MCnc | Pt | Ser/Plas | Qn |  | Salicylates [Mass/volume] in Serum or Plasma | salicylés; salicylates; aspirine | mg/L
3349-8 | Amphetamines | PrThr | Pt | Urine | Ord |  | Amphetamines [Presence] in Urine | amphétamines urinaires; stupéfiants |
3377-9 | Barbiturates | PrThr | Pt | Urine | Ord |  | Barbiturates [Presence] in Urine | barbituriques urinaires |
3390-2 | Benzodiazepines | PrThr | Pt | Urine | Ord |  | Benzodiazepines [Presence] in Urine | benzodiazépines urinaires |
3389-4 | Benzodiazepines | PrThr | Pt | Ser/Plas | Ord |  | Benzodiazepines [Presence] in Serum or Plasma | benzodiazépines sanguines |
3397-7 | Cocaine | PrThr | Pt | Urine | Ord |  | Cocaine [Presence] in Urine | cocaïne urinaire; stupéfiants |
3426-4 | Tetrahydrocannabinol | PrThr | Pt | Urine | Ord |  | Tetrahydrocannabinol [Presence] in Urine | cannabis urinaire; tétrahydrocannabinol; THC; stupéfiants |
3879-4 | Opiates | PrThr | Pt | Urine | Ord |  | Opiates [Presence] in Urine | opiacés urinaires; opiacés; stupéfiants |
3773-9 | Methadone | PrThr | Pt | Urine | Ord |  | Methadone [Presence] in Urine | méthadone urinaire |
3414-0 | Buprenorphine | PrThr | Pt | Urine | Ord |  | Buprenorphine [Presence] in Urine | buprénorphine urinaire |
11004-9 | Tricyclic antidepressants | PrThr | Pt | Urine | Ord |  | Tricyclic antidepressants [Presence] in Urine | antidépresseurs tricycliques urinaires |
4073-3 | Tricyclic antidepressants | PrThr | Pt | Ser/Plas | Ord |  | Tricyclic antidepressants [Presence] in Serum or Plasma | antidépresseurs tricycliques sanguins |
45324-1 | Ethyl glucuronide | MCnc | Pt | Urine | Qn |  | Ethyl glucuronide [Mass/volume] in Urine | éthylglucuronide urinaire; EtG | mg/L
5671-3 | Lead | MCnc | Pt | Bld | Qn |  | Lead [Mass/volume] in Blood | plomb; plombémie | ug/L
5685-3 | Mercury | MCnc | Pt | Bld | Qn |  | Mercury [Mass/volume] in Blood | mercure sanguin | ug/L
5609-3 | Cadmium | MCnc | Pt | Bld | Qn |  | Cadmium [Mass/volume] in Blood | cadmium sanguin | ug/L
5583-0 | Arsenic | MCnc | Pt | Bld | Qn |  | Arsenic [Mass/volume] in Blood | arsenic sanguin | ug/L
5625-9 | Cobalt | MCnc | Pt | Bld | Qn |  | Cobalt [Mass/volume] in Blood | cobalt sanguin | ug/L
5619-2 | Chromium | MCnc | Pt | Bld | Qn |  | Chromium [Mass/volume] in Blood | chrome sanguin | ug/L
5693-7 | Methanol | MCnc | Pt | Ser/Plas | Qn |  | Methanol [Mass/volume] in Serum or Plasma | méthanol | mg/L
5646-5 | Ethylene glycol | MCnc | Pt | Ser/Plas/Bld | Qn |  | Ethylene glycol [Mass/volume] in Serum, Plasma or Blood | éthylène glycol | mg/L
`;
