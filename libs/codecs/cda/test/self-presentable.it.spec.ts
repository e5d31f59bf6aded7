import { XmlDocument } from 'libxml2-wasm';
import { checkWithOfficialKit, describeWithOfficial } from '@segur/testing';
import { writeSelfPresentable, type CdaBattery, type CdaIsolate, type CdaObservation, type CrBioDocument } from '../src/index.js';
import { everyFeature } from './every-feature.js';
import { png } from './feature-samples.js';
import { renderItself } from './render-xslt.js';

describeWithOfficial('ci-sis', 'Official layers', () => {
  it('accept the document that a self-presentable one carries', async () => {
    expect(await checkWithOfficialKit(writeSelfPresentable(everyFeature))).toEqual({ errors: [], warnings: [] });
  });
});

// Java is the judges' engine: where they run, it does.
describeWithOfficial('judges', 'An XSLT engine', () => {
  it('shows every result, comment, note, picture and PDF, and the facts of the header', async () => {
    const html = await renderItself(writeSelfPresentable(everyFeature));
    const shown = textOf(html);

    expect(html).toContain('<html lang="fr">');
    for (const { printed, comments } of resultsOf(everyFeature)) {
      const { label, result, unit, reference, interpretation, method = '', notes = [] } = printed;
      for (const text of [label, result, unit, reference, interpretation, method, ...notes, ...comments])
        for (const line of text.split('\n')) expect(shown).toContain(line);
    }
    expect(html.split(`src="data:image/png;base64,${png.data}"`)).toHaveLength(5);
    expect(html.split(/href="data:application\/pdf;base64,/)).toHaveLength(4);
    for (const fact of [
      "D'ESSAI",
      'ANNE MARIE',
      '28/03/1979',
      'TESTVILLE',
      'DR CLAIRE TESTBIO',
      '20/11/2026 16:00',
      'DR PAUL TESTPRESC',
    ])
      expect(shown).toContain(fact);
    for (const text of ['Escherichia coli', 'Conclusion simplifiée', 'Revenez dans trois ans.', 'Non', 'À jeun'])
      expect(shown).toContain(text);
  });

  it('runs no script, fetches nothing and escapes what it prints', async () => {
    const attack = '<script src="https://example.org/x.js">alert(1)</script> & ]]>';
    const html = await renderItself(writeSelfPresentable({ ...everyFeature, comments: [attack] }));

    const risky =
      "//script | //link | //iframe | //object | //@*[starts-with(name(), 'on')] | (//@src | //@href)[not(starts-with(., 'data:'))]";

    expect(found(html, risky)).toEqual([]);
    expect(textOf(html)).toContain(attack);
  });
});

/** Words of a page, lines apart. */
function textOf(html: string): string {
  return found(html, '//text()').join('\n');
}

function found(html: string, path: string): readonly string[] {
  const page = XmlDocument.fromString(html);
  try {
    return page.find(path).map(({ content }) => content);
  } finally {
    page.dispose();
  }
}

type Group = CdaBattery | CdaIsolate | CdaObservation;

function resultsOf({ chapters }: CrBioDocument): readonly CdaObservation[] {
  const inside = (group: Group): readonly CdaObservation[] => {
    if (group.kind === 'observation') return [group];
    const groups: readonly Group[] =
      group.kind === 'isolate' ? group.antibiograms : [...(group.batteries ?? []), ...(group.isolates ?? [])];
    return [...group.observations, ...groups.flatMap(inside)];
  };
  return chapters
    .flatMap(({ groups, subChapters = [] }) => [...groups, ...subChapters.flatMap((sub) => sub.groups)])
    .flatMap(inside);
}
