import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Consumes } from '@segur/event-bus';
import { ORDER_MESSAGE_RECEIVED } from '@segur/events';
import type { EventEnvelope, OrderMessageReceived } from '@segur/events';
import { CONTEXT } from '../context.js';
import { ReceiveOrderMessageService } from './receive-order-message.service.js';

@Controller()
export class ReceiveOrderMessageConsumer {
  constructor(private readonly orders: ReceiveOrderMessageService) {}

  @Consumes(ORDER_MESSAGE_RECEIVED.name, CONTEXT)
  onOrderMessageReceived(@Payload() event: EventEnvelope<OrderMessageReceived>): Promise<void> {
    return this.orders.receive(event);
  }
}
