import type { Finding } from '@segur/errors';
import { child } from '../document.js';
import { versionOf, type CrBioVersion } from '../cr-bio-version.js';
import { kitFileUnreadable } from '../kit-file.js';
import { parseDocument } from '../parse-document.js';
import { indexNodes } from '../schematron/document-index.js';
import { loadSchema } from '../schematron/load-schema.js';
import { SchemaRunner, type Unchecked } from '../schematron/run-schema.js';
import { UnreadableSchema, type SchemaFiles } from '../schematron/schema-files.js';
import { folderFiles } from './folder-files.js';
import { judgedDocument } from './judged-document.js';
import { LAYER_FINDINGS, LEVEL_1_LAYERS, OFFICIAL_LAYERS, schemaPathOf, type OfficialLayer } from './official-layers.js';

/** What the official layers said, and which of them ran. */
export interface OfficialCheck {
  readonly findings: readonly Finding[];
  readonly layers: readonly OfficialLayer[];
}

interface Collection {
  readonly files: SchemaFiles;
  readonly runners: Map<string, SchemaRunner | Finding>;
}

const collections = new Map<string, Collection>();

/**
 * Judges a document by the published schematrons. About 0.3 s once warm, for they are compiled as they are first needed and kept;
 * 2 s for the first document of a process.
 *
 * What cannot be read safely is not judged. A layer whose files are not all there does not run, and a finding names the file.
 *
 * @param options.ciSisDir - Folder of the official kit, laid out as the publisher's repository.
 * @param options.version - Default: the one that the document states.
 */
export function checkOfficial(
  bytes: Uint8Array,
  options: { readonly ciSisDir: string; readonly version?: CrBioVersion },
): OfficialCheck {
  const parsed = parseDocument(bytes);
  if ('severity' in parsed) return { findings: [parsed], layers: [] };
  const collection = collectionOf(options.ciSisDir);
  const version = options.version ?? versionOf(parsed);
  const index = indexNodes(judgedDocument(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')));
  const findings: Finding[] = [];
  const layers: OfficialLayer[] = [];
  const level1 = child(child(parsed.root, 'component'), 'nonXMLBody') !== undefined;
  for (const layer of level1 ? LEVEL_1_LAYERS : OFFICIAL_LAYERS) {
    const runner = runnerOf(collection, layer, schemaPathOf(layer, version));
    if (!(runner instanceof SchemaRunner)) {
      findings.push(runner);
      continue;
    }
    const { failures, unchecked } = runner.run(index);
    layers.push(layer);
    for (const { rule, severity, location, message } of failures) {
      const said = `[${rule}] ${message}`;
      findings.push({ severity, ...LAYER_FINDINGS[layer], location, message: said, messageFr: said });
    }
    findings.push(...unchecked.map((check) => toUnchecked(layer, check)));
  }
  return { findings, layers };
}

function collectionOf(ciSisDir: string): Collection {
  let collection = collections.get(ciSisDir);
  if (!collection) {
    collection = { files: folderFiles(ciSisDir), runners: new Map() };
    collections.set(ciSisDir, collection);
  }
  return collection;
}

function runnerOf({ files, runners }: Collection, layer: OfficialLayer, path: string): SchemaRunner | Finding {
  let runner = runners.get(path);
  if (!runner) {
    try {
      runner = new SchemaRunner(loadSchema(files, path), files);
    } catch (error) {
      if (!(error instanceof UnreadableSchema)) throw error;
      runner = toUnreadable(layer, error, path);
    }
    runners.set(path, runner);
  }
  return runner;
}

function toUnreadable(layer: OfficialLayer, error: UnreadableSchema, path: string): Finding {
  return kitFileUnreadable(layer, String(error.details['file'] ?? path));
}

function toUnchecked(layer: OfficialLayer, { rule, file }: Unchecked): Finding {
  const why = file === undefined ? 'its expression cannot be evaluated' : `${file} is missing`;
  const whyFr = file === undefined ? "l'expression ne peut être évaluée" : `il manque ${file}`;
  return {
    severity: 'warning',
    code: 'official-unchecked',
    location: '/',
    message: `Check ${rule} of the official layer ${layer} was not made: ${why}`,
    messageFr: `Le contrôle ${rule} de la couche officielle ${layer} n'a pas été fait : ${whyFr}`,
  };
}
