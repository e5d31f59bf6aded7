import { resultStructuringConfig, ResultStructuringModule } from '@segur/result-structuring';
import { runContext } from '@segur/service';

await runContext({
  name: 'result-structuring',
  config: resultStructuringConfig,
  module: (settings) => ResultStructuringModule.forRoot(settings),
});
