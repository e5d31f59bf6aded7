import type { Finding } from '@segur/errors';
import { KitFileUnreadable, kitFileUnreadable, readKitFile } from './kit-file.js';
import { locationOf, type CdaDocument } from './document.js';

const lists = new Map<string, ReadonlySet<string>>();

/**
 * Looks units up in the official list of UCUM, as the official tool does: as text, annotations left out. `mUI/L` is not in it,
 * and neither is `1`.
 */
export function validateUnits(document: CdaDocument, ciSisDir: string): readonly Finding[] {
  const known = listOf(ciSisDir);
  if ('severity' in known) return [known];
  return document
    .all('value')
    .flatMap((value) => {
      const type = value.attributes['xsi:type'];
      if (type === 'PQ') return [value];
      return type === 'IVL_PQ' ? value.children : [];
    })
    .filter(({ attributes }) => {
      const unit = (attributes['unit'] ?? '').replaceAll(/\{.[a-z]*.\}/g, '');
      return unit !== '' && !known.has(unit);
    })
    .map((node) => ({
      severity: 'error',
      code: 'unit-not-ucum',
      location: `${locationOf(node)}/@unit`,
      message: 'A unit is not in the official list of UCUM',
      messageFr: "Une unité n'est pas dans la liste UCUM officielle",
    }));
}

function listOf(ciSisDir: string): ReadonlySet<string> | Finding {
  const read = lists.get(ciSisDir);
  if (read) return read;
  try {
    const codes = readKitFile(ciSisDir, UCUM).matchAll(/<code>([^<]*)<\/code>/g);
    const list = new Set(Array.from(codes, ([, code = '']) => decode(code)));
    lists.set(ciSisDir, list);
    return list;
  } catch (error) {
    if (error instanceof KitFileUnreadable) return kitFileUnreadable('units', UCUM);
    throw error;
  }
}

const UCUM = 'schematrons/profils/terminologies/terminologie/2.16.840.1.113883.6.8.xml';

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&apos;': "'", '&quot;': '"', '&amp;': '&' };

function decode(text: string): string {
  return text.replaceAll(/&(?:lt|gt|apos|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
