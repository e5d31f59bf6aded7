import { createServer, type AddressInfo } from 'node:net';
import { readConfig } from '@segur/config';
import { sandboxConfig } from '@segur/sandbox';

/**
 * The environment in which the channels find the sandbox of this process, wherever its ports are, unless the environment names other services.
 *
 * @throws {InvalidConfiguration} A variable of the sandbox is wrong.
 */
export async function pointToSandbox(env: NodeJS.ProcessEnv): Promise<NodeJS.ProcessEnv> {
  const { profile, dmp, mail } = readConfig(sandboxConfig, env);
  if (profile === 'production') return env;
  const [dmpPort, smtpPort] = [dmp.port || (await freePort()), mail.port || (await freePort())];
  return {
    DMP_BASE_URL: `https://127.0.0.1:${dmpPort}`,
    MSSANTE_SMTP_PORT: String(smtpPort),
    ...env,
    SANDBOX_DMP_PORT: String(dmpPort),
    SANDBOX_SMTP_PORT: String(smtpPort),
  };
}

/** The channels must know the port before anyone listens on it, so the system is asked for one beforehand. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening, failed) => server.once('error', failed).listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
