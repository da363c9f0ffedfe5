import type {
  AnchoredEvidence,
  KnowledgeOverview,
} from "#bridge/contract/knowledge";
import type { Evidence } from "#domain/knowledge/evidence";
import type { LoadedCorpus } from "./load-corpus";
import { anchorEvidence } from "./anchor-evidence";

/** Everything that is known, each passage with where it leads now. */
export function getKnowledge({
  knowledge,
  items,
}: LoadedCorpus): KnowledgeOverview {
  const anchored = <Kind extends { readonly evidence: readonly Evidence[] }>(
    record: Kind,
  ): Omit<Kind, "evidence"> & {
    readonly evidence: readonly AnchoredEvidence[];
  } => ({
    ...record,
    evidence: record.evidence.map((each) => anchorEvidence(items, each)),
  });
  return {
    actors: knowledge.actors.map(anchored),
    issues: knowledge.issues.map(anchored),
    positions: knowledge.positions.map(anchored),
    events: knowledge.events.map(anchored),
  };
}
