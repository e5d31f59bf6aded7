export { dmpFeedingSchema } from './context.js';
export { dmpFeedingConfig, dmpSection, type DmpFeedingConfig, type DmpSection } from './dmp-feeding.config.js';
export { DmpFeedingModule } from './dmp-feeding.module.js';
export { LotSecurity, type LotBearer } from './submit-document/lot-security.js';
