import { Injectable } from '@nestjs/common';
import { readCdaHeader } from '@segur/cda';
import { Clock } from '@segur/clock';
import { derivedUuid, oidOfUuid } from '@segur/laboratory';
import { toDocumentEntry, toSubmissionSet } from '@segur/report-to-xds';
import { encodeStatusUpdate, type SubmissionSet } from '@segur/xds';
import { Structures } from '../structures.js';
import { SubmissionMaterial, type Material } from '../submission-material.js';
import type { Submission } from '../submission.entity.js';
import { classifyReply, type ClassifiedReply } from '../submit-document/classify-reply.js';
import { DmpGateway } from '../submit-document/dmp-gateway.js';
import { decideRemoval } from '../submit-document/judge-resolution.js';
import { LotSecurity } from '../submit-document/lot-security.js';

/** Takes one document back from the DMP: TD3.1b, then TD3.3c on the entry that it names now. */
@Injectable()
export class TakeBackService {
  constructor(
    private readonly materials: SubmissionMaterial,
    private readonly structures: Structures,
    private readonly dmp: DmpGateway,
    private readonly security: LotSecurity,
    private readonly clock: Clock,
  ) {}

  /** @returns Accepted: the DMP shows it no more. */
  async takeBack(tenantId: string, own: Submission): Promise<ClassifiedReply> {
    const material = await this.materials.read(tenantId, own);
    const { bearer } = material;
    // What was sent had a patient; without one it never left.
    if (!bearer) return { verdict: 'accepted' };
    const waitedMs = this.clock.now().getTime() - own.changedAt.getTime();
    const there = await this.dmp.resolve(tenantId, own.documentId, this.security.assertion(bearer));
    const removal = decideRemoval(there, waitedMs);
    if (removal.step === 'none') return removal.reply;
    const update = { entryUuid: removal.entryUuid, from: removal.from, to: 'deleted' } as const;
    return classifyReply(
      await this.dmp.updateStatus(tenantId, {
        securityHeader: this.security.assertion(bearer),
        body: encodeStatusUpdate(this.set(tenantId, own, material), update),
      }),
    );
  }

  /** A lot of its own; sent again, it has the same id. */
  private set(tenantId: string, own: Submission, { cda, sheet }: Material): SubmissionSet {
    const header = readCdaHeader(cda);
    const entry = toDocumentEntry(header, {
      entryId: 'Document01',
      qualifiedIns: sheet.qualifiedIns,
      visibility: sheet.delivery,
    });
    const contentType = this.structures.contentType(tenantId);
    return toSubmissionSet(header, entry, {
      uniqueId: oidOfUuid(derivedUuid('withdrawal', own.submissionId)),
      sourceId: this.structures.sourceOid(tenantId),
      submittedAt: this.clock.now(),
      title: "Suppression d'un compte rendu de biologie",
      ...(contentType ? { contentType } : {}),
    });
  }
}
