import type {
  AnchoredEvidence,
  KnowledgeOverview,
} from "#bridge/contract/knowledge";
import type { Evidence } from "#domain/knowledge/evidence";
import type { Knowledge } from "#domain/knowledge/knowledge";
import { anchorEvidence } from "./anchor-evidence";
import type { ItemSource } from "./library-item";

/** Everything that is known, each passage with where it leads now. */
export async function getKnowledge(
  knowledge: Knowledge,
  items: Pick<ItemSource, "find">,
): Promise<KnowledgeOverview> {
  const anchored = async <
    Kind extends { readonly evidence: readonly Evidence[] },
  >(
    record: Kind,
  ): Promise<
    Omit<Kind, "evidence"> & { readonly evidence: readonly AnchoredEvidence[] }
  > => ({
    ...record,
    evidence: await Promise.all(
      record.evidence.map((each) => anchorEvidence(items, each)),
    ),
  });
  return {
    actors: await Promise.all(knowledge.actors.map(anchored)),
    issues: await Promise.all(knowledge.issues.map(anchored)),
    positions: await Promise.all(knowledge.positions.map(anchored)),
    events: await Promise.all(knowledge.events.map(anchored)),
  };
}
