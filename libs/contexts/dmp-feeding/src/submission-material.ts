import { Injectable } from '@nestjs/common';
import { DocumentStore } from '@segur/document-store';
import type { DeliverySheet } from '@segur/laboratory';
import { Structures } from './structures.js';
import type { Submission } from './submission.entity.js';
import type { LotBearer } from './submit-document/lot-security.js';

/** What a submission is made of, as the document store keeps it. */
export interface Material {
  readonly cda: Buffer;
  readonly sheet: DeliverySheet;
  /** Who sends it, for whom. Absent: the identity is not qualified, and nothing about it leaves. */
  readonly bearer: LotBearer | undefined;
}

/** Reads what submissions are made of. */
@Injectable()
export class SubmissionMaterial {
  constructor(
    private readonly documents: DocumentStore,
    private readonly structures: Structures,
  ) {}

  /** @throws {InvalidConfiguration} The laboratory lost its section since the submission was planned. */
  async read(tenantId: string, submission: Submission): Promise<Material> {
    const [cda, sheet] = await Promise.all([this.documents.get(tenantId, submission.cdaSha256), this.sheet(tenantId, submission)]);
    const { structureId } = this.structures.require(tenantId);
    const { qualifiedIns: ins } = sheet;
    return { cda, sheet, bearer: ins && { tenantId, structureId, ins } };
  }

  async sheet(tenantId: string, { sheetSha256 }: Submission): Promise<DeliverySheet> {
    return JSON.parse((await this.documents.get(tenantId, sheetSha256)).toString('utf8')) as DeliverySheet;
  }
}
