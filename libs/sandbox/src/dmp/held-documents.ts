import { randomUUID } from 'node:crypto';
import { BoundedLog, type Page } from '../bounded-log.js';
import type { Sender } from '../sender.js';
import { institutionsOf, REPLACE, type ReceivedLot } from './received-lot.js';
import type { DmpRule, Refusal } from './refusal.js';
import { identifier, SCHEME, type Association, type RegistryObject } from './registry-objects.js';
import { sha1 } from './rules/bytes.js';

/** Where a document stands: two statuses of ebRIM, two of France. */
export type Availability = keyof typeof STATUS_URN;

export const STATUS_URN = {
  Approved: 'urn:oasis:names:tc:ebxml-regrep:StatusType:Approved',
  Deprecated: 'urn:oasis:names:tc:ebxml-regrep:StatusType:Deprecated',
  Archived: 'urn:asip:ci-sis:2010:StatusType:Archived',
  Deleted: 'urn:asip:ci-sis:2010:StatusType:Deleted',
} as const;

/** A document (or a lot's signature) as the DMP holds it. */
export interface HeldDocument {
  readonly uniqueId: string;
  readonly entryUuid: string;
  /** Kept from version to version. */
  readonly logicalId: string;
  readonly status: Availability;
  /** 1, and one more with each update of the metadata. */
  readonly version: number;
  /** uniqueId of the version that this one replaced. */
  readonly replaces?: string;
  readonly submissionSetUniqueId: string;
  readonly receivedAt: string;
  readonly sentBy: Sender;
  readonly hash: string;
  readonly size: number;
  /** As submitted. */
  readonly metadata: RegistryObject;
  readonly bytes: Buffer;
}

export interface HoldingPolicy {
  readonly capacity: number;
  /** S3: what happens to a held document that comes again, unchanged, in another lot. The real DMP's answer is not known. */
  readonly sameDocumentInNewSet: 'accept' | 'refuse';
}

const OWN_UUID = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The documents of the sandbox's DMP, in memory: rules S1 to S4, and all or nothing for each lot (S7). Updates are judged elsewhere. */
export class HeldDocuments {
  private readonly documents: BoundedLog<HeldDocument>;
  private readonly sets: BoundedLog<true>;

  constructor(private readonly policy: HoldingPolicy) {
    this.documents = new BoundedLog(policy.capacity);
    this.sets = new BoundedLog(policy.capacity);
  }

  /** Stores a lot that the other rules have accepted, or stores nothing and says why. */
  file(lot: ReceivedLot, sentBy: Sender, now: Date): readonly Refusal[] {
    const replacements = lot.associations.filter(({ type }) => type.endsWith(':RPLC'));
    const refusals = [
      ...this.duplicates(lot),
      ...replacements.flatMap((association) => this.replacementRefusals(association, lot)),
    ];
    if (refusals.length > 0) return refusals;

    const setId = identifier(lot.set, SCHEME.setUniqueId) ?? '';
    this.sets.add(setId, true);
    for (const entry of lot.entries) this.hold(entry, lot, { setId, sentBy, now });
    for (const { target } of replacements) {
      const replaced = this.byEntryUuid(target);
      if (replaced) this.documents.change(replaced.uniqueId, (document) => ({ ...document, status: 'Deprecated' }));
    }
    return [];
  }

  byUniqueId(uniqueId: string): HeldDocument | undefined {
    return this.documents.get(uniqueId);
  }

  byEntryUuid(entryUuid: string): HeldDocument | undefined {
    return this.documents.find((document) => document.entryUuid === entryUuid);
  }

  /** Whether a lot of this uniqueId was received (rule S1). */
  hasSet(setId: string): boolean {
    return this.sets.get(setId) !== undefined;
  }

  /** Applies an update that the rules have accepted, in the lot `setId`. */
  update(setId: string, uniqueId: string, change: (document: HeldDocument) => HeldDocument): void {
    this.sets.add(setId, true);
    this.documents.change(uniqueId, change);
  }

  page(after: number, limit: number): Page<HeldDocument> {
    return this.documents.page(after, limit);
  }

  clear(): void {
    this.documents.clear();
    this.sets.clear();
  }

  private hold(entry: RegistryObject, lot: ReceivedLot, about: { setId: string; sentBy: Sender; now: Date }): void {
    const uniqueId = identifier(entry, SCHEME.documentUniqueId) ?? '';
    if (this.documents.get(uniqueId)) return; // S3, accepted: the document is already here
    const bytes = lot.bytes.get(entry.id) ?? Buffer.alloc(0);
    const replacement = lot.associations.find(({ type, source }) => type === REPLACE && source === entry.id);
    const replaced = replacement && this.byEntryUuid(replacement.target);
    const entryUuid = OWN_UUID.test(entry.id) ? entry.id : `urn:uuid:${randomUUID()}`;
    this.documents.add(uniqueId, {
      uniqueId,
      entryUuid,
      logicalId: replaced?.logicalId ?? entryUuid,
      status: 'Approved',
      version: 1,
      ...(replaced ? { replaces: replaced.uniqueId } : {}),
      submissionSetUniqueId: about.setId,
      receivedAt: about.now.toISOString(),
      sentBy: about.sentBy,
      hash: sha1(bytes),
      size: bytes.byteLength,
      metadata: entry,
      bytes,
    });
  }

  /** S1 to S3 */
  private duplicates({ set, entries, bytes }: ReceivedLot): Refusal[] {
    const refusals: Refusal[] = [];
    if (this.hasSet(identifier(set, SCHEME.setUniqueId) ?? '')) {
      refusals.push(refusal('XDSDuplicateUniqueIdInRegistry', 'SIM-S1', 'a lot of this uniqueId was already received', set.id));
    }
    for (const entry of entries) {
      const held = this.documents.get(identifier(entry, SCHEME.documentUniqueId) ?? '');
      if (!held) continue;
      if (held.hash !== sha1(bytes.get(entry.id) ?? Buffer.alloc(0))) {
        refusals.push(refusal('XDSNonIdenticalHash', 'SIM-S2', 'the document of this uniqueId has other bytes', entry.id));
      } else if (this.policy.sameDocumentInNewSet === 'refuse' && refusals.length === 0) {
        refusals.push(
          refusal('XDSDuplicateUniqueIdInRegistry', 'SIM-S3', 'the document of this uniqueId is already held', entry.id),
        );
      }
    }
    return refusals;
  }

  /** S4 */
  private replacementRefusals({ id, type, source, target }: Association, { entries }: ReceivedLot): Refusal[] {
    const entry = entries.find((candidate) => candidate.id === source);
    const replaced = this.byEntryUuid(target);
    if (type !== REPLACE) return [refusal('XDSReplaceFailed', 'SIM-S4', 'the type of a replacement is that of IHE 2007', id)];
    if (!entry) return [refusal('XDSReplaceFailed', 'SIM-S4', 'the replacing document is not in the lot', id)];
    if (!replaced) return [refusal('UnresolvedReferenceException', 'SIM-S4', 'no document has the entryUUID to be replaced', id)];
    if (replaced.status !== 'Approved') {
      return [
        refusal('XDSRegistryDeprecatedDocumentError', 'SIM-S4', 'the document to be replaced is no longer the current one', id),
      ];
    }
    const patientOf = (object: RegistryObject) => identifier(object, SCHEME.documentPatientId);
    if (patientOf(entry) !== patientOf(replaced.metadata)) {
      return [refusal('XDSReplaceFailed', 'SIM-S4', 'a replacement is for the same patient', id)];
    }
    const authors = institutionsOf(replaced.metadata);
    return institutionsOf(entry).some((institution) => authors.includes(institution))
      ? []
      : [refusal('XDSReplaceFailed', 'SIM-S4', 'only the structure that wrote a document replaces it', id)];
  }
}

function refusal(code: string, rule: DmpRule, message: string, location: string): Refusal {
  return { code, rule, message, location };
}
