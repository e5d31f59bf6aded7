import { attribute, child, type Node } from '../document.js';

/** Whether it is something of this class that happened (mood EVN). */
export const isEvent = (node: Node | undefined, classCode: string): boolean =>
  attribute(node, 'classCode') === classCode && attribute(node, 'moodCode') === 'EVN';

/** Its status code; empty when there is none. */
export const status = (node: Node | undefined): string => attribute(child(node, 'statusCode'), 'code') ?? '';
