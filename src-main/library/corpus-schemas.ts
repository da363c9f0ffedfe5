import { ACTOR_KINDS } from "#domain/knowledge/actor";
import { ATTRIBUTION_MODES } from "#domain/knowledge/attribution";
import { STANCES } from "#domain/knowledge/stance";
import { ITEM_KINDS } from "#domain/library/item";
import * as v from "valibot";
import { fragmentSchema } from "./fragment-schema";

const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,120}$/u));
const text = v.pipe(v.string(), v.minLength(1));
const texts = v.array(text);
const evidence = v.array(
  v.object({
    item: id,
    position: fragmentSchema,
    selector: v.object({
      type: v.literal("TextQuoteSelector"),
      exact: text,
      prefix: v.exactOptional(v.string()),
      suffix: v.exactOptional(v.string()),
    }),
  }),
);
const attribution = v.array(
  v.object({
    speaker: text,
    actor: v.exactOptional(id),
    mode: v.picklist(ATTRIBUTION_MODES),
  }),
);
const confidence = v.picklist(["high", "medium"]);

/** `collection.yaml`. Unknown keys are let through everywhere: a newer corpus must not fail an older reader. */
export const collectionSchema = v.object({
  id,
  title: text,
  description: text,
  language: text,
  version: v.number(),
  licence: text,
  items: v.array(id),
});

/** Front matter of an item. */
export const itemSchema = v.object({
  id,
  title: text,
  kind: v.picklist(ITEM_KINDS),
  creators: v.array(
    v.pipe(
      text,
      v.transform((name) => ({ name })),
    ),
  ),
  language: text,
  date: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
  written: v.exactOptional(
    v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
  ),
  summary: text,
  tags: v.optional(texts, []),
  sources: v.optional(texts, []),
  facts: v.optional(texts, []),
});

export const actorSchema = v.object({
  id,
  kind: v.picklist(ACTOR_KINDS),
  name: text,
  aliases: texts,
  roles: v.array(
    v.object({
      title: text,
      from: v.exactOptional(text),
      to: v.exactOptional(text),
    }),
  ),
  affiliation: v.exactOptional(id),
  affiliationNote: v.exactOptional(text),
  facts: texts,
  evidence,
});

export const issueSchema = v.object({
  id,
  title: text,
  question: text,
  note: v.string(),
  aliases: texts,
  evidence,
});

export const positionSchema = v.object({
  id,
  actor: id,
  issue: id,
  stance: v.picklist(STANCES),
  date: text,
  statement: text,
  attribution,
  evidence,
  sources: texts,
  facts: texts,
  confidence,
});

export const eventSchema = v.object({
  id,
  title: text,
  summary: text,
  date: text,
  actors: v.array(id),
  attribution,
  evidence,
  sources: texts,
  facts: texts,
  confidence,
});

export const factsSchema = v.record(
  v.string(),
  v.picklist(["high", "medium", "low"]),
);
