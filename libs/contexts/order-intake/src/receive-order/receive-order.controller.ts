import { Body, Controller, Headers, Post, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CallerGuard, CallerTenant } from '@segur/http-security';
import { ReceiveOrderService, type ReceivedOrder } from './receive-order.service.js';

/** `POST /api/v1/orders`: 201 and the order's place; 200 and the same answer when the same `Idempotency-Key` comes again. */
@Controller('api/v1/orders')
@UseGuards(CallerGuard)
export class ReceiveOrderController {
  constructor(private readonly orders: ReceiveOrderService) {}

  @Post()
  async receive(
    @CallerTenant() tenantId: string,
    @Body() body: unknown,
    @Headers('idempotency-key') idempotencyKey: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReceivedOrder> {
    const key = idempotencyKey?.trim();
    const { order, repeated } = await this.orders.receive({ tenantId, body, ...(key && { idempotencyKey: key }) });
    reply.status(repeated ? 200 : 201).header('location', `/api/v1/orders/${order.orderId}`);
    return order;
  }
}
