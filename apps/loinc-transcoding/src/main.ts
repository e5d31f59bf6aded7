import { loincTranscodingConfig, LoincTranscodingModule } from '@segur/loinc-transcoding';
import { runContext } from '@segur/service';

await runContext({
  name: 'loinc-transcoding',
  config: loincTranscodingConfig,
  module: (settings) => LoincTranscodingModule.forRoot(settings),
});
