export { checkOfficial, type OfficialCheck } from './official/check-official.js';
export { OFFICIAL_LAYERS, type OfficialLayer } from './official/official-layers.js';
