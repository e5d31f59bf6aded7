import { dmpFeedingConfig, DmpFeedingModule } from '@segur/dmp-feeding';
import { runContext } from '@segur/service';

await runContext({ name: 'dmp-feeding', config: dmpFeedingConfig, module: (settings) => DmpFeedingModule.forRoot(settings) });
