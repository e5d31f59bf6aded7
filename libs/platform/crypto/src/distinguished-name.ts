import forge from 'node-forge';

// RFC 2253, §2.3: the attributes that have a name. All others are written by OID, their value as hexadecimal DER.
const KEYWORDS: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.6': 'C',
  '2.5.4.9': 'STREET',
  '0.9.2342.19200300.100.1.25': 'DC',
  '0.9.2342.19200300.100.1.1': 'UID',
};

/**
 * Writes an X.501 name as text, from its decoded DER: last attribute first, `ST=` and never `S=`.
 *
 * @see RFC 2253, §2
 */
export function distinguishedName(name: forge.asn1.Asn1): string {
  return children(name)
    .map((relative) => children(relative).map(attribute).join('+'))
    .reverse()
    .join(',');
}

function attribute(node: forge.asn1.Asn1): string {
  const [type, value] = children(node);
  if (!type || !value) return '';
  const oid = forge.asn1.derToOid(type.value as string);
  const keyword = KEYWORDS[oid];
  if (keyword === undefined) return `${oid}=#${forge.asn1.toDer(value).toHex()}`;
  return `${keyword}=${escape(text(value))}`;
}

/** forge gives the bytes of a string as one character each, except for BMPString, which it has decoded. */
function text({ type, value }: forge.asn1.Asn1): string {
  if (type === forge.asn1.Type.BMPSTRING) return value as string;
  const encoding = type === forge.asn1.Type.UTF8 ? 'utf8' : 'latin1';
  return Buffer.from(value as string, 'latin1').toString(encoding);
}

function escape(value: string): string {
  return value
    .replace(/[,+"\\<>;]/g, '\\$&')
    .replace(/^[# ]/, '\\$&')
    .replace(/ $/, '\\ ');
}

function children(node: forge.asn1.Asn1): forge.asn1.Asn1[] {
  return Array.isArray(node.value) ? node.value : [];
}
