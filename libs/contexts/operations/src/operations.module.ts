import { Module } from '@nestjs/common';
import { PersistenceModule } from '@segur/persistence';
import { operationsSchema } from './context.js';
import { AcknowledgementsConsumer } from './keep-read-models/acknowledgements.consumer.js';
import { AlertsConsumer } from './keep-read-models/alerts.consumer.js';
import { DeliveriesConsumer } from './keep-read-models/deliveries.consumer.js';
import { ReceptionsConsumer } from './keep-read-models/receptions.consumer.js';
import { ReportsConsumer } from './keep-read-models/reports.consumer.js';
import { WithdrawalsConsumer } from './keep-read-models/withdrawals.consumer.js';
import { OverviewController } from './show-overview/overview.controller.js';
import { OverviewQuery } from './show-overview/overview.query.js';
import { ReceptionsController } from './show-receptions/receptions.controller.js';
import { ReceptionsQuery } from './show-receptions/receptions.query.js';
import { ReportsController } from './show-reports/reports.controller.js';
import { ReportsQuery } from './show-reports/reports.query.js';
import { WaitingController } from './show-waiting/waiting.controller.js';
import { WaitingQuery } from './show-waiting/waiting.query.js';

/** Read models for operators, fed by every fact. */
@Module({
  imports: [PersistenceModule.forContext(operationsSchema)],
  controllers: [
    ReceptionsConsumer,
    ReportsConsumer,
    DeliveriesConsumer,
    AcknowledgementsConsumer,
    AlertsConsumer,
    WithdrawalsConsumer,
    ReceptionsController,
    ReportsController,
    WaitingController,
    OverviewController,
  ],
  providers: [ReceptionsQuery, ReportsQuery, WaitingQuery, OverviewQuery],
})
export class OperationsModule {}
