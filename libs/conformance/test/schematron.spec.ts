import { parseXmlDocument } from 'slimdom';
import { indexNodes } from '../src/schematron/document-index.js';
import { loadSchema } from '../src/schematron/load-schema.js';
import { SchemaRunner } from '../src/schematron/run-schema.js';
import { UnreadableSchema, type SchemaFiles } from '../src/schematron/schema-files.js';

const schema = (content: string, attributes = '') =>
  `<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2" ${attributes}><ns prefix="l" uri="urn:lab"/>${content}</schema>`;
const included = (content: string) => content.replace(/^<(\w+)/, '<$1 xmlns="http://purl.oclc.org/dsdl/schematron"');
const filesOf = (files: Readonly<Record<string, string>>): SchemaFiles => ({ read: (path) => files[path] });

const DOCUMENT =
  '<report xmlns="urn:lab"><result code="GLY"><value unit="g/L">0.9</value></result>' +
  '<result code="CRE"><value unit="mg">7</value><note/></result></report>';

function judge(files: Readonly<Record<string, string>>, document = DOCUMENT, phase?: string) {
  const source = filesOf(files);
  const runner = new SchemaRunner(loadSchema(source, 'rules/main.sch', phase), source);
  return runner.run(indexNodes(parseXmlDocument(document)));
}
const judgeBy = (content: string, attributes = '') => judge({ 'rules/main.sch': schema(content, attributes) });
const rulesOf = ({ failures }: ReturnType<typeof judge>) => failures.map(({ rule }) => rule);

describe('A schema', () => {
  it('says which check failed, where, how badly, in its own words', () => {
    const { failures, unchecked } = judgeBy(
      `<pattern id="units"><rule context="l:value"><assert test="@unit = 'g/L'" role="warning">
         Unit of <name path=".."/> must be <value-of select="'g/L'"/></assert></rule></pattern>`,
    );

    expect(unchecked).toEqual([]);
    expect(failures).toEqual([
      {
        rule: 'units#r1.a1',
        severity: 'warning',
        location: '/report[1]/result[2]/value[1]',
        message: 'Unit of result must be g/L',
      },
    ]);
  });

  it('shows no value of the document', () => {
    const { failures } = judgeBy(
      `<pattern><let name="unit" value="//@unit[1]"/><rule context="l:result"><let name="code" value="@code"/>
         <assert test="false()">Found <value-of select="$code"/> <value-of select="@code"/> <value-of select="l:value"/></assert>
       </rule></pattern>`,
    );

    expect(failures.map(({ message }) => message)).toEqual(['Found … … …', 'Found … … …']);
  });

  it('gives each node to the first rule of a pattern that matches it, and to every pattern', () => {
    const verdict = judgeBy(
      `<pattern id="a"><rule context="l:result[l:note]"><assert test="false()">noted</assert></rule>
         <rule context="l:result"><assert test="false()">any</assert></rule></pattern>
       <pattern id="b"><rule context="*[l:value/@unit='mg'] | l:note"><report test="true()">reported</report></rule></pattern>`,
    );

    expect(rulesOf(verdict)).toEqual(['a#r1.a1', 'a#r2.a1', 'b#r1.a1', 'b#r1.a1']);
    expect(verdict.failures.map(({ location }) => location)).toEqual([
      '/report[1]/result[2]',
      '/report[1]/result[1]',
      '/report[1]/result[2]',
      '/report[1]/result[2]/note[1]',
    ]);
  });

  it.each`
    context                              | matches
    ${'l:value'}                         | ${2}
    ${'/l:report/l:result'}              | ${2}
    ${'/l:result'}                       | ${0}
    ${'//l:result[@code]/l:value'}       | ${2}
    ${'l:report//l:value'}               | ${2}
    ${"l:result[@code = 'GLY']/l:value"} | ${1}
    ${'l:result[1]'}                     | ${1}
    ${'l:result[last()]/l:note'}         | ${1}
    ${'l:value/@unit'}                   | ${2}
    ${'*[not(@code)][not(*)]'}           | ${3}
    ${'l:result[not(@code)]'}            | ${0}
    ${"l:result[contains(@code, ']')]"}  | ${0}
    ${'/'}                               | ${1}
    ${'report'}                          | ${0}
  `('matches $context $matches times', ({ context, matches }: { context: string; matches: number }) => {
    expect(
      judgeBy(`<pattern><rule context="${context}"><report test="true()">here</report></rule></pattern>`).failures,
    ).toHaveLength(matches);
  });

  it('reads what it includes, from where it stands, once in place', () => {
    const verdict = judge({
      'rules/main.sch': schema('<include href="parts/p.sch"/>'),
      'rules/parts/p.sch': included('<pattern id="p"><include href="../more/r.sch"/></pattern>'),
      'rules/more/r.sch': included('<rule context="l:note"><assert test="text()">empty</assert></rule>'),
    });

    expect(rulesOf(verdict)).toEqual(['p#r1.a1']);
  });

  it('fills abstract patterns, and takes the checks of abstract rules in their places', () => {
    const verdict = judgeBy(
      `<pattern abstract="true" id="needs"><rule context="$of"><assert test="$what">No $what</assert></rule></pattern>
       <pattern is-a="needs" id="notes"><param name="of" value="l:result"/><param name="what" value="l:note"/></pattern>
       <pattern id="base"><rule abstract="true" id="typed"><assert test="@type">type</assert><assert test="@code">code</assert></rule></pattern>
       <pattern id="own"><rule context="l:result"><assert test="true()">fine</assert><extends rule="typed"/></rule></pattern>`,
    );

    expect(rulesOf(verdict)).toEqual(['notes#r1.a1', 'own#r1.a2', 'own#r1.a2']);
    expect(verdict.failures[0]?.message).toBe('No $what');
  });

  it('has variables of schema, pattern and rule, and values that are sequences', () => {
    const verdict = judgeBy(
      `<let name="units" value="//l:value/@unit"/><let name="none" value="//l:nothing"/>
       <pattern id="other"><let name="limit" value="2"/></pattern>
       <pattern id="p"><rule context="/l:report">
         <assert test="count($units) = $limit and empty($none)">variables of elsewhere</assert>
         <let name="n" value="1"/><assert test="$n = 1">first</assert><let name="n" value="$n + 1"/><assert test="$n = 2">second</assert>
       </rule></pattern>`,
    );

    expect(verdict).toEqual({ failures: [], unchecked: [] });
  });

  it('runs the patterns of its phase only', () => {
    const phased = schema(
      `<phase id="one"><active pattern="a"/></phase>
       <pattern id="a"><rule context="l:report"><report test="true()">a</report></rule></pattern>
       <pattern id="b"><rule context="l:report"><report test="true()">b</report></rule></pattern>`,
      'defaultPhase="one"',
    );

    expect(rulesOf(judge({ 'rules/main.sch': phased }))).toEqual(['a#r1.a1']);
    expect(rulesOf(judge({ 'rules/main.sch': phased }, DOCUMENT, '#ALL'))).toEqual(['a#r1.a1', 'b#r1.a1']);
  });

  it('looks values up in files beside it, and adds its diagnostics', () => {
    const verdict = judge({
      'rules/main.sch': schema(
        `<pattern id="p"><rule context="l:value">
           <assert test="document('../units.xml')//u[. = current()/@unit]" diagnostics="why">unknown</assert>
           <assert test="doc-available('../absent.xml') or doc('../units.xml')/units">file</assert></rule></pattern>
         <diagnostics><diagnostic id="why">see the list</diagnostic></diagnostics>`,
      ),
      'units.xml': '<units><u>g/L</u></units>',
    });

    expect(verdict).toEqual({
      unchecked: [],
      failures: [expect.objectContaining({ rule: 'p#r1.a1', message: 'unknown see the list' })],
    });
  });

  it('compares the names of types with their namespaces', () => {
    const typed = '<l:v xmlns:l="urn:lab" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="l:PQ"/>';
    const content = `<ns prefix="xsi" uri="http://www.w3.org/2001/XMLSchema-instance"/>
      <pattern><rule context="l:v"><assert test="resolve-QName(@xsi:type, .) = QName('urn:lab', 'PQ')">type</assert></rule></pattern>`;

    expect(judge({ 'rules/main.sch': schema(content) }, typed)).toEqual({ failures: [], unchecked: [] });
  });

  it('tells what it could not check, and checks the rest', () => {
    const verdict = judgeBy(
      `<pattern id="p"><rule context="l:report"><assert test="doc('gone.xml')/a">file</assert><assert test="nobody(1)">function</assert>
         <assert test="@missing">attribute</assert></rule></pattern>`,
    );

    expect(rulesOf(verdict)).toEqual(['p#r1.a3']);
    expect(verdict.unchecked).toEqual([{ rule: 'p#r1.a1', file: 'rules/gone.xml' }, { rule: 'p#r1.a2' }]);
  });

  it.each`
    what                  | files
    ${'rules/main.sch'}   | ${{}}
    ${'rules/absent.sch'} | ${{ 'rules/main.sch': schema('<include href="absent.sch"/>') }}
    ${'rules/broken.sch'} | ${{ 'rules/main.sch': schema('<include href="broken.sch"/>'), 'rules/broken.sch': '<pattern' }}
    ${'rules/loop.sch'}   | ${{ 'rules/main.sch': schema('<include href="loop.sch"/>'), 'rules/loop.sch': included('<pattern><include href="loop.sch"/></pattern>') }}
    ${'rules/main.sch'}   | ${{ 'rules/main.sch': '<html/>' }}
    ${'rules/main.sch'}   | ${{ 'rules/main.sch': schema('<pattern is-a="nobody"/>') }}
  `('names $what when it cannot be read', ({ what, files }: { what: string; files: Readonly<Record<string, string>> }) => {
    expect(() => loadSchema(filesOf(files), 'rules/main.sch')).toThrow(
      expect.objectContaining({ name: UnreadableSchema.name, details: expect.objectContaining({ file: what }) as object }) as Error,
    );
  });
});
