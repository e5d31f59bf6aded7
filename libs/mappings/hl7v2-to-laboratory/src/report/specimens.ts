import type { Specimen, StatedTime } from '@segur/laboratory';
import type { Segment } from '@segur/hl7v2';
import type { OrderGroup } from '../message-groups.js';
import type { Remarks } from '../remarks.js';
import type { StatedTimes } from '../stated-times.js';

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

/** The specimens of a report, each once, and which one an examination was made on. */
export class Specimens {
  private readonly byKey = new Map<string, Specimen>();

  constructor(
    private readonly times: StatedTimes,
    private readonly remarks: Remarks,
  ) {}

  get all(): readonly Specimen[] {
    return [...this.byKey.values()];
  }

  /**
   * Takes the specimens of an examination: SPM, or before version 2.5 OBR-7, OBR-14 and OBR-15.
   *
   * @returns The identifier to give to its results; nothing when there are several, or none.
   */
  of({ obr, specimens }: OrderGroup): string | undefined {
    if (specimens.length > 1) this.remarks.add('hl7-several-specimens', obr.location());
    const ids = specimens.length > 0 ? specimens.map((spm) => this.fromSpm(spm, obr)) : [this.fromObr(obr)];
    return ids.length === 1 ? ids[0] : undefined;
  }

  private fromSpm(spm: Segment, obr: Segment): string {
    const numbers = spm.field(2).repetition(0);
    const accession = numbers.component(2).subcomponent(1) || numbers.component(1).subcomponent(1);
    return this.keep({
      ...toType(spm.text(4), spm.text(4, 2), spm.text(4, 3)),
      collectedAt: this.times.at(spm, 17) ?? this.times.at(obr, 7),
      receivedAt: this.times.at(spm, 18) ?? this.times.at(obr, 14),
      accession: accession || undefined,
    });
  }

  private fromObr(obr: Segment): string | undefined {
    const source = obr.field(15).repetition(0).component(1);
    const collectedAt = this.times.at(obr, 7);
    if (collectedAt === undefined && source.raw === '') return undefined;
    return this.keep({
      ...toType(source.subcomponent(1), source.subcomponent(2), source.subcomponent(3)),
      collectedAt,
      receivedAt: this.times.at(obr, 14),
      accession: undefined,
    });
  }

  private keep(found: {
    typeCode?: string;
    label: string;
    collectedAt: StatedTime | undefined;
    receivedAt: StatedTime | undefined;
    accession: string | undefined;
  }): string {
    const { typeCode, label, collectedAt, receivedAt, accession } = found;
    const key = accession ? `${accession}|${label}` : `|${label}|${collectedAt ?? ''}`;
    const known = this.byKey.get(key);
    if (known) return known.specimenId;
    const specimenId =
      accession && ![...this.byKey.values()].some((other) => other.specimenId === accession)
        ? accession
        : `S${this.byKey.size + 1}`;
    this.byKey.set(key, {
      specimenId,
      ...(typeCode && { typeCode }),
      label,
      ...(collectedAt && { collectedAt }),
      ...(receivedAt && { receivedAt }),
      ...(accession && { accession }),
    });
    return specimenId;
  }
}

function toType(code: string, text: string, system: string): { typeCode?: string; label: string } {
  const sent = code.trim().toUpperCase();
  const typeCode = LABELS[sent] || /0487$/.test(system) ? sent : (WORDS[sent] ?? WORDS[text.trim().toUpperCase()]);
  const label = text.trim() || (typeCode && LABELS[typeCode]) || code.trim() || 'Prélèvement';
  return { ...(typeCode && { typeCode }), label };
}

/** What SPM-21 and SPM-24 say against a specimen, as a comment. */
export function nonConformities(specimens: readonly Segment[]): readonly string[] {
  return specimens.flatMap((spm) =>
    [21, 24].flatMap((field) =>
      spm.field(field).repetitions.flatMap((reason) => {
        const text = reason.text(2) || reason.text(1);
        return text === '' ? [] : [`Échantillon : ${text}`];
      }),
    ),
  );
}
