/** How much the national services hold that are played in this process; an app that plays them provides it. */
export abstract class PlayedServices {
  /** `documents` counts each signature of a lot beside the document that it signs. */
  abstract holdings(): { readonly documents: number; readonly mails: number };
}
