import { operationsConfig, OperationsModule } from '@segur/operations';
import { runContext } from '@segur/service';
import { SandboxElsewhereModule } from './sandbox-elsewhere.module.js';

await runContext({
  name: 'operations',
  config: operationsConfig,
  module: ({ sandboxUrl }) => (sandboxUrl === undefined ? OperationsModule : SandboxElsewhereModule.at(sandboxUrl)),
});
