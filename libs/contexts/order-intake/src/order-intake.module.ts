import { Module } from '@nestjs/common';
import { PersistenceModule } from '@segur/persistence';
import { orderIntakeSchema } from './context.js';
import { LinkReportsConsumer } from './link-reports/link-reports.consumer.js';
import { LinkReportsService } from './link-reports/link-reports.service.js';
import { MentionedDocuments } from './mentioned-documents.js';
import { ReceiveOrderController } from './receive-order/receive-order.controller.js';
import { ReceiveOrderMessageConsumer } from './receive-order-message/receive-order-message.consumer.js';
import { ReceiveOrderMessageService } from './receive-order-message/receive-order-message.service.js';
import { OrderRows } from './receive-order/order-rows.js';
import { ReceiveOrderService } from './receive-order/receive-order.service.js';
import { ShowOrderController } from './show-order/show-order.controller.js';
import { ReportsOfOrder } from './show-order/reports-of-order.js';
import { ShowOrderQuery } from './show-order/show-order.query.js';

/** Takes prescriptions in, and shows what became of them. The app provides `LaboratoryRegistry` to all its modules. */
@Module({
  imports: [PersistenceModule.forContext(orderIntakeSchema)],
  controllers: [ReceiveOrderController, ReceiveOrderMessageConsumer, ShowOrderController, LinkReportsConsumer],
  providers: [
    MentionedDocuments,
    OrderRows,
    ReceiveOrderService,
    ReceiveOrderMessageService,
    ReportsOfOrder,
    ShowOrderQuery,
    LinkReportsService,
  ],
})
export class OrderIntakeModule {}
