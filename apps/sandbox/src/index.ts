export { sandboxAppConfig } from './sandbox-app.config.js';
export { startSandbox, type RunningSandbox } from './start-sandbox.js';
