import { Body, Controller, Headers, HttpCode, Post, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { MalformedInput } from '@segur/errors';
import { CallerGuard, CallerTenant } from '@segur/http-security';
import { ReceiveMessageService } from './receive-message.service.js';

/**
 * `POST /api/v1/messages`: ER7 without MLLP framing in, the acknowledgement out.
 *
 * The verdict is in MSA-1: AE and AR are answered with HTTP 200 too. Other statuses are about the transport alone.
 */
@Controller('api/v1/messages')
@UseGuards(CallerGuard)
export class MessagesController {
  constructor(private readonly reception: ReceiveMessageService) {}

  @Post()
  @HttpCode(200)
  async receive(
    @CallerTenant() tenantId: string,
    @Body() body: unknown,
    @Headers('content-type') contentType: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    if (!Buffer.isBuffer(body)) throw new MalformedInput('Send the bytes of the message as application/hl7-v2');
    const answer = await this.reception.receive(body, { route: 'http', tenantOf: () => tenantId });
    if (answer.status === 'not-hl7') throw new MalformedInput('The body is not an HL7 v2 message', { sizeBytes: body.length });
    reply.header('content-type', contentType.split(';')[0]?.trim() ?? 'application/hl7-v2');
    return answer.ack;
  }
}
