import type { CdaBattery, CdaIsolate, CdaObservation } from '@segur/cda';
import type { Battery, Isolate, Organism } from '@segur/laboratory';
import { codedAt, timeAt } from './source.js';
import { identified, type SectionSource } from './section-source.js';
import { toCode } from './to-code.js';
import { toImages, toObservation, toSpecimenId, type Inherited } from './to-observation.js';
import { toPerformer } from './to-performer.js';

const METHODS = '2.16.840.1.113883.5.84';

/** Reads a battery with all that it holds. Its time and its validators belong to each result that has none of its own. */
export function toBattery(battery: CdaBattery, source: SectionSource): Battery {
  const path = source.next('b');
  const { name } = identified(battery.id, path, source);
  const inherited: Inherited = {
    ...(battery.effectiveTime !== undefined && { effectiveTime: battery.effectiveTime }),
    ...(battery.validators && { validators: battery.validators }),
  };
  const category = battery.code.others?.find(({ codeSystem }) => codeSystem === METHODS);
  const coded = codedAt(category, `${path}/code`, source.remarks);
  const observations = battery.observations.map((observation) => toObservation(observation, source, inherited));
  const isolates = (battery.isolates ?? []).map((isolate) => toIsolate(isolate, source));
  const batteries = (battery.batteries ?? []).map((inner) => toBattery(inner, source));
  const images = toImages(battery.images, source);
  return {
    batteryId: source.unique.battery(name),
    ...toCode(battery.code, battery.label || nameless(battery, source), path),
    ...(coded && { category: coded }),
    observations,
    ...(isolates.length > 0 && { isolates }),
    ...(batteries.length > 0 && { batteries }),
    ...(images.length > 0 && { images }),
    comments: battery.comments,
    ...toSpecimenId(battery.specimen, path, source),
    ...toPerformer(battery.performers, path, source.remarks),
  };
}

/** A battery of which the document says neither code nor label is shown under the heading of its section. */
function nameless({ code }: CdaBattery, { heading }: SectionSource): string {
  return code.loinc || code.local ? '' : heading;
}

/** Reads a result that stands alone: a battery of one, under the same name, as it is written. */
export function toLoneBattery(observation: CdaObservation, source: SectionSource): Battery {
  const path = source.next('b');
  const read = toObservation(observation, source);
  return { batteryId: source.unique.battery(path), code: read.code, observations: [read], comments: [] };
}

/** Reads a germ with its count and its antibiograms. */
export function toIsolate(isolate: CdaIsolate, source: SectionSource): Isolate {
  const path = source.next('i');
  const { name, identifier } = identified(isolate.id, path, source);
  const observedAt = timeAt(isolate.effectiveTime, `${path}/effectiveTime`, source.remarks);
  return {
    isolateId: source.unique.isolate(name),
    ...(identifier && { identifier }),
    organism: toOrganism(isolate, path, source),
    ...(observedAt !== undefined && { observedAt }),
    observations: isolate.observations.map((observation) => toObservation(observation, source)),
    antibiograms: isolate.antibiograms.map((antibiogram) => toBattery(antibiogram, source)),
    comments: isolate.comments,
    ...toPerformer(isolate.performers, path, source.remarks),
  };
}

function toOrganism({ label, code, ncbi }: CdaIsolate, path: string, { remarks }: SectionSource): Organism {
  const snomed = codedAt(code, `${path}/organism`, remarks);
  const taxon = codedAt(ncbi, `${path}/organism/translation`, remarks);
  const printed = label || (code?.displayName ?? ncbi?.displayName ?? '');
  return { label: printed, ...(snomed && { snomed }), ...(taxon && { ncbi: taxon }) };
}
