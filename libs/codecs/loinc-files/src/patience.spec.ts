import fc from 'fast-check';
import {
  decodeText,
  linguisticVariantReader,
  loincTableReader,
  mapToReader,
  panelReader,
  partLinkReader,
  readAnalyses,
  readAnalysisMap,
  readCatalogueHeader,
  readChapterMap,
  readChapters,
  readConceptMap,
  readExamMap,
  readExams,
  readMappingRecords,
  readPlainCatalogue,
  readValueSetCsv,
  readValueSetFhir,
  type RowReader,
} from './index.js';

const inPieces = (open: () => RowReader<unknown>) => (text: string) => {
  const reader = open();
  const rows = [...reader.push(text.slice(0, 10)), ...reader.push(text.slice(10)), ...reader.end()];
  return { rows, findings: reader.findings };
};

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  linguisticVariantReader: inPieces(linguisticVariantReader),
  loincTableReader: inPieces(loincTableReader),
  mapToReader: inPieces(mapToReader),
  panelReader: inPieces(panelReader),
  partLinkReader: inPieces(partLinkReader),
  readAnalyses,
  readAnalysisMap,
  readCatalogueHeader,
  readChapterMap,
  readChapters,
  readConceptMap,
  readExamMap,
  readExams,
  readMappingRecords,
  readPlainCatalogue: (text) => readPlainCatalogue(text),
  readValueSetCsv,
  readValueSetFhir,
};

const HEADERS = [
  'LOINC_NUM,COMPONENT,PROPERTY,TIME_ASPCT,SYSTEM,SCALE_TYP,METHOD_TYP,STATUS,LONG_COMMON_NAME\n2345-7,Glucose,MCnc,Pt,Ser,Qn,,ACTIVE,Glucose\n',
  'LOINC,MAP_TO,COMMENT\n2345-7,14749-6,\n',
  'local_code,label,loinc\nGLY,Glycémie,2345-7\n',
  'Code;Libellé\nGLY;Glycémie\n',
  'GLY;Glycémie;;;;g/L;;;Sang;QN;;;2345-7;Glucose\n',
  '{"resourceType":"ValueSet","expansion":{"contains":[{"code":"2345-7","system":"http://loinc.org","display":"x"}]}}',
  '{"resourceType":"ConceptMap","group":[{"target":"http://loinc.org","element":[{"code":"GLY","target":[{"code":"2345-7"}]}]}]}',
];
/** A file of somebody, with something wrong in it somewhere. */
const damaged = fc
  .tuple(
    fc.constantFrom(...HEADERS),
    fc.nat(),
    fc.nat(20),
    fc.string({ unit: fc.constantFrom('"', ';', ',', '\n', '\r', '\t', '{', '[', '\0', '1') }),
  )
  .map(([file, at, cut, put]) => file.slice(0, at % file.length) + put + file.slice((at % file.length) + cut));

describe('a reader', () => {
  it.each(Object.keys(READERS))('%s takes any text without a throw', (name) => {
    fc.assert(
      fc.property(fc.oneof(damaged, fc.string()), (text) => {
        expect(READERS[name]?.(text)).toBeDefined();
      }),
      { numRuns: 150 },
    );
  });

  it('decodeText takes any bytes', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof decodeText(bytes).text === 'string'));
  });

  it('takes value sets that are nested without end', () => {
    const depth = 5_000;
    const nested = (level: string) =>
      `{"resourceType":"ValueSet","expansion":{"contains":[${`{${level},"contains":[`.repeat(depth)}${']}'.repeat(depth)}]}}`;

    expect(readValueSetFhir(nested('"abstract":true,"display":"x"')).rows).toEqual([]);
    expect(readValueSetFhir(nested('"code":"2345-7","system":"http://loinc.org","display":"x"')).rows).toHaveLength(1);
  });
});
