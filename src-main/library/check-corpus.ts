import {
  checkKnowledge,
  type KnowledgeFault,
} from "#domain/knowledge/check-knowledge";
import type { LoadedCorpus } from "./load-corpus";

/** Checks the bundled collections: every quotation, id, alias, date and fact. */
export function checkCorpus(corpus: LoadedCorpus): KnowledgeFault[] {
  const items = [...corpus.items.values()];
  return checkKnowledge({
    knowledge: corpus.knowledge,
    texts: new Map(
      items.map((item) => [item.metadata.id, item.structured().text]),
    ),
    facts: corpus.facts,
    itemFacts: new Map(
      items.map((item) => [item.metadata.id, item.metadata.facts]),
    ),
  });
}
