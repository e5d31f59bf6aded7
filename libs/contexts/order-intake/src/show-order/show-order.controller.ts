import { Controller, Get, Param, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { CallerGuard, CallerTenant, ResourceNotFound } from '@segur/http-security';
import { ShowOrderQuery, type OrderDetail } from './show-order.query.js';

/** `GET /api/v1/orders/{id}`. */
@Controller('api/v1/orders')
@UseGuards(CallerGuard)
export class ShowOrderController {
  constructor(private readonly orders: ShowOrderQuery) {}

  @Get(':orderId')
  async show(@CallerTenant() tenantId: string, @Param('orderId') orderId: string): Promise<OrderDetail> {
    const known = z.uuid().safeParse(orderId).success ? await this.orders.find(tenantId, orderId) : undefined;
    if (!known) throw new ResourceNotFound('This laboratory has no such order');
    return known;
  }
}
