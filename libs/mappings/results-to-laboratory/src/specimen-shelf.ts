import type { Coded, Specimen, StatedTime } from '@segur/laboratory';

/** Labels of HL7 table 0487, the codes that a French laboratory meets. */
const LABELS: Readonly<Record<string, string>> = {
  AMN: 'Liquide amniotique',
  BLD: 'Sang total',
  BLDA: 'Sang artériel',
  BLDC: 'Sang capillaire',
  BLDCO: 'Sang de cordon',
  BLDV: 'Sang veineux',
  BON: 'Os',
  CSF: 'Liquide céphalorachidien',
  PLAS: 'Plasma',
  PLR: 'Liquide pleural',
  PRT: 'Liquide péritonéal',
  SAL: 'Salive',
  SER: 'Sérum',
  SMN: 'Liquide séminal',
  SNV: 'Liquide synovial',
  SPT: 'Expectoration',
  STL: 'Selles',
  THRT: 'Gorge',
  UR: 'Urine',
};
/** French words that name one specimen and no other. `SANG` is not one: tubes of blood give serum and plasma as often. */
const WORDS: Readonly<Record<string, string>> = {
  'SANG TOTAL': 'BLD',
  'SANG VEINEUX': 'BLDV',
  SERUM: 'SER',
  SÉRUM: 'SER',
  PLASMA: 'PLAS',
  URINE: 'UR',
  URINES: 'UR',
  SELLES: 'STL',
  LCR: 'CSF',
};

/** A specimen as one examination tells of it. */
export interface FoundSpecimen {
  readonly typeCode?: string;
  readonly label: string;
  readonly site?: Coded;
  /** Where it was taken, in words: printed behind the label. */
  readonly detail?: string;
  readonly collectedAt: StatedTime | undefined;
  readonly receivedAt: StatedTime | undefined;
  readonly accession: string | undefined;
}

/** The specimens of a report, each once. */
export class SpecimenShelf {
  private readonly byKey = new Map<string, Specimen>();
  private readonly ids = new Set<string>();

  get all(): readonly Specimen[] {
    return [...this.byKey.values()];
  }

  /** Keeps a specimen, or finds it among those kept: by its number on the tube, else by what and when. @returns Its identifier. */
  keep({ typeCode, label: kind, site, detail, collectedAt, receivedAt, accession }: FoundSpecimen): string {
    const label = detail && detail !== kind ? `${kind} – ${detail}` : kind;
    const key = accession ? `${accession}|${label}` : `|${label}|${collectedAt ?? ''}`;
    const known = this.byKey.get(key);
    if (known) return known.specimenId;
    const specimenId = accession && !this.ids.has(accession) ? accession : this.numbered();
    this.ids.add(specimenId);
    this.byKey.set(key, {
      specimenId,
      ...(typeCode && { typeCode }),
      label,
      ...(site && { site }),
      ...(collectedAt && { collectedAt }),
      ...(receivedAt && { receivedAt }),
      ...(accession && { accession }),
    });
    return specimenId;
  }

  private numbered(): string {
    let number = this.byKey.size + 1;
    while (this.ids.has(`S${number}`)) number += 1;
    return `S${number}`;
  }
}

/** The type of a specimen by its code, its words or both. A code of another system gives its words only. */
export function toSpecimenType(code: string, text: string, system: string): { typeCode?: string; label: string } {
  const sent = code.trim().toUpperCase();
  const named = (table: Readonly<Record<string, string>>, key: string) => (Object.hasOwn(table, key) ? table[key] : undefined);
  const typeCode =
    named(LABELS, sent) || /0487$/.test(system) ? sent : (named(WORDS, sent) ?? named(WORDS, text.trim().toUpperCase()));
  const label = text.trim() || (typeCode && named(LABELS, typeCode)) || code.trim() || 'Prélèvement';
  return { ...(typeCode && { typeCode }), label };
}
