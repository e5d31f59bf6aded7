/** Haemostasis: screening tests, factors, inhibitors, anticoagulants. Columns: see `readRows`. */
export const COAGULATION = `
6301-6 | Coagulation tissue factor induced.INR | RelTime | Pt | PPP | Qn | Coag | INR in Platelet poor plasma by Coagulation assay | INR; international normalized ratio; temps de Quick INR | {INR}
5902-2 | Coagulation tissue factor induced | Time | Pt | PPP | Qn |  | Prothrombin time (PT) | temps de Quick; TQ; temps de prothrombine | s
5894-1 | Coagulation tissue factor induced actual/Normal | RelTime | Pt | PPP | Qn | Coag | Prothrombin activity actual/normal in Platelet poor plasma by Coagulation assay | taux de prothrombine; TP; Quick en pourcentage | %
14979-9 | Coagulation surface induced | Time | Pt | PPP | Qn | Coag | aPTT in Platelet poor plasma by Coagulation assay | temps de céphaline activée; temps de céphaline avec activateur; TCA | s
63561-5 | Coagulation surface induced actual/Normal | RelTime | Pt | PPP | Qn | Coag | aPTT actual/normal in Platelet poor plasma by Coagulation assay | temps de céphaline activée; TCA; rapport malade sur témoin; ratio TCA | {ratio}
3243-3 | Coagulation thrombin induced | Time | Pt | PPP | Qn |  | Thrombin time | temps de thrombine; TT | s
3255-7 | Fibrinogen | MCnc | Pt | PPP | Qn | Coag | Fibrinogen [Mass/volume] in Platelet poor plasma by Coagulation assay | fibrinogène; fibrinogène de Clauss | g/L
3256-5 | Fibrinogen Ag | MCnc | Pt | PPP | Qn | IA | Fibrinogen Ag [Mass/volume] in Platelet poor plasma by Immunoassay | fibrinogène antigène; fibrinogène immunologique | g/L
3289-6 | Prothrombin.activity actual/Normal | RelCCnc | Pt | PPP | Qn | Coag | Prothrombin activity actual/normal in Platelet poor plasma by Coagulation assay | facteur II; prothrombine | %
3193-0 | Coagulation factor V activity actual/Normal | RelCCnc | Pt | PPP | Qn | Coag | Coagulation factor V activity actual/normal in Platelet poor plasma by Coagulation assay | facteur V; proaccélérine | %
3198-9 | Coagulation factor VII activity actual/Normal | RelCCnc | Pt | PPP | Qn | Coag | Coagulation factor VII activity actual/normal in Platelet poor plasma by Coagulation assay | facteur VII; proconvertine | %
3209-4 | Coagulation factor VIII activity actual/Normal | RelCCnc | Pt | PPP | Qn | Coag | Coagulation factor VIII activity actual/normal in Platelet poor plasma by Coagulation assay | facteur VIII; facteur antihémophilique A | %
3187-2 | Coagulation factor IX activity actual/Normal | RelCCnc | Pt | PPP | Qn | Coag | Coagulation factor IX activity actual/normal in Platelet poor plasma by Coagulation assay | facteur IX; facteur antihémophilique B | %
3218-5 | Coagulation factor X activity actual/Normal | RelCCnc | Pt | PPP | Qn | Coag | Coagulation factor X activity actual/normal in Platelet poor plasma by Coagulation assay | facteur X; facteur Stuart | %
3226-8 | Coagulation factor XI activity actual/Normal | RelCCnc | Pt | PPP | Qn | Coag | Coagulation factor XI activity actual/normal in Platelet poor plasma by Coagulation assay | facteur XI | %
3232-6 | Coagulation factor XII activity actual/Normal | RelCCnc | Pt | PPP | Qn | Coag | Coagulation factor XII activity actual/normal in Platelet poor plasma by Coagulation assay | facteur XII; facteur Hageman | %
27815-0 | Coagulation factor XIII activity actual/Normal | RelCCnc | Pt | PPP | Qn | Chromo | Coagulation factor XIII activity actual/normal in Platelet poor plasma by Chromogenic method | facteur XIII | %
3204-5 | Coagulation factor VIII inhibitor | ACnc | Pt | PPP | Qn | Coag | Coagulation factor VIII inhibitor [Units/volume] in Platelet poor plasma by Coagulation assay | anticorps anti-facteur VIII; inhibiteur du facteur VIII | [beth'U]
3185-6 | Coagulation factor IX inhibitor | ACnc | Pt | PPP | Qn | Coag | Coagulation factor IX inhibitor [Units/volume] in Platelet poor plasma by Coagulation assay | anticorps anti-facteur IX; inhibiteur du facteur IX | [beth'U]
27811-9 | Antithrombin actual/Normal | RelCCnc | Pt | PPP | Qn | Chromo | Antithrombin actual/normal in Platelet poor plasma by Chromogenic method | antithrombine; antithrombine III; AT III; activité | %
27812-7 | Antithrombin Ag actual/Normal | RelCCnc | Pt | PPP | Qn | IA | Antithrombin Ag actual/normal in Platelet poor plasma by Immunoassay | antithrombine; antithrombine III; antigène | %
27818-4 | Protein C actual/Normal | RelCCnc | Pt | PPP | Qn | Chromo | Protein C actual/normal in Platelet poor plasma by Chromogenic method | protéine C; activité; protéine C chromogénique | %
27819-2 | Protein C actual/Normal | RelCCnc | Pt | PPP | Qn | Coag | Protein C actual/normal in Platelet poor plasma by Coagulation assay | protéine C; activité anticoagulante; protéine C chronométrique | %
27820-0 | Protein C Ag actual/Normal | RelCCnc | Pt | PPP | Qn | IA | Protein C Ag actual/normal in Platelet poor plasma by Immunoassay | protéine C antigène | %
27822-6 | Protein S actual/Normal | RelCCnc | Pt | PPP | Qn | Coag | Protein S actual/normal in Platelet poor plasma by Coagulation assay | protéine S; activité | %
27821-8 | Protein S.free Ag actual/Normal | RelCCnc | Pt | PPP | Qn | IA | Protein S Free Ag actual/normal in Platelet poor plasma by Immunoassay | protéine S libre; antigène libre | %
27823-4 | Protein S Ag actual/Normal | RelCCnc | Pt | PPP | Qn | IA | Protein S Ag actual/normal in Platelet poor plasma by Immunoassay | protéine S totale; antigène total | %
13590-5 | Activated protein C resistance | RelTime | Pt | PPP | Qn | Coag | Activated protein C resistance [Time Ratio] in Platelet poor plasma by Coagulation assay | résistance à la protéine C activée; RPCA | {ratio}
48065-7 | Fibrin D-dimer FEU | MCnc | Pt | PPP | Qn |  | Fibrin D-dimer FEU [Mass/volume] in Platelet poor plasma | D-dimères; DDI; unités équivalent fibrinogène; FEU | ug/mL; ng/mL
48066-5 | Fibrin D-dimer DDU | MCnc | Pt | PPP | Qn |  | Fibrin D-dimer DDU [Mass/volume] in Platelet poor plasma | D-dimères; DDI; unités D-dimère; DDU | ug/mL; ng/mL
30226-5 | Fibrin+Fibrinogen fragments | MCnc | Pt | PPP | Qn |  | Fibrin+Fibrinogen fragments [Mass/volume] in Platelet poor plasma | produits de dégradation de la fibrine; PDF | ug/mL
27816-8 | von Willebrand factor Ag actual/Normal | RelCCnc | Pt | PPP | Qn | IA | von Willebrand factor (vWf) Ag actual/normal in Platelet poor plasma by Immunoassay | facteur von Willebrand; antigène; vWF Ag | %
6014-5 | von Willebrand factor.ristocetin cofactor activity actual/Normal | RelCCnc | Pt | PPP | Qn | Platelet aggr | von Willebrand factor (vWf) ristocetin cofactor actual/normal in Platelet poor plasma by Platelet aggregation | facteur von Willebrand; cofacteur de la ristocétine; vWF RCo | %
53622-7 | von Willebrand factor cleaving protease actual/normal | RelCCnc | Pt | PPP | Qn | Chromo | von Willebrand factor (vWf) cleaving protease actual/normal in Platelet poor plasma by Chromogenic method | ADAMTS13; protéase du facteur von Willebrand; activité | %
3274-8 | Heparin.unfractionated | ACnc | Pt | PPP | Qn | Chromo | Heparin unfractionated [Units/volume] in Platelet poor plasma by Chromogenic method | héparine non fractionnée; héparinémie; HNF; anti-Xa | [IU]/mL
32684-3 | Heparin.low molecular weight | ACnc | Pt | PPP | Qn |  | LMW Heparin [Units/volume] in Platelet poor plasma | héparine de bas poids moléculaire; HBPM; anti-Xa | [IU]/mL
34701-3 | Platelet factor 4 heparin complex induced Ab | PrThr | Pt | Ser | Ord |  | Heparin induced platelet Ab [Presence] in Serum | anticorps anti-facteur 4 plaquettaire; anticorps anti-PF4; thrombopénie induite par l'héparine; TIH |
45155-9 | Platelet factor 4 heparin complex induced Ab | ACnc | Pt | Ser | Qn |  | Heparin induced platelet Ab [Units/volume] in Serum | anticorps anti-facteur 4 plaquettaire; anticorps anti-PF4; TIH |
3281-3 | Lupus anticoagulant | Imp | Pt | PPP | Nom |  | Lupus anticoagulant [Interpretation] in Platelet poor plasma | anticoagulant circulant de type lupique; anticoagulant lupique; ACC |
6303-2 | Coagulation dilute Russell viper venom induced | Time | Pt | PPP | Qn | Coag | dRVVT (LA screen) | temps de venin de vipère Russell dilué; dRVVT | s
34571-0 | Coagulation surface induced.lupus sensitive | Time | Pt | PPP | Qn |  | aPTT.lupus sensitive (LA screen) | temps de céphaline sensible au lupus; TCA lupique | s
27810-1 | Plasmin inhibitor actual/Normal | RelCCnc | Pt | PPP | Qn | Chromo | Plasmin inhibitor actual/normal in Platelet poor plasma by Chromogenic method | antiplasmine; inhibiteur de la plasmine | %
5970-9 | Plasminogen | ACnc | Pt | PPP | Qn | Chromo | Plasminogen [Units/volume] in Platelet poor plasma by Chromogenic method | plasminogène |
3244-1 | Coagulum lysis | Time | Pt | PPP | Qn | Coag | Clot Lysis [Time] in Platelet poor plasma by Coagulation assay | temps de lyse du caillot | min; s
24471-5 | Platelet function.collagen+EPINEPHrine induced | Time | Pt | Bld | Qn |  | Platelet function (closure time) collagen+EPINEPHrine induced [Time] in Blood | temps d'occlusion plaquettaire collagène-épinéphrine; PFA | s
`;
