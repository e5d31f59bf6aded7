import { Module } from '@nestjs/common';
import { PersistenceModule } from '@segur/persistence';
import { orderIntakeSchema } from './context.js';
import { LinkReportsConsumer } from './link-reports/link-reports.consumer.js';
import { LinkReportsService } from './link-reports/link-reports.service.js';
import { MentionedDocuments } from './mentioned-documents.js';
import { ReceiveOrderController } from './receive-order/receive-order.controller.js';
import { ReceiveOrderService } from './receive-order/receive-order.service.js';
import { ShowOrderController } from './show-order/show-order.controller.js';
import { ShowOrderQuery } from './show-order/show-order.query.js';

/** Takes prescriptions in, and shows what became of them. */
@Module({
  imports: [PersistenceModule.forContext(orderIntakeSchema)],
  controllers: [ReceiveOrderController, ShowOrderController, LinkReportsConsumer],
  providers: [MentionedDocuments, ReceiveOrderService, ShowOrderQuery, LinkReportsService],
})
export class OrderIntakeModule {}
