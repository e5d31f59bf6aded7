import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { AcceptanceLog, type AcceptorAnswer, type AcceptorOrder, type AcceptorTls } from './acceptance.js';
import { leanDmp } from './lean-dmp.js';
import { leanMail } from './lean-mail.js';

// The receiving side in a process of its own, so that its CPU is told apart. It ends when the one who asks hangs up.
const log = new AcceptanceLog();
process.once('disconnect', () => process.exit());
process.on('message', (order: AcceptorOrder) => void obey(order).then((answer) => process.send?.(answer)));

async function obey(order: AcceptorOrder): Promise<AcceptorAnswer> {
  if (typeof order === 'object') return open(order.tls);
  if (order === 'forget') log.forget();
  return log.count();
}

async function open(tls: AcceptorTls): Promise<AcceptorAnswer> {
  const [dmpPort, smtpPort] = await Promise.all([listen(leanDmp(tls, log)), listen(leanMail(tls, log).server)]);
  return { dmpPort, smtpPort };
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
