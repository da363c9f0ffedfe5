import { ACTOR_KINDS } from "#domain/knowledge/actor";
import { ATTRIBUTION_MODES } from "#domain/knowledge/attribution";
import { STANCES } from "#domain/knowledge/stance";
import * as v from "valibot";
import { request } from "./define";

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300));
const sentence = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(2_000),
);
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
/** EDTF, as `parseHistoricalDate` reads it. */
const date = v.pipe(v.string(), v.minLength(4), v.maxLength(50));
/** A passage of an item's canonical text: main describes it by its quotation. */
const passage = v.strictObject({ item: id, start: offset, end: offset });
const passages = v.pipe(v.array(passage), v.minLength(1), v.maxLength(20));
/** From the outermost speaker to the innermost; one link is first-hand. */
const attribution = v.pipe(
  v.array(
    v.strictObject({
      speaker: name,
      actor: v.exactOptional(id),
      mode: v.picklist(ATTRIBUTION_MODES),
    }),
  ),
  v.minLength(1),
  v.maxLength(10),
);
export const OWN_KINDS = ["actors", "issues", "positions", "events"] as const;
export type OwnKind = (typeof OWN_KINDS)[number];
const kind = v.picklist(OWN_KINDS);

/** What a person states from passages: positions, events, the actors and issues they need, and cards of their own. */
export const ownKnowledge = {
  /** Failures: `not-found` (item, actor or issue), `bad-request` (date, passage), `write-failed`. */
  "knowledge/create-position": request(
    v.strictObject({
      actor: id,
      issue: id,
      stance: v.picklist(STANCES),
      date,
      statement: sentence,
      attribution,
      evidence: passages,
    }),
  ).returns<Created>(),
  "knowledge/create-event": request(
    v.strictObject({
      title: name,
      summary: v.pipe(v.string(), v.maxLength(2_000)),
      date,
      actors: v.pipe(v.array(id), v.maxLength(50)),
      attribution,
      evidence: passages,
    }),
  ).returns<Created>(),
  "knowledge/create-actor": request(
    v.strictObject({
      name,
      kind: v.picklist(ACTOR_KINDS),
      aliases: v.pipe(v.array(name), v.maxLength(50)),
      /** The passage that names it, if it was met in a text. */
      evidence: v.pipe(v.array(passage), v.maxLength(20)),
    }),
  ).returns<Created>(),
  "knowledge/create-issue": request(
    v.strictObject({
      title: name,
      question: sentence,
      evidence: v.pipe(v.array(passage), v.maxLength(20)),
    }),
  ).returns<Created>(),
  /** Moves a record of the person's own to the trash. Bundled records cannot be removed (`bad-request`). */
  "knowledge/remove": request(v.strictObject({ kind, id })).returns<{
    readonly trashed: string;
  }>(),
  "knowledge/restore": request(
    v.strictObject({ kind, trashed: v.string() }),
  ).returns<Created>(),
  /**
   * A card of the person's own with its passage. In a cloze the hidden words stand in `{{…}}` in the question, and the
   * answer repeats them.
   */
  "cards/create": request(
    v.strictObject({
      form: v.picklist(["own-question", "own-cloze"]),
      topic: v.pipe(v.string(), v.maxLength(300)),
      question: sentence,
      answer: sentence,
      explanation: v.pipe(v.string(), v.maxLength(5_000)),
      evidence: passages,
    }),
  ).returns<Created>(),
  "cards/remove": request(v.strictObject({ id })).returns<{
    readonly trashed: string;
  }>(),
  "cards/restore": request(
    v.strictObject({ trashed: v.string() }),
  ).returns<Created>(),
};

export interface Created {
  readonly id: string;
}
