import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query, Res } from '@nestjs/common';
import { ResourceNotFound, ZodPipe } from '@segur/http-security';
import { z } from 'zod';
import type { Page } from '../bounded-log.js';
import { DmpSandbox } from '../dmp/dmp-sandbox.js';
import { PATIENT_STATES } from '../dmp/known-patients.js';
import { faultSchemas } from '../faults/fault.js';
import type { Fault } from '../faults/fault.js';
import { MailSandbox } from '../mail/mail-sandbox.js';
import { documentDetails, documentSummary, messageDetails, messageSummary } from './sandbox-views.js';

/** What the admin API needs of an HTTP reply: Fastify's has it, whichever Fastify. */
interface Reply {
  header(name: string, value: string): unknown;
  send(body: unknown): unknown;
}

const paging = z.object({
  /** The `next` of the page before; absent for the first. */
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
const patientSchema = z.strictObject({ state: z.enum(PATIENT_STATES) });
const formats = z.object({ format: z.enum(['json', 'raw']).default('json') });

/** What the played services got, and how they misbehave. Part of the embedded profile's stable interface. */
@Controller('sandbox')
export class SandboxController {
  constructor(
    private readonly dmp: DmpSandbox,
    private readonly mail: MailSandbox,
  ) {}

  @Get('dmp/documents')
  documents(@Query(new ZodPipe(paging)) { after, limit }: z.output<typeof paging>): unknown {
    return shown(this.dmp.documents.page(after, limit), documentSummary);
  }

  @Get('dmp/documents/:uniqueId')
  document(
    @Param('uniqueId') uniqueId: string,
    @Query(new ZodPipe(formats)) { format }: z.output<typeof formats>,
    @Res() reply: Reply,
  ): void {
    const document = this.dmp.documents.byUniqueId(uniqueId);
    if (!document) throw new ResourceNotFound('The DMP of the sandbox holds no such document');
    if (format === 'json') return void reply.send(documentDetails(document));
    reply.header('content-type', document.metadata.mimeType);
    reply.send(document.bytes);
  }

  @Get('dmp/requests')
  requests(@Query(new ZodPipe(paging)) { after, limit }: z.output<typeof paging>): unknown {
    return shown(this.dmp.requests.page(after, limit), (request) => request);
  }

  @Get('mail/messages')
  messages(@Query(new ZodPipe(paging)) { after, limit }: z.output<typeof paging>): unknown {
    return shown(this.mail.messages.page(after, limit), messageSummary);
  }

  @Get('mail/messages/:id')
  message(@Param('id') id: string, @Query(new ZodPipe(formats)) { format }: z.output<typeof formats>, @Res() reply: Reply): void {
    const message = this.mail.messages.get(id);
    if (!message) throw new ResourceNotFound('The operator of the sandbox received no such message');
    if (format === 'json') return void reply.send(messageDetails(message));
    reply.header('content-type', 'message/rfc822');
    reply.send(message.raw);
  }

  @Put('dmp/faults')
  async breakDmp(@Body(new ZodPipe(faultSchemas.dmp)) fault: Fault): Promise<Fault> {
    await this.dmp.setFault(fault);
    return fault;
  }

  @Get('dmp/faults')
  brokenDmp(): unknown {
    return { ...this.dmp.fault, hanging: this.dmp.hanging };
  }

  @Put('dmp/patients/:matricule')
  tellPatient(
    @Param('matricule') matricule: string,
    @Body(new ZodPipe(patientSchema)) { state }: z.output<typeof patientSchema>,
  ): unknown {
    this.dmp.patients.tell(matricule, state);
    return { state };
  }

  @Put('mail/faults')
  async breakMail(@Body(new ZodPipe(faultSchemas.mail)) fault: Fault): Promise<Fault> {
    await this.mail.setFault(fault);
    return fault;
  }

  @Get('mail/faults')
  brokenMail(): unknown {
    return { ...this.mail.fault, hanging: this.mail.hanging };
  }

  @Delete()
  @HttpCode(204)
  async forget(): Promise<void> {
    await this.dmp.setFault({ mode: 'off' });
    await this.mail.setFault({ mode: 'off' });
    this.dmp.clear();
    this.mail.clear();
  }
}

function shown<T>({ items, next, ...page }: Page<T>, summary: (item: T) => unknown): unknown {
  return { ...page, items: items.map(summary), ...(next === undefined ? {} : { next: String(next) }) };
}
