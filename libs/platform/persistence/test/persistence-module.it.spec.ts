import { randomUUID } from 'node:crypto';
import { Injectable, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import { ClockModule } from '@segur/clock';
import { EventBusModule, HandlingPolicies } from '@segur/event-bus';
import { MalformedInput } from '@segur/errors';
import { DEAD_LETTER } from '@segur/events';
import { freshDatabase } from '@segur/testing';
import type { FreshDatabase } from '@segur/testing';
import {
  Attempts,
  attemptWorker,
  AttemptWork,
  ContextDatabase,
  DeadLetters,
  Facts,
  Inbox,
  Outbox,
  OutboxRelay,
  PersistenceModule,
} from '../src/index.js';
import type { AttemptClaim, AttemptOutcome } from '../src/index.js';
import { A, contextOf, eventOf, KeepingBus, until } from './scene.js';

@Injectable()
class OrdersService {
  constructor(
    readonly database: ContextDatabase,
    readonly inbox: Inbox,
    readonly outbox: Outbox,
    readonly facts: Facts,
    readonly attempts: Attempts,
    readonly deadLetters: DeadLetters,
  ) {}
}

@Injectable()
class ResultsService {
  constructor(readonly database: ContextDatabase) {}
}

@Injectable()
class OrdersWork extends AttemptWork {
  readonly claims: AttemptClaim[] = [];
  async attempt(claim: AttemptClaim): Promise<AttemptOutcome> {
    this.claims.push(claim);
    return { outcome: 'done' };
  }
}

@Module({
  imports: [PersistenceModule.forContext(contextOf('spec-orders'))],
  providers: [OrdersService, OrdersWork, attemptWorker(OrdersWork, { concurrency: 2 })],
})
class OrdersModule {}

@Module({ imports: [PersistenceModule.forContext(contextOf('spec-results'))], providers: [ResultsService] })
class ResultsModule {}

describe('PersistenceModule', () => {
  let server: FreshDatabase;
  let bus: KeepingBus;
  let app: TestingModule;

  beforeEach(async () => {
    server = await freshDatabase();
    bus = new KeepingBus();
    @Module({
      imports: [
        ClockModule,
        EventBusModule.forRoot({ bus }),
        PersistenceModule.forRoot({ databaseUrl: server.url, poolSize: 2 }),
        OrdersModule,
        ResultsModule,
      ],
    })
    class Spec {}
    app = await Test.createTestingModule({ imports: [Spec] }).compile();
    await app.init();
  });
  afterEach(async () => {
    await app.close();
    await server.drop();
  });

  it('gives two contexts of one process a database each, under the same tokens', async () => {
    const schemaOf = ({ database }: { database: ContextDatabase }) => database.query(A, 'SELECT current_schema() AS schema');

    await expect(schemaOf(app.get(OrdersService, { strict: false }))).resolves.toEqual([{ schema: 'spec_orders' }]);
    await expect(schemaOf(app.get(ResultsService, { strict: false }))).resolves.toEqual([{ schema: 'spec_results' }]);
    await expect(app.get(ResultsService, { strict: false }).database.query(A, 'SELECT * FROM spec_orders.note')).rejects.toThrow(
      /permission denied/,
    );
  });

  it('announces facts, makes attempts and sets dead letters aside, for the context that they belong to', async () => {
    const { database, outbox, attempts } = app.get(OrdersService, { strict: false });
    const subjectId = randomUUID();
    await database.transaction(A, async (tx) => {
      await outbox.add(tx, eventOf('k', 1));
      await attempts.schedule(tx, { tenantId: A, subjectId });
    });
    const policy = app.get(HandlingPolicies, { strict: false }).of('spec-orders');
    await policy?.handle(eventOf('bad', 1), () => Promise.reject(new MalformedInput('no')));
    await until(() => bus.events.length === 2 && app.get(OrdersWork, { strict: false }).claims.length === 1);

    expect(bus.data('k')).toEqual([1]);
    expect(bus.events.find(({ topic }) => topic === DEAD_LETTER.name)).toMatchObject({ source: 'spec-orders', key: 'bad' });
    expect(app.get(OrdersWork, { strict: false }).claims).toEqual([{ tenantId: A, subjectId, number: 1 }]);
  });

  it('announces at shutdown what was left in the outbox', async () => {
    const { database, outbox } = app.get(OrdersService, { strict: false });
    await database.transaction(A, (tx) => outbox.add(tx, ...[1, 2, 3].map((n) => eventOf('last', n))));
    await app.close();

    expect(bus.data('last')).toEqual([1, 2, 3]);
  });

  it('hands nothing to modules that did not ask', () => {
    expect(() => app.get(OutboxRelay, { strict: true })).toThrow();
  });
});
