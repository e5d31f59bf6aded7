import { secureMessagingConfig, SecureMessagingModule } from '@segur/secure-messaging';
import { runContext } from '@segur/service';

await runContext({
  name: 'secure-messaging',
  config: secureMessagingConfig,
  module: (settings) => SecureMessagingModule.forRoot(settings),
});
