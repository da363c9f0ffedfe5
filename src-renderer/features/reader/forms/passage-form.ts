import type { AnchoredActor, AnchoredIssue } from "#bridge/contract/knowledge";
import type { ItemDocument } from "#bridge/contract/library";
import { ACTOR_KINDS, type ActorKind } from "#domain/knowledge/actor";
import type {
  AttributionChain,
  AttributionLink,
} from "#domain/knowledge/attribution";
import { actorNamed } from "#domain/knowledge/default-attribution";
import type { TextRange } from "#domain/text/blocks";
import { sentencesAround } from "#domain/text/text-units";
import type { Suggestion } from "../../../ui/suggestion";

/** What the contract takes at most of a sentence. */
export const LONGEST_SENTENCE = 2_000;

/** A known actor, or one to be made with the record that needs it. */
export type ActorChoice =
  | { readonly id: string; readonly name: string }
  | { readonly id: undefined; readonly name: string; readonly kind: ActorKind };
/** A known issue, or one to be made with the record that needs it. */
export type IssueChoice =
  | { readonly id: string; readonly title: string }
  | {
      readonly id: undefined;
      readonly title: string;
      readonly question: string;
    };

export const NEW_ACTOR_KINDS = ACTOR_KINDS.map((value) => ({
  value,
  label: value.charAt(0).toUpperCase() + value.slice(1),
}));

/** The whole sentences a passage lies in, on one line. */
export function sentenceOf(item: ItemDocument, passage: TextRange): string {
  const { start, end } = wholeSentences(item, passage);
  return item.text.slice(start, end).replace(/\s+/gu, " ").trim();
}

/** Where the whole sentences stand that a passage lies in. */
export function wholeSentences(
  { text, blocks, language }: ItemDocument,
  passage: TextRange,
): TextRange {
  const touched = blocks.filter(
    ({ start, end }) => start < passage.end && end > passage.start,
  );
  const first = touched[0];
  const last = touched.at(-1);
  if (!first || !last) return passage;
  const around = (block: TextRange): TextRange =>
    sentencesAround(
      text,
      block,
      {
        start: Math.max(block.start, passage.start),
        end: Math.min(block.end, passage.end),
      },
      language,
    );
  return { start: around(first).start, end: around(last).end };
}

/** Every name and alias, each leading to its actor: the value is an index into `actors` with the place of the name. */
export function actorSuggestions(
  actors: readonly AnchoredActor[],
): readonly (Suggestion & { readonly actor: string })[] {
  return actors.flatMap(({ id, name, aliases, kind }) =>
    [name, ...aliases].map((label, index) => ({
      value: `${index} ${id}`,
      label,
      detail: label === name ? kind : name,
      actor: id,
    })),
  );
}

export function issueSuggestions(
  issues: readonly AnchoredIssue[],
): readonly (Suggestion & { readonly issue: string })[] {
  return issues.flatMap(({ id, title, aliases }) =>
    [title, ...aliases].map((label, index) => ({
      value: `${index} ${id}`,
      label,
      ...(label === title ? {} : { detail: title }),
      issue: id,
    })),
  );
}

/** A chain as it is stored: names without space around them, and known actors by their ids. */
export function settledChain(
  chain: AttributionChain,
  actors: readonly AnchoredActor[],
): AttributionLink[] {
  return chain.map(({ speaker, mode }) => {
    const actor = actorNamed(speaker, actors);
    return {
      speaker: speaker.trim(),
      mode,
      ...(actor === undefined ? {} : { actor }),
    };
  });
}
