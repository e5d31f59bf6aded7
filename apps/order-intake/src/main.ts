import { orderIntakeConfig, OrderIntakeModule } from '@segur/order-intake';
import { runContext } from '@segur/service';

await runContext({ name: 'order-intake', config: orderIntakeConfig, module: () => OrderIntakeModule });
