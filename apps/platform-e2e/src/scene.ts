import { LaboratoryClient } from './laboratory-client.js';
import type { PlatformUnderTest } from './platform-under-test.js';
import { SandboxView } from './sandbox-view.js';

/** What a story needs: a platform, the sample laboratory, and what the national services got. */
export interface Scene {
  readonly platform: PlatformUnderTest;
  readonly laboratory: LaboratoryClient;
  readonly sandbox: SandboxView;
}

/** The scene around a running platform. */
export function sceneOf(platform: PlatformUnderTest): Scene {
  return { platform, laboratory: new LaboratoryClient(platform), sandbox: new SandboxView(platform.url) };
}

/** Everything that a report with a qualified identity and a known prescriber comes to. */
export const ALL_ACCEPTED = { dmp: 'ACCEPTED', prescriber: 'ACCEPTED', patient: 'ACCEPTED' } as const;
