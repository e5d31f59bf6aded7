import type {
  LocalCode,
  LoincCode,
  Observation,
  ObservationValue,
  OtherRange,
  OtherUnitValue,
  PriorResult,
  ReferenceRange,
  Unit,
} from '@segur/laboratory';
import fc from 'fast-check';
import { arbitraryImage, arbitraryPerformer } from './arbitrary-attachments.js';
import { arbitraryCoded, arbitraryIdentifier, arbitraryProfessional } from './arbitrary-people.js';
import { record, some } from './arbitrary-record.js';
import { arbitraryDecimal, arbitraryFilled, arbitraryOid, arbitraryText, arbitraryTime } from './arbitrary-texts.js';

/** A code of a laboratory's catalogue. */
export const arbitraryLocalCode: fc.Arbitrary<LocalCode> = record<LocalCode>(
  { localCode: arbitraryFilled, label: arbitraryText },
  { system: fc.oneof(arbitraryOid, arbitraryFilled) },
);
/** A LOINC with any label. */
export const arbitraryLoinc: fc.Arbitrary<LoincCode> = record<LoincCode>({
  code: fc.constantFrom('40193-5', '2345-7', '20-8'),
  label: arbitraryText,
});
/** One of the two specimens of every arbitrary report. */
export const arbitrarySpecimenId: fc.Arbitrary<string> = fc.constantFrom('S1', 'S2');

/** Any printed result, of every kind. */
export const arbitraryValue: fc.Arbitrary<ObservationValue> = fc.oneof(
  record<ObservationValue & { kind: 'numeric' }>({ kind: fc.constant('numeric'), text: arbitraryText, value: arbitraryDecimal }),
  record<ObservationValue & { kind: 'bounded' }>({
    kind: fc.constant('bounded'),
    text: arbitraryText,
    comparator: fc.constantFrom('<', '<=', '>', '>='),
    value: arbitraryDecimal,
  }),
  record<ObservationValue & { kind: 'interval' }>({
    kind: fc.constant('interval'),
    text: arbitraryText,
    low: arbitraryDecimal,
    high: arbitraryDecimal,
  }),
  record<ObservationValue & { kind: 'ratio' }>({
    kind: fc.constant('ratio'),
    text: arbitraryText,
    numerator: arbitraryDecimal,
    denominator: arbitraryDecimal,
  }),
  record<ObservationValue & { kind: 'coded' }>({ kind: fc.constant('coded'), text: arbitraryText }, { coded: arbitraryCoded }),
  record<ObservationValue & { kind: 'text' }>({ kind: fc.constant('text'), text: arbitraryText }),
  record<ObservationValue & { kind: 'date' }>({ kind: fc.constant('date'), text: arbitraryText, value: arbitraryTime }),
  record<ObservationValue & { kind: 'absent' }>({ kind: fc.constant('absent'), text: arbitraryText }),
);

const unit: fc.Arbitrary<Unit> = record<Unit>({ raw: arbitraryText }, { ucum: fc.constantFrom('mmol/L', '1', '10*9/L', '%') });
const bounds = { low: arbitraryDecimal, high: arbitraryDecimal };
const range: fc.Arbitrary<ReferenceRange> = record<ReferenceRange>({ text: arbitraryText }, bounds);
const otherRange: fc.Arbitrary<OtherRange> = record<OtherRange>(
  { text: arbitraryText },
  {
    ...bounds,
    sex: fc.constantFrom('M', 'F'),
    ageFrom: fc.constantFrom('P0D', 'P6M', 'P18Y'),
    ageTo: fc.constantFrom('P28D', 'P1Y6M', 'PT72H'),
    label: arbitraryText,
  },
);
const otherUnit: fc.Arbitrary<OtherUnitValue> = record<OtherUnitValue>({ value: arbitraryValue, unit }, { range });
const prior: fc.Arbitrary<PriorResult> = record<PriorResult>(
  { observedAt: arbitraryTime, value: arbitraryValue },
  { unit, otherUnits: some(otherUnit, 1) },
);

/** Any result, with everything that may be said of one. Its id is not unique yet. */
export const arbitraryObservation: fc.Arbitrary<Observation> = record<Observation>(
  {
    observationId: arbitraryFilled,
    code: arbitraryLocalCode,
    value: arbitraryValue,
    interpretations: some(fc.constantFrom('N', 'H', 'LL', '<', 'POS', 'S', 'MAISON'), 2),
    status: fc.constantFrom('final', 'corrected', 'preliminary', 'cancelled'),
    comments: some(arbitraryText, 2),
  },
  {
    identifier: arbitraryIdentifier,
    sentLoinc: arbitraryLoinc,
    loinc: arbitraryLoinc,
    unit,
    otherUnits: some(otherUnit, 1),
    range,
    otherRanges: some(otherRange, 2),
    observedAt: arbitraryTime,
    method: arbitraryText,
    methodCode: arbitraryCoded,
    kit: arbitraryCoded,
    medium: arbitraryCoded,
    priors: some(prior, 2),
    specimenId: arbitrarySpecimenId,
    performedBy: arbitraryPerformer,
    validatedBy: arbitraryProfessional,
    validatedAt: arbitraryTime,
    images: some(arbitraryImage, 1),
  },
);
