import { Body, Controller, Get, Optional, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CallerIdentification, ResourceNotFound, sessionCookie } from '@segur/http-security';
import { overviewPage, PAGE_POLICY, sessionPage } from './overview-page.js';
import { OverviewQuery } from './overview.query.js';
import { PlayedServices } from './played-services.js';

const opening = z.object({ key: z.string().min(1).max(500) });

/** `GET /`: the last reports, for a person with a browser; `POST /session` opens a session. Only where sessions are taken: never in production. */
@Controller()
export class OverviewController {
  constructor(
    private readonly callers: CallerIdentification,
    private readonly overview: OverviewQuery,
    @Optional() private readonly played?: PlayedServices,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    this.assertOpen();
    const caller = this.callers.identifySession(request.headers.cookie);
    if (!caller) return answer(reply, 401, sessionPage(false));
    const [rows, played] = await Promise.all([this.overview.last(caller.tenantId), this.played?.holdings()]);
    return answer(reply, 200, overviewPage({ rows, ...(played && { played }) }));
  }

  @Post('session')
  open(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.assertOpen();
    const form = opening.safeParse(body);
    const session = form.success ? this.callers.openSession(form.data.key.trim()) : undefined;
    if (!session) return answer(reply, 401, sessionPage(true));
    void reply.header('set-cookie', sessionCookie(session, request.protocol === 'https')).redirect('/', 303);
  }

  @Post('session/end')
  end(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.assertOpen();
    void reply.header('set-cookie', sessionCookie(undefined, request.protocol === 'https')).redirect('/', 303);
  }

  private assertOpen(): void {
    if (!this.callers.takesBrowserSessions) throw new ResourceNotFound('There is no page here');
  }
}

function answer(reply: FastifyReply, status: number, html: string): void {
  void reply
    .status(status)
    .headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PAGE_POLICY, 'cache-control': 'no-store' })
    .send(html);
}
