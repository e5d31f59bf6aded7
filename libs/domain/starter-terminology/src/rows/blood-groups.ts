/** Blood groups and red cell antibodies. Columns: see `readRows`. */
export const BLOOD_GROUPS = `
882-1 | ABO & Rh group | Type | Pt | Bld | Nom |  | ABO and Rh group [Type] in Blood | groupe sanguin ABO et rhésus; groupe sanguin; groupe ABO RhD |
883-9 | ABO group | Type | Pt | Bld | Nom |  | ABO group [Type] in Blood | groupe sanguin ABO; groupe ABO |
10331-7 | Rh | Type | Pt | Bld | Nom |  | Rh [Type] in Blood | rhésus D; RH1; facteur rhésus |
88027-8 | Rh group Ag | Type | Pt | RBC | Nom |  | Rh group Ag [Type] on Red Blood Cells | antigènes rhésus; phénotype rhésus |
890-4 | Blood group antibody screen | PrThr | Pt | Ser/Plas | Ord |  | Blood group antibody screen [Presence] in Serum or Plasma | recherche d'anticorps anti-érythrocytaires; recherche d'agglutinines irrégulières; RAI |
888-8 | Blood group antibodies identified | Prid | Pt | Ser/Plas | Nom |  | Blood group antibodies identified in Serum or Plasma | identification d'anticorps anti-érythrocytaires; identification des agglutinines irrégulières; RAI identification |
1007-4 | Direct antiglobulin test.poly specific reagent | PrThr | Pt | RBC | Ord |  | Direct antiglobulin test.poly specific reagent [Presence] on Red Blood Cells | test direct à l'antiglobuline; test de Coombs direct; TDA |
1003-3 | Indirect antiglobulin test.complement specific reagent | PrThr | Pt | Ser/Plas | Ord |  | Indirect antiglobulin test.complement specific reagent [Presence] in Serum or Plasma | test indirect à l'antiglobuline; test de Coombs indirect; anticomplément |
5098-9 | Cold agglutinin | Titr | Pt | Ser/Plas | Qn | Aggl | Cold agglutinin [Titer] in Serum or Plasma by Agglutination | agglutinines froides | {titer}
`;
