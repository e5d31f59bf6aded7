import { createHash } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Post, UseGuards } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { SystemClock, type Clock } from '@segur/clock';
import { LaboratoryRegistry } from '@segur/config';
import { RemoteUnavailable } from '@segur/errors';
import { Log, TelemetryModule } from '@segur/telemetry';
import { z } from 'zod';
import {
  AccessRegistry,
  CallerGuard,
  CallerTenant,
  CurrentCaller,
  HttpSecurityModule,
  ZodPipe,
  type Caller,
  type HttpSecurityOptions,
  type HttpsOptions,
} from '../src/index.js';

const bodySchema = z.object({ count: z.number(), name: z.string() });

@Controller()
class DoorsController {
  @Get('mine')
  @UseGuards(CallerGuard)
  mine(@CallerTenant() tenantId: string, @CurrentCaller() caller: Caller): object {
    return { tenantId, knownBy: caller.knownBy };
  }

  @Post('mine')
  @UseGuards(CallerGuard)
  change(@CallerTenant() tenantId: string): object {
    return { tenantId };
  }

  @Get('forgotten')
  forgotten(@CallerTenant() tenantId: string): object {
    return { tenantId };
  }

  @Get('away')
  away(): never {
    throw new RemoteUnavailable('The remote system is away');
  }

  @Get('bug')
  bug(): never {
    throw new TypeError('ZZNOM is not a function');
  }

  @Post('body')
  @HttpCode(202)
  body(@Body(new ZodPipe(bodySchema)) body: z.output<typeof bodySchema>): object {
    return { count: body.count };
  }
}

/** A real Nest application with one route per kind of answer, and two laboratories: `750000000` and `690000000`. */
export async function openDoors(
  options: Partial<HttpSecurityOptions['config']> & {
    access?: object;
    https?: HttpsOptions | undefined;
    lines?: string[];
    clock?: Clock;
  } = {},
): Promise<NestFastifyApplication> {
  const {
    access = {},
    https,
    lines = [],
    apiKeysTaken = true,
    browserSessionsTaken = true,
    oauth,
    clock = new SystemClock(),
  } = options;
  const first = { apiKeys: [createHash('sha256').update('key-a').digest('hex')], oauthClients: ['sgl-a'], ...access };
  const second = { apiKeys: [createHash('sha256').update('key-b').digest('hex')] };
  const laboratories = LaboratoryRegistry.of([
    { tenantId: '750000000', access: first },
    { tenantId: '690000000', access: second },
  ]);
  const module = await Test.createTestingModule({
    imports: [
      TelemetryModule.forRoot({ log: Log.open({ write: (line) => lines.push(line) }) }),
      HttpSecurityModule.forRoot({
        access: new AccessRegistry(laboratories),
        config: { apiKeysTaken, browserSessionsTaken, oauth },
        clock,
      }),
    ],
    controllers: [DoorsController],
  }).compile();
  const adapter = new FastifyAdapter({ bodyLimit: 1000, ...(https ? { https } : {}) });
  const app = module.createNestApplication<NestFastifyApplication>(adapter, { logger: false });
  await app.listen(0, '127.0.0.1');
  return app;
}
