import type { Finding } from '@segur/errors';
import { FindingLog } from '@segur/results-to-laboratory';
import { CATALOGUE, type RemarkCode } from './finding-catalogue.js';

/** Collects the findings of one reading, in the words of this mapping's catalogue. */
export class Remarks extends FindingLog<RemarkCode> {
  constructor(before: readonly Finding[] = []) {
    super(CATALOGUE, before);
  }
}
