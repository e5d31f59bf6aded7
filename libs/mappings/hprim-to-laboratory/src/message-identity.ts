import { headerOf, type HprimHeader, type HprimMessage, type HprimSegment } from '@segur/hprim';

/** True for results, the one context that this mapping reads. */
export function isResults(message: HprimMessage): boolean {
  return headerOf(message).context === 'ORU';
}

/** The laboratory's number of a request: the second component of OBR.3, else the first. Empty when the segment gives none. */
export function requestNumberOf(obr: HprimSegment): string {
  return obr.text(3, 2).trim() || obr.text(3).trim();
}

/** The laboratory's own number of the request: that of the first OBR that gives one. */
export function fillerNumberOf(message: HprimMessage): string | undefined {
  return message.all('OBR').map(requestNumberOf).find(Boolean);
}

/**
 * What makes two transmissions the same file of one partner: its name, its sender and its time. Compare the bytes too: some senders use one
 * name for every file.
 */
export function receptionKeyOf({ fileName, sender, sentAt }: Pick<HprimHeader, 'fileName' | 'sender' | 'sentAt'>): string {
  return `${fileName}|${sender.id || sender.name}|${sentAt}`;
}
