import type { RowReader } from '../text/read-table.js';
import { linguisticVariantReader } from './linguistic-variant.js';
import { loincTableReader } from './loinc-table.js';
import { mapToReader } from './map-to.js';
import { panelReader } from './panels.js';
import { partLinkReader } from './part-links.js';

const HEADER =
  '"LOINC_NUM","COMPONENT","PROPERTY","TIME_ASPCT","SYSTEM","SCALE_TYP","METHOD_TYP","CLASS","VersionLastChanged","STATUS","CLASSTYPE",' +
  '"RELATEDNAMES2","SHORTNAME","ORDER_OBS","EXTERNAL_COPYRIGHT_NOTICE","LONG_COMMON_NAME","EXAMPLE_UCUM_UNITS","STATUS_REASON",' +
  '"COMMON_TEST_RANK","PanelType","DisplayName"';
const GLUCOSE =
  '"2345-7","Glucose","MCnc","Pt","Ser/Plas","Qn","","CHEM","2.73","ACTIVE","1","Chemistry; Glu; Gluc","Glucose SerPl-mCnc","Both","",' +
  '"Glucose [Mass/volume] in Serum or Plasma","mg/dL;g/L","","4","","Glucose [Mass/Vol]"';

function read<Row>(reader: RowReader<Row>, ...lines: string[]) {
  const rows = [...reader.push(lines.join('\n')), ...reader.end()];
  return { rows, findings: reader.findings.map(({ code, location }) => `${code} ${location}`) };
}

describe('loincTableReader', () => {
  it('reads a code with its parts, names, units and rank', () => {
    expect(read(loincTableReader(), HEADER, GLUCOSE)).toEqual({
      rows: [
        {
          code: '2345-7',
          component: 'Glucose',
          property: 'MCnc',
          timeAspect: 'Pt',
          system: 'Ser/Plas',
          scale: 'Qn',
          method: '',
          class: 'CHEM',
          classType: 1,
          status: 'ACTIVE',
          statusReason: '',
          orderOrObservation: 'Both',
          relatedNames: ['Chemistry', 'Glu', 'Gluc'],
          shortName: 'Glucose SerPl-mCnc',
          longCommonName: 'Glucose [Mass/volume] in Serum or Plasma',
          displayName: 'Glucose [Mass/Vol]',
          exampleUcumUnits: ['mg/dL', 'g/L'],
          commonTestRank: 4,
          externalCopyrightNotice: '',
          panelType: '',
          versionLastChanged: '2.73',
        },
      ],
      findings: [],
    });
  });

  it.each`
    fault                       | line                                   | finding
    ${'a wrong check digit'}    | ${GLUCOSE.replace('2345-7', '2345-8')} | ${'loinc-file-check-digit line 2, LOINC_NUM'}
    ${'no code'}                | ${GLUCOSE.replace('2345-7', '')}       | ${'loinc-file-cell-missing line 2, LOINC_NUM'}
    ${'an unknown status'}      | ${GLUCOSE.replace('ACTIVE', 'GONE')}   | ${'loinc-file-status line 2, STATUS'}
    ${'more cells than header'} | ${`${GLUCOSE},"more"`}                 | ${'loinc-file-columns line 2'}
  `('reports $fault, and gives no row', ({ line, finding }: { line: string; finding: string }) => {
    expect(read(loincTableReader(), HEADER, line)).toEqual({ rows: [], findings: [finding] });
  });

  it('names a code by its six parts where the table has no long name', () => {
    const line = GLUCOSE.replace('Glucose [Mass/volume] in Serum or Plasma', '');

    expect(read(loincTableReader(), HEADER, line).rows).toMatchObject([{ longCommonName: 'Glucose:MCnc:Pt:Ser/Plas:Qn' }]);
  });

  it('reports every fault of a file, and keeps what is right', () => {
    const wrong = GLUCOSE.replace('2345-7', '2345-8');
    const { rows, findings } = read(loincTableReader(), HEADER, wrong, GLUCOSE, wrong, GLUCOSE);

    expect(rows).toHaveLength(1);
    expect(findings).toEqual([
      'loinc-file-check-digit line 2, LOINC_NUM',
      'loinc-file-check-digit line 4, LOINC_NUM',
      'loinc-file-repeated line 5, LOINC_NUM',
    ]);
  });

  it('refuses a file that is no LOINC table, and one without lines', () => {
    const columns = HEADER.replace('"STATUS"', '"STATE"').replace('"SYSTEM"', '"SPECIMEN"');

    expect(read(loincTableReader(), columns, GLUCOSE)).toEqual({
      rows: [],
      findings: ['loinc-file-header line 1, SYSTEM', 'loinc-file-header line 1, STATUS'],
    });
    expect(read(loincTableReader(), '').findings).toEqual(['loinc-file-empty line 1']);
  });

  it('gives the same rows from any pieces', () => {
    const text = [`\ufeff${HEADER}`, ...Array.from({ length: 2_000 }, () => GLUCOSE)].join('\r\n');
    const reader = loincTableReader();
    const rows = (text.match(/[^]{1,7001}/g) ?? []).flatMap((piece) => reader.push(piece)).concat(reader.end());

    expect(rows).toHaveLength(1);
    expect(reader.findings).toHaveLength(1_999);
  });
});

describe('mapToReader', () => {
  it('reads what replaces a code, several times if need be', () => {
    expect(read(mapToReader(), 'LOINC,MAP_TO,COMMENT', '2345-7,14749-6,', '2345-7,718-7,"If, then"', '2345-7,718-8,')).toEqual({
      rows: [
        { code: '2345-7', target: '14749-6' },
        { code: '2345-7', target: '718-7', comment: 'If, then' },
      ],
      findings: ['loinc-file-check-digit line 4, MAP_TO'],
    });
  });
});

describe('linguisticVariantReader', () => {
  it('reads the French names', () => {
    const header =
      'LOINC_NUM,COMPONENT,PROPERTY,TIME_ASPCT,SYSTEM,SCALE_TYP,METHOD_TYP,CLASS,SHORTNAME,LONG_COMMON_NAME,RELATEDNAMES2,LinguisticVariantDisplayName';
    const line =
      '2345-7,Glucose,Masse/Volume,Temps ponctuel,Sérum/Plasma,Numérique,,,,Glucose [Masse/Volume] Sérum/Plasma ; Numérique,Glycémie;Sucre,Glucose';

    expect(read(linguisticVariantReader(), header, line).rows).toMatchObject([
      {
        longCommonName: 'Glucose [Masse/Volume] Sérum/Plasma ; Numérique',
        relatedNames: ['Glycémie', 'Sucre'],
        displayName: 'Glucose',
      },
    ]);
  });
});

describe('partLinkReader and panelReader', () => {
  it('read who is made of what', () => {
    const link = [
      'LoincNumber,LongCommonName,PartNumber,PartName,PartTypeName,LinkTypeName',
      '2345-7,Glucose,LP14635-4,Glucose,COMPONENT,Primary',
    ];
    expect(read(partLinkReader(), ...link).rows).toEqual([
      { code: '2345-7', partNumber: 'LP14635-4', partName: 'Glucose', partType: 'COMPONENT', linkType: 'Primary' },
    ]);
    expect(read(panelReader(), 'ParentId,ParentLoinc,SEQUENCE,Loinc', '1,24331-1,2,2345-7').rows).toEqual([
      { panel: '24331-1', member: '2345-7', sequence: 2 },
    ]);
  });
});
