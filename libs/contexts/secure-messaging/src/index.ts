export { secureMessagingSchema } from './context.js';
export {
  mssanteSection,
  secureMessagingConfig,
  type MssanteSection,
  type SecureMessagingConfig,
} from './secure-messaging.config.js';
export { SecureMessagingModule } from './secure-messaging.module.js';
