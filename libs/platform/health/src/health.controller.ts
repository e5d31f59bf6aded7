import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { HealthRegistry, type CheckResult } from './health-registry.js';

/** What an orchestrator asks: restart me? send me work? And what an operator asks: what is wrong? */
@Controller('health')
export class HealthController {
  constructor(private readonly health: HealthRegistry) {}

  /** Answering at all is the answer: the event loop turns. */
  @Get('live')
  @Header('cache-control', 'no-store')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** 503 names what fails; while stopping it says so without looking further. */
  @Get('ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    if (this.health.isStopping()) return answer(reply, 503, { status: 'stopping' });
    const failing = (await this.health.checkOwn()).filter(isFailing).map(({ name }) => name);
    if (failing.length > 0) return answer(reply, 503, { status: 'failing', failing });
    return answer(reply, 200, { status: 'ok' });
  }

  /** Always 200: it is read by people, and remote systems never make a process unready. */
  @Get('details')
  async details(@Res() reply: FastifyReply): Promise<void> {
    const [own, remote] = await Promise.all([this.health.checkOwn(), this.health.checkRemote()]);
    const ready = !this.health.isStopping() && !own.some(isFailing);
    return answer(reply, 200, { status: this.health.isStopping() ? 'stopping' : ready ? 'ok' : 'failing', own, remote });
  }
}

function isFailing({ status }: CheckResult): boolean {
  return status === 'failing';
}

async function answer(reply: FastifyReply, status: number, body: object): Promise<void> {
  await reply.status(status).header('cache-control', 'no-store').send(body);
}
