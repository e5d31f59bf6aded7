import { Injectable } from '@nestjs/common';
import { LaboratoryRegistry } from '@segur/config';
import { InvalidConfiguration } from '@segur/errors';
import { laboratorySchema, type Laboratory } from '@segur/laboratory';
import { deliverySection, type PartialReports } from './assemble-document/hold-partial.js';

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

  /** Who gets its partial reports. Nobody, unless it says otherwise. */
  partialReportsOf(tenantId: string): PartialReports {
    return (this.registry.section(tenantId, 'delivery', deliverySection) ?? deliverySection.parse({})).partialReports;
  }
}
