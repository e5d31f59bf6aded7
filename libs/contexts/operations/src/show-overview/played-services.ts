/** How much the played national services hold. */
export interface Holdings {
  /** Counts each signature of a lot beside the document that it signs. */
  readonly documents: number;
  readonly mails: number;
}

/** The national services, where they are played; an app that knows of them provides it. */
export abstract class PlayedServices {
  /** Absent: they do not answer now. */
  abstract holdings(): Promise<Holdings | undefined>;
}
