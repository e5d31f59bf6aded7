/** Name of the cookie of a person who opened a session with the API key. */
const COOKIE = 'segur-session';
const LIFETIME_MS = 8 * 60 * 60 * 1000;
const SHAPE = /^(?<until>\d{13})\.(?<seal>[0-9a-f]{64})$/;

/** What a session consists of: until when it lasts, and a seal over that made with the API key's digest. Nothing is kept on our side. */
export interface BrowserSession {
  /** Milliseconds since 1970. */
  readonly until: number;
  readonly seal: string;
}

/** What is sealed. */
export function sessionStatement(until: number): string {
  return `${COOKIE}:${until}`;
}

/** When a session that opens now ends. */
export function sessionEnd(now: Date): number {
  return now.getTime() + LIFETIME_MS;
}

/**
 * `Set-Cookie` of a session. No script reads it, and no other site's page makes the browser send it.
 *
 * @param session - Absent: the session is forgotten.
 */
export function sessionCookie(session: BrowserSession | undefined, secure: boolean): string {
  const value = session ? `${session.until}.${session.seal}; Max-Age=${LIFETIME_MS / 1000}` : '; Max-Age=0';
  return `${COOKIE}=${value}; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
}

/** The session that a `Cookie` header names, before anybody checked its seal. Absent: it names none. */
export function readSession(cookies: string | undefined): BrowserSession | undefined {
  for (const cookie of cookies?.split(';') ?? []) {
    const [name, value = ''] = cookie.trim().split('=', 2);
    const parts = name === COOKIE ? SHAPE.exec(value)?.groups : undefined;
    if (parts) return { until: Number(parts['until']), seal: parts['seal'] ?? '' };
  }
  return undefined;
}
