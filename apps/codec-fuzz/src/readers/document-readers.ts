import { readCdaHeader, readCrBio } from '@segur/cda';
import { toReport } from '@segur/cda-to-laboratory';
import { checkCrBio } from '@segur/conformance';
import { hasErrors } from '@segur/errors';
import { completeIntake } from '@segur/laboratory';
import { readPdfImage } from '@segur/pdf';
import { decodeReportIntake, decodeReportJson, encodeReportJson } from '@segur/report-json';
import { officialDirectory, testLaboratory } from '@segur/testing';
import { pictureForm } from '../forms/binary-forms.js';
import { cdaForm } from '../forms/cda-form.js';
import { jsonForm } from '../forms/json-form.js';
import type { FuzzedReaders, Verdict } from '../reader.js';
import { writeEverywhere } from './write-everywhere.js';

const kit = officialDirectory('ci-sis');

/** The readers of reports and of what lies in them. The official schema and units only where the kit is. */
export const DOCUMENT_READERS: FuzzedReaders = {
  cda: {
    form: cdaForm,
    read: (bytes) => {
      const reading = toReport(readCrBio(bytes));
      if (reading.status === 'refused') return 'refused';
      writeEverywhere(reading.report, reading.laboratory);
      return 'read';
    },
  },
  'cda-header': {
    form: cdaForm,
    read: (bytes) => {
      readCdaHeader(bytes);
      return 'read';
    },
  },
  check: { form: cdaForm, read: (bytes) => unlessErrors(checkCrBio(bytes).findings) },
  ...(kit !== undefined && {
    xsd: { form: cdaForm, read: (bytes: Buffer) => unlessErrors(checkCrBio(bytes, { ciSisDir: kit }).findings) },
  }),
  json: { form: jsonForm, read: readJson },
  'json-intake': {
    form: jsonForm,
    read: (bytes) => {
      const reading = decodeReportIntake(bytes);
      if (reading.status === 'refused') return 'refused';
      writeEverywhere(completeIntake(reading.intake, { tenantId: testLaboratory.finess }), testLaboratory);
      return 'read';
    },
  },
  picture: {
    form: pictureForm,
    read: (bytes) => (['image/png', 'image/jpeg'].some((type) => readPdfImage(type, bytes)) ? 'read' : 'refused'),
  },
};

function unlessErrors(findings: Parameters<typeof hasErrors>[0]): Verdict {
  return hasErrors(findings) ? 'refused' : 'read';
}

/** What is read and written again is the same bytes as what is read of it and written. */
function readJson(bytes: Buffer): Verdict {
  const reading = decodeReportJson(bytes);
  if (reading.status === 'refused') return 'refused';
  const written = encodeReportJson(reading.report);
  const again = decodeReportJson(written);
  if (again.status === 'refused' || !Buffer.from(encodeReportJson(again.report)).equals(written)) {
    throw new Error('A report is not read as it was written');
  }
  return 'read';
}
