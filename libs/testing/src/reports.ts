import type { Identity } from '@segur/identity';
import type {
  Battery,
  Chapter,
  Isolate,
  Laboratory,
  Observation,
  ObservationValue,
  Professional,
  Report,
  Specimen,
} from '@segur/laboratory';

/** Matricule of the invented patient of `report()`, with a right key, under the OID of test identities. */
export const TEST_MATRICULE = '279035121518989';

const BIOLOGY = { code: 'G15_10/SM03', system: '1.2.250.1.213.1.1.4.5', label: 'Médecin - Biologie médicale (SM)' };
const GENERAL_PRACTICE = {
  code: 'G15_10/SM26',
  system: '1.2.250.1.213.1.1.4.5',
  label: 'Médecin - Qualifié en Médecine Générale (SM)',
};

/** The biologist who signs in fixtures. */
export const testBiologist: Professional = {
  nationalId: '899700000011',
  localId: 'BIO1',
  family: 'TESTBIO',
  given: 'CLAIRE',
  prefix: 'MME',
  suffix: 'DR',
  specialty: BIOLOGY,
  telecoms: [{ value: 'tel:0100000011', use: 'WP' }],
};

/** The prescriber of fixtures. */
export const testPrescriber: Professional = {
  nationalId: '899700000029',
  family: 'TESTPRESC',
  given: 'LOUIS',
  prefix: 'M',
  suffix: 'DR',
  specialty: GENERAL_PRACTICE,
  telecoms: [],
  mssAddress: 'louis.testpresc@medecin.mssante.example',
};

/** An invented laboratory; a fresh copy may be changed with `{ ...testLaboratory, … }`. */
export const testLaboratory: Laboratory = {
  finess: '990000001',
  name: 'LABORATOIRE DE TEST',
  address: { lines: ['12 BIS RUE DES ESSAIS'], postalCode: '99000', city: 'TESTVILLE' },
  telecoms: [{ value: 'tel:0100000000', use: 'WP' }],
  oidRoot: '1.2.250.1.999.1',
  catalogueOid: '1.2.250.1.999.2',
  catalogueName: 'Catalogue du laboratoire de test',
  sector: 'AMBULATOIRE',
  biologists: [testBiologist],
  defaultBiologist: true,
  cofrac: '8-0000',
};

/** An invented patient whose matricule may leave. */
export const testIdentity: Identity = {
  status: 'qualifiee',
  insMatricule: { value: TEST_MATRICULE, oid: '1.2.250.1.213.1.4.10' },
  traits: {
    birthName: 'PATIENT-TEST',
    birthFirstName: 'CAMILLE',
    birthGivenNames: 'CAMILLE ANNE',
    usedName: 'ESSAI',
    usedFirstName: 'CAMILLE',
    birthDate: '19790328',
    sex: 'F',
    birthPlaceInsee: '51215',
    birthPlaceName: 'TESTVILLE-SUR-MARNE',
  },
  localIds: [{ root: '1.2.250.1.999.1.9', extension: 'IPP-0001' }],
  addresses: [{ lines: ['1 RUE DU TEST', 'BATIMENT A'], postalCode: '99000', city: 'TESTVILLE' }],
  telecoms: [{ value: 'tel:0600000000', use: 'MC' }],
};

/** A result that no LOINC names, with a value of any kind and nothing else. */
export function bareObservation(localCode: string, value: ObservationValue, change: Partial<Observation> = {}): Observation {
  return {
    observationId: `obs-${localCode}`,
    code: { localCode, label: `Analyse ${localCode}` },
    value,
    interpretations: [],
    status: 'final',
    observedAt: '2026-11-20T09:40:00+01:00',
    comments: [],
    ...change,
  };
}

/** One result. Numeric, normal and with LOINC unless told otherwise. */
export function observation(localCode: string, change: Partial<Observation> = {}): Observation {
  return bareObservation(
    localCode,
    { kind: 'numeric', text: '4,89', value: '4.89' },
    {
      loinc: { code: '40193-5', label: 'Glucose à jeun [Moles/Volume] Sérum/Plasma ; Numérique' },
      unit: { raw: 'mmol/L', ucum: 'mmol/L' },
      interpretations: ['N'],
      range: { text: '3,89 - 6,00', low: '3.89', high: '6.00' },
      ...change,
    },
  );
}

/** One prescribed examination. */
export function battery(localCode: string, observations: readonly Observation[], change: Partial<Battery> = {}): Battery {
  return {
    batteryId: `bat-${localCode}`,
    code: { localCode, label: `Examen ${localCode}` },
    observations,
    comments: [],
    ...change,
  };
}

/** One germ of a culture, without count or antibiogram unless told otherwise. */
export function isolate(isolateId: string, change: Partial<Isolate> = {}): Isolate {
  return { isolateId, organism: { label: 'Escherichia coli' }, observations: [], antibiograms: [], comments: [], ...change };
}

/** One blood tube. */
export function specimen(specimenId: string, change: Partial<Specimen> = {}): Specimen {
  return {
    specimenId,
    typeCode: 'BLDV',
    label: 'Sang veineux',
    collectedAt: '2026-11-20T07:35:00+01:00',
    receivedAt: '2026-11-20T09:22:00+01:00',
    accession: `TUBE-${specimenId}`,
    ...change,
  };
}

/** Builds reports of an invented patient. Every method gives a new builder, so a base can be shared between tests. */
export class ReportBuilder {
  constructor(private readonly state: Report) {}

  /** Replaces whole fields. */
  with(change: Partial<Report>): ReportBuilder {
    return new ReportBuilder({ ...this.state, ...change });
  }

  /** Replaces the chapters. */
  withChapters(...chapters: readonly Chapter[]): ReportBuilder {
    return this.with({ chapters });
  }

  /** One chapter of biochemistry with one battery of these results. */
  withObservations(...observations: readonly Observation[]): ReportBuilder {
    return this.withChapters({ code: '18719-5', batteries: [battery('BIL', observations)] });
  }

  /** A result printed as `text`, in mmol/L, under a code of the laboratory; added to the last battery. */
  withResult(localCode: string, text: string): ReportBuilder {
    const added = observation(localCode, { value: { kind: 'numeric', text, value: text.replace(',', '.') } });
    const chapters = this.state.chapters.map((chapter, c, { length }) =>
      c < length - 1
        ? chapter
        : {
            ...chapter,
            batteries: chapter.batteries.map((last, b, all) =>
              b < all.length - 1 ? last : { ...last, observations: [...last.observations, added] },
            ),
          },
    );
    return this.with({ chapters });
  }

  /** The identity was never qualified; the matricule is known, and may not leave. */
  unqualified(): ReportBuilder {
    return this.with({ identity: { ...this.state.identity, status: 'recuperee' } });
  }

  build(): Report {
    return this.state;
  }
}

/** A final report of one glucose, for a qualified patient, with a prescriber and one blood tube. */
export function report(): ReportBuilder {
  return new ReportBuilder({
    reportSetId: '019aa0c0-0000-7000-8000-0000000000aa',
    revision: 1,
    status: 'final',
    fillerNumber: 'DOS-2026-0001',
    placerNumber: 'PRESC-1',
    identity: testIdentity,
    prescriber: testPrescriber,
    prescribedOn: '2026-11-19',
    copies: [],
    encounter: { kind: 'AMB' },
    receivedAt: '2026-11-20T09:22:00+01:00',
    releasedAt: '2026-11-20T16:00:00+01:00',
    specimens: [specimen('S1')],
    chapters: [{ code: '18719-5', batteries: [battery('GLY', [observation('GLY', { specimenId: 'S1' })], { specimenId: 'S1' })] }],
    comments: [],
    validations: [{ biologist: testBiologist, at: '2026-11-20T15:20:00+01:00' }],
    delivery: {
      dmp: true,
      professionals: true,
      patient: true,
      maskedToProfessionals: false,
      hiddenFromPatient: false,
      hiddenFromRepresentatives: false,
    },
  });
}
