import { element, text, type Xml, type XmlAttributes, type XmlChild } from '@segur/xml';

/** An element of XSLT. */
export function xsl(name: string, attributes: XmlAttributes, ...children: readonly XmlChild[]): Xml {
  return element(`xsl:${name}`, attributes, ...children);
}

/** Prints what an XPath finds, escaped by whoever runs the style sheet. */
export function valueOf(select: string): Xml {
  return xsl('value-of', { select });
}

/** Prints words. White space alone would be stripped if it did not stand in `xsl:text`. */
export function words(value: string): Xml {
  return xsl('text', {}, text(value));
}

/** Prints something for each node, or nothing when there is none. */
export function forEach(select: string, ...children: readonly XmlChild[]): Xml {
  return xsl('for-each', { select }, ...children);
}

/** A rule for what `match` finds. */
export function template(match: string, ...children: readonly XmlChild[]): Xml {
  return xsl('template', { match }, ...children);
}

/** Hands over to the rules. */
export function applyTo(select?: string): Xml {
  return xsl('apply-templates', { select });
}
