import type { Knowledge } from "#domain/knowledge/knowledge";
import type { Card } from "#domain/study/card";
import type { ItemSource } from "../../library/library-item";
import { positionLinks } from "./knowledge-documents";
import { listDocuments, type Unmarked } from "./list-documents";
import type { DocumentSource } from "./search-source";

/** All cards; those made from a position or event answer to the same filters as it does. */
export function cardDocuments(
  cards: () => readonly Card[],
  knowledge: () => Knowledge,
  items: Pick<ItemSource, "find">,
): DocumentSource {
  return listDocuments("card/", cards, (card) =>
    cardDocument(card, {
      ...originOf(card, knowledge()),
      ...languageOf(card, items),
    }),
  );
}

type Origin = Pick<Unmarked, "links" | "date" | "language">;

/** The questions that the program makes are English; of a person's own, the text they were made from says it. */
function languageOf(
  { form, evidence }: Card,
  items: Pick<ItemSource, "find">,
): Pick<Unmarked, "language"> {
  if (form !== "own-question" && form !== "own-cloze")
    return { language: "en" };
  const item = evidence[0]?.item;
  const language =
    item === undefined ? undefined : items.find(item)?.metadata.language;
  return language === undefined || language === "und" ? {} : { language };
}

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
