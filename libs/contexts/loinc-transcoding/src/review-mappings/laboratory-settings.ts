import { Injectable } from '@nestjs/common';
import { LaboratoryRegistry } from '@segur/config';
import { z } from 'zod';

const mappingsSection = z.strictObject({
  fourEyes: z.boolean().default(false).describe('Whether who validates a mapping must not be who proposed it.'),
});

const laboratorySection = z.looseObject({ catalogueOid: z.string().optional() });

/** What a laboratory has configured about its mappings: the section `mappings`, and the OID of its local codes. */
@Injectable()
export class LaboratorySettings {
  constructor(private readonly laboratories: LaboratoryRegistry) {}

  fourEyes(tenantId: string): boolean {
    return this.knows(tenantId) && this.laboratories.section(tenantId, 'mappings', mappingsSection)?.fourEyes === true;
  }

  /** Absent: not configured. */
  catalogueOid(tenantId: string): string | undefined {
    return this.knows(tenantId) ? this.laboratories.section(tenantId, 'laboratory', laboratorySection)?.catalogueOid : undefined;
  }

  private knows(tenantId: string): boolean {
    return this.laboratories.tenants().includes(tenantId);
  }
}
