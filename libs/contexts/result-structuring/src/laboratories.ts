import { Injectable } from '@nestjs/common';
import { LaboratoryRegistry } from '@segur/config';
import { InvalidConfiguration } from '@segur/errors';
import { laboratorySchema, type Laboratory } from '@segur/laboratory';

/** What each laboratory says of itself, for its documents. */
@Injectable()
export class Laboratories {
  constructor(private readonly registry: LaboratoryRegistry) {}

  /** @throws {InvalidConfiguration} The laboratories file says nothing of it, or says it wrong. Once it is right, the report is replayed. */
  of(tenantId: string): Laboratory {
    const laboratory = this.registry.section(tenantId, 'laboratory', laboratorySchema);
    if (!laboratory) throw new InvalidConfiguration('laboratories file: section "laboratory" is missing', { tenantId });
    return laboratory;
  }
}
