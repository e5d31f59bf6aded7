import { Controller, Get, Param, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { CallerGuard, CallerTenant, ResourceNotFound } from '@segur/http-security';
import { OrderQueryInvalid } from './order-query-invalid.js';
import { ShowOrderQuery, type OrderDetail, type OrderItem } from './show-order.query.js';

const number = z.string().min(1).max(250);
/** One number, the prescriber's or the laboratory's, or one report. */
const listQuery = z.union([
  z.strictObject({ placerNumber: number }).transform((asked) => ({ kind: 'placer' as const, number: asked.placerNumber })),
  z.strictObject({ fillerNumber: number }).transform((asked) => ({ kind: 'filler' as const, number: asked.fillerNumber })),
  z.strictObject({ reportSetId: z.uuid() }),
]);

/** `GET /api/v1/orders?placerNumber=`, `?fillerNumber=` or `?reportSetId=`, and `GET /api/v1/orders/{id}`. */
@Controller('api/v1/orders')
@UseGuards(CallerGuard)
export class ShowOrderController {
  constructor(private readonly orders: ShowOrderQuery) {}

  @Get()
  async list(@CallerTenant() tenantId: string, @Query() query: unknown): Promise<{ readonly items: readonly OrderItem[] }> {
    const asked = listQuery.safeParse({ ...(query as object) }, { reportInput: false });
    if (!asked.success) throw new OrderQueryInvalid('Ask for one placerNumber, one fillerNumber or one reportSetId');
    const { data } = asked;
    const items =
      'reportSetId' in data ? await this.orders.ofReport(tenantId, data.reportSetId) : await this.orders.list(tenantId, data);
    return { items };
  }

  @Get(':orderId')
  async show(@CallerTenant() tenantId: string, @Param('orderId') orderId: string): Promise<OrderDetail> {
    const known = z.uuid().safeParse(orderId).success ? await this.orders.find(tenantId, orderId) : undefined;
    if (!known) throw new ResourceNotFound('This laboratory has no such order');
    return known;
  }
}
