import type { Judged } from './rank-concepts.js';
import type { ReadTest } from './read-test.js';

const NEAR = 0.6;

/** What the laboratory could say that would tell the first proposals apart, in French. @see loinc-transcoding.md §4.6 */
export function missingFactsOf(read: ReadTest, admitted: readonly Judged[], refused: readonly Judged[]): readonly string[] {
  const [first] = admitted;
  if (first === undefined && refused.length > 0)
    return ['aucun code ne va avec l’unité et le prélèvement dits : sont-ils justes ?'];
  if (first === undefined) return ['aucun code trouvé : quel est le nom complet de l’analyse ?'];
  const near = admitted.filter(({ score }) => score > first.score - NEAR);
  const differ = (part: (judged: Judged) => string): boolean => new Set(near.map(part)).size > 1;
  const missing: string[] = [];
  if (read.unit === undefined && differ(({ entry }) => entry.concept.axes.property)) missing.push('quelle unité ?');
  if (read.unit !== undefined && read.unit.properties === undefined)
    missing.push(`unité « ${read.unit.raw} » inconnue : laquelle est-ce ?`);
  if (read.systems === undefined && differ(({ entry }) => entry.concept.axes.system)) missing.push('quel prélèvement ?');
  if (read.methods.size === 0 && differ(({ entry }) => entry.concept.axes.method)) missing.push('quelle méthode ?');
  if (first.match.explained < 0.6) missing.push('quel est le nom complet de l’analyse ?');
  return missing;
}
