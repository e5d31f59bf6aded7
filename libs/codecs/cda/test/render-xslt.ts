import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

// The JDK brings an XSLT 1.0 engine (Xalan) that is no relative of ours.
const PROGRAM = `
import javax.xml.XMLConstants;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;

public class Render {
  public static void main(String[] files) throws Exception {
    TransformerFactory factory = TransformerFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
    Transformer transformer = factory.newTransformer(new StreamSource(files[0]));
    transformer.setOutputProperty(OutputKeys.METHOD, "xml");
    transformer.setOutputProperty(OutputKeys.VERSION, "1.0");
    transformer.transform(new StreamSource(files[0]), new StreamResult(System.out));
  }
}
`;

/** Applies a document that is its own style sheet to itself, with nothing else in reach, as a browser does: the page, well-formed. */
export async function renderItself(document: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'segur-xslt-'));
  try {
    const [program, file] = [join(folder, 'Render.java'), join(folder, 'document.xml')];
    await Promise.all([writeFile(program, PROGRAM), writeFile(file, document)]);
    const run = promisify(execFile)('java', ['-XX:TieredStopAtLevel=1', '-Dstdout.encoding=UTF-8', program, file], {
      maxBuffer: 1 << 26,
    });
    return (await run).stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
