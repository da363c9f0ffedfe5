import type { Knowledge } from "#domain/knowledge/knowledge";
import type { Card } from "#domain/study/card";
import { positionLinks } from "./knowledge-documents";
import { listDocuments, type Unmarked } from "./list-documents";
import type { DocumentSource } from "./search-source";

/** All cards; those made from a position or event answer to the same filters as it does. */
export function cardDocuments(
  cards: () => readonly Card[],
  knowledge: () => Knowledge,
): DocumentSource {
  return listDocuments("card/", cards, (card) =>
    cardDocument(card, originOf(card, knowledge())),
  );
}

type Origin = Pick<Unmarked, "links" | "date">;

function originOf({ origin }: Card, { positions, events }: Knowledge): Origin {
  switch (origin.kind) {
    case "position": {
      const position = positions.find(({ id }) => id === origin.id);
      if (!position) return {};
      return { links: positionLinks(position), date: position.date };
    }
    case "event": {
      const event = events.find(({ id }) => id === origin.id);
      if (!event) return {};
      const links = event.actors.map((actor) => `actor:${actor}`);
      return { links, date: event.date };
    }
    case "actor":
      return { links: [`actor:${origin.id}`] };
    case "passage":
      return {};
  }
}

function cardDocument(card: Card, origin: Origin): Unmarked {
  const { id, topic, question, answer, explanation, evidence } = card;
  const item = evidence[0]?.item;
  return {
    kind: "card",
    id,
    title: question,
    detail: topic,
    tags: [],
    names: topic === "" ? [] : [topic],
    ...(item === undefined ? {} : { itemId: item }),
    ...origin,
    text: {
      form: "plain",
      body: [answer, explanation].filter((line) => line !== "").join("\n"),
    },
  };
}
