import { operationsConfig, OperationsModule } from '@segur/operations';
import { runContext } from '@segur/service';

await runContext({ name: 'operations', config: operationsConfig, module: () => OperationsModule });
