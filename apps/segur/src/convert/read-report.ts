import { readCrBio } from '@segur/cda';
import { toReport as fromCda } from '@segur/cda-to-laboratory';
import { hasErrors, type Finding } from '@segur/errors';
import { decodeMessage, type Hl7Message } from '@segur/hl7v2';
import { contentOf, fillerNumberOf, toDocumentTransmission, toReport as fromHl7v2 } from '@segur/hl7v2-to-laboratory';
import { decodeHprimSante, formatOf } from '@segur/hprim';
import { splitRequests, toReport as fromHprim } from '@segur/hprim-to-laboratory';
import { completeIntake, reportSetIdOf, SAMPLE_LABORATORY, type Laboratory, type Report } from '@segur/laboratory';
import { decodeReportIntake } from '@segur/report-json';
import type { ConversionContext, InputFormat } from './conversion.js';

/** A report, who answers for it, and what was said on the way. `report` is absent when a finding of severity `error` stands in the way. */
export interface ReadReport {
  readonly report?: Report;
  readonly laboratory: Laboratory;
  readonly findings: readonly Finding[];
}

type Context = Pick<ConversionContext, 'laboratory' | 'request'>;
type Reader = (bytes: Uint8Array, context: Context) => ReadReport;

const SAMPLE: Finding = {
  severity: 'info',
  code: 'sample-laboratory',
  location: '',
  message: 'No --lab: the report is that of the sample laboratory',
};

/** How each format is read. @throws {PlatformError} of kind `invalid`: the bytes cannot be split at all. */
export const READERS: Readonly<Record<InputFormat, Reader>> = {
  hl7v2: (bytes, context) => readHl7v2(decodeMessage(bytes), context),
  json: readJson,
  cda: readCda,
  hprim: readHprim,
};

/** Discrete results by the mapping of flow A; a finished document by what it says itself. */
function readHl7v2(message: Hl7Message, context: Context): ReadReport {
  const { laboratory, findings: said } = answering(context);
  if (contentOf(message) === 'document') {
    const reading = toDocumentTransmission(message, laboratory);
    if (reading.status === 'refused') return { laboratory, findings: [...said, ...reading.findings] };
    const { transmission, findings } = reading;
    const inside = readCda(transmission.cda, context);
    return { ...inside, findings: [...findings, ...inside.findings] };
  }
  const reportSetId = reportSetIdOf(laboratory.finess, fillerNumberOf(message) ?? '');
  return settled(fromHl7v2(message, { laboratory, reportSetId, revision: 1 }), laboratory, said);
}

function readJson(bytes: Uint8Array, context: Context): ReadReport {
  const { laboratory, findings: said } = answering(context);
  const reading = decodeReportIntake(bytes);
  if (reading.status === 'refused') return { laboratory, findings: [...said, ...reading.findings] };
  const report = completeIntake(reading.intake, { tenantId: laboratory.finess });
  return settled({ status: 'read', report, findings: reading.findings }, laboratory, said);
}

/** A document names its laboratory itself. */
function readCda(bytes: Uint8Array, { laboratory }: Context): ReadReport {
  const reading = fromCda(readCrBio(bytes));
  if (reading.status === 'refused') return { laboratory: laboratory ?? SAMPLE_LABORATORY, findings: reading.findings };
  return settled(reading, laboratory ?? reading.laboratory, []);
}

function readHprim(bytes: Uint8Array, context: Context): ReadReport {
  const { laboratory, findings: said } = answering(context);
  const refuse = (code: string, message: string) => ({
    laboratory,
    findings: [...said, { severity: 'error', code, location: '', message } as const],
  });
  if (formatOf(bytes) === 'hprim-medecin') {
    return refuse('hprim-medecin-not-structured', 'HPRIM Médecin carries a text for people: it has no results to structure');
  }
  const requests = splitRequests(decodeHprimSante(bytes));
  const chosen = context.request === undefined ? requests : requests.filter(({ fillerNumber }) => fillerNumber === context.request);
  const [request, ...others] = chosen;
  if (!request) return refuse('hprim-request-unknown', 'The file holds no such request');
  if (others.length > 0)
    return refuse('hprim-several-requests', `The file holds ${chosen.length} requests: name one with --request`);
  const reportSetId = reportSetIdOf(laboratory.finess, request.fillerNumber ?? '');
  return settled(fromHprim(request.message, { laboratory, reportSetId, revision: 1 }), laboratory, said);
}

function answering({ laboratory }: Context): { readonly laboratory: Laboratory; readonly findings: readonly Finding[] } {
  return laboratory ? { laboratory, findings: [] } : { laboratory: SAMPLE_LABORATORY, findings: [SAMPLE] };
}

function settled(
  reading: { readonly status: string; readonly report?: Report; readonly findings: readonly Finding[] },
  laboratory: Laboratory,
  said: readonly Finding[],
): ReadReport {
  const findings = [...said, ...reading.findings];
  const { report } = reading;
  return report && reading.status === 'read' && !hasErrors(findings) ? { report, laboratory, findings } : { laboratory, findings };
}
