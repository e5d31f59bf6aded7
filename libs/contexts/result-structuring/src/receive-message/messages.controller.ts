import { Body, Controller, Headers, HttpStatus, Post, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { MalformedInput } from '@segur/errors';
import { CallerGuard, CallerTenant } from '@segur/http-security';
import { mediaTypeOf, MESSAGE_CONTENT_TYPES } from './content-types.js';
import { ReceiveContentService } from './receive-content.service.js';
import { ReceiveMessageService } from './receive-message.service.js';

/**
 * `POST /api/v1/messages`: the bytes of a message, whose format its content type says.
 *
 * HL7 v2 (ER7 without MLLP framing) is answered by its acknowledgement. The verdict is in MSA-1: AE and AR are answered with HTTP 200 too;
 * other statuses are about the transport alone. HPRIM Santé and CDA have no acknowledgement: 202 with one item for each report, or a problem
 * that says what is wrong.
 */
@Controller('api/v1/messages')
@UseGuards(CallerGuard)
export class MessagesController {
  constructor(
    private readonly messages: ReceiveMessageService,
    private readonly contents: ReceiveContentService,
  ) {}

  @Post()
  async receive(
    @CallerTenant() tenantId: string,
    @Body() body: unknown,
    @Headers('content-type') contentType: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const mediaType = mediaTypeOf(contentType);
    const format = MESSAGE_CONTENT_TYPES[mediaType];
    if (!Buffer.isBuffer(body) || !format) throw new MalformedInput('Send the bytes of the message as application/hl7-v2');
    if (format !== 'hl7v2') {
      const answer = await this.contents.receive(tenantId, format, body, mediaType);
      reply.status(HttpStatus.ACCEPTED).header('content-type', 'application/json; charset=utf-8');
      return answer;
    }
    const answer = await this.messages.receive(body, { route: 'http', tenantOf: () => tenantId });
    if (answer.status === 'not-hl7') throw new MalformedInput('The body is not an HL7 v2 message', { sizeBytes: body.length });
    reply.status(HttpStatus.OK).header('content-type', mediaType);
    return answer.ack;
  }
}
