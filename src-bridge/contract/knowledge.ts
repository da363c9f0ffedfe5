import type { Evidence } from "#domain/knowledge/evidence";
import type { Actor } from "#domain/knowledge/actor";
import type { HistoricalEvent } from "#domain/knowledge/event";
import type { Issue } from "#domain/knowledge/issue";
import type { Position } from "#domain/knowledge/position";
import type { Anchor } from "#domain/text/selectors";
import * as v from "valibot";
import { request } from "./define";

/** Actors, issues, positions and events. */
export const knowledge = {
  "knowledge/get": request(v.strictObject({})).returns<KnowledgeOverview>(),
};

/** Evidence with where it leads now, and the item's title to name it by. */
export interface AnchoredEvidence extends Evidence {
  readonly itemTitle: string;
  readonly anchor: Anchor;
}

type Anchored<Kind> = Omit<Kind, "evidence"> & {
  readonly evidence: readonly AnchoredEvidence[];
};

export interface KnowledgeOverview {
  readonly actors: readonly Anchored<Actor>[];
  readonly issues: readonly Anchored<Issue>[];
  readonly positions: readonly Anchored<Position>[];
  readonly events: readonly Anchored<HistoricalEvent>[];
}
export type AnchoredActor = KnowledgeOverview["actors"][number];
export type AnchoredIssue = KnowledgeOverview["issues"][number];
export type AnchoredPosition = KnowledgeOverview["positions"][number];
export type AnchoredEvent = KnowledgeOverview["events"][number];
