import { requireNode, sentence } from '@segur/service';
import { migrateAll } from './migrate-all.js';

try {
  requireNode();
  console.log(await migrateAll(process.env));
} catch (error) {
  console.error(sentence(error));
  process.exitCode = 1;
}
