/** Blood gases, oximetry and electrolytes on whole blood. Columns: see `readRows`. */
export const BLOOD_GASES = `
2744-1 | pH | LsCnc | Pt | BldA | Qn |  | pH of Arterial blood | pH; pH artériel; gaz du sang | [pH]
11558-4 | pH | LsCnc | Pt | Bld | Qn |  | pH of Blood | pH; pH sanguin; gaz du sang | [pH]
2703-7 | Oxygen | PPres | Pt | BldA | Qn |  | Oxygen [Partial pressure] in Arterial blood | pression partielle en oxygène; pO2; PaO2; gaz du sang artériel | mm[Hg]; kPa
2705-2 | Oxygen | PPres | Pt | BldV | Qn |  | Oxygen [Partial pressure] in Venous blood | pression partielle en oxygène; pO2; gaz du sang veineux | mm[Hg]; kPa
11556-8 | Oxygen | PPres | Pt | Bld | Qn |  | Oxygen [Partial pressure] in Blood | pression partielle en oxygène; pO2; gaz du sang | mm[Hg]; kPa
2019-8 | Carbon dioxide | PPres | Pt | BldA | Qn |  | Carbon dioxide [Partial pressure] in Arterial blood | pression partielle en dioxyde de carbone; pCO2; PaCO2; gaz du sang artériel | mm[Hg]; kPa
2021-4 | Carbon dioxide | PPres | Pt | BldV | Qn |  | Carbon dioxide [Partial pressure] in Venous blood | pression partielle en dioxyde de carbone; pCO2; gaz du sang veineux | mm[Hg]; kPa
11557-6 | Carbon dioxide | PPres | Pt | Bld | Qn |  | Carbon dioxide [Partial pressure] in Blood | pression partielle en dioxyde de carbone; pCO2; gaz du sang | mm[Hg]; kPa
1960-4 | Bicarbonate | SCnc | Pt | BldA | Qn |  | Bicarbonate [Moles/volume] in Arterial blood | bicarbonate; HCO3; gaz du sang artériel | mmol/L
14627-4 | Bicarbonate | SCnc | Pt | BldV | Qn |  | Bicarbonate [Moles/volume] in Venous blood | bicarbonate; HCO3; gaz du sang veineux | mmol/L
1959-6 | Bicarbonate | SCnc | Pt | Bld | Qn |  | Bicarbonate [Moles/volume] in Blood | bicarbonate; HCO3; sang total | mmol/L
2026-3 | Carbon dioxide | SCnc | Pt | BldA | Qn |  | Carbon dioxide, total [Moles/volume] in Arterial blood | dioxyde de carbone total; CO2 total; gaz du sang artériel | mmol/L
2708-6 | Oxygen saturation | MFr | Pt | BldA | Qn |  | Oxygen saturation in Arterial blood | saturation en oxygène; SaO2; gaz du sang artériel | %
20564-1 | Oxygen saturation | MFr | Pt | Bld | Qn |  | Oxygen saturation in Blood | saturation en oxygène; SO2; gaz du sang | %
20563-3 | Carboxyhemoglobin/Hemoglobin.total | MFr | Pt | Bld | Qn |  | Carboxyhemoglobin/Hemoglobin.total in Blood | carboxyhémoglobine; HbCO | %
2614-6 | Methemoglobin/Hemoglobin.total | MFr | Pt | Bld | Qn |  | Methemoglobin/Hemoglobin.total in Blood | méthémoglobine; MetHb | %
2518-9 | Lactate | SCnc | Pt | BldA | Qn |  | Lactate [Moles/volume] in Arterial blood | lactate; lactates; gaz du sang artériel | mmol/L
2947-0 | Sodium | SCnc | Pt | Bld | Qn |  | Sodium [Moles/volume] in Blood | sodium; natrémie; sang total | mmol/L
6298-4 | Potassium | SCnc | Pt | Bld | Qn |  | Potassium [Moles/volume] in Blood | potassium; kaliémie; sang total | mmol/L
2069-3 | Chloride | SCnc | Pt | Bld | Qn |  | Chloride [Moles/volume] in Blood | chlorure; chlorémie; sang total | mmol/L
1994-3 | Calcium.ionized | SCnc | Pt | Bld | Qn |  | Calcium.ionized [Moles/volume] in Blood | calcium ionisé; sang total | mmol/L
15074-8 | Glucose | SCnc | Pt | Bld | Qn |  | Glucose [Moles/volume] in Blood | glucose; glycémie; sang total | mmol/L
2339-0 | Glucose | MCnc | Pt | Bld | Qn |  | Glucose [Mass/volume] in Blood | glucose; glycémie; sang total | g/L
`;
