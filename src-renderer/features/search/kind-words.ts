import type { HitKind } from "#domain/search/hit";
import CalendarDays from "@lucide/svelte/icons/calendar-days";
import CircleDot from "@lucide/svelte/icons/circle-dot";
import FileText from "@lucide/svelte/icons/file-text";
import GraduationCap from "@lucide/svelte/icons/graduation-cap";
import Highlighter from "@lucide/svelte/icons/highlighter";
import LibraryBig from "@lucide/svelte/icons/library";
import NotebookPen from "@lucide/svelte/icons/notebook-pen";
import Scale from "@lucide/svelte/icons/scale";
import Tag from "@lucide/svelte/icons/tag";
import User from "@lucide/svelte/icons/user";
import type { Component } from "svelte";

/** What each kind of hit is called, and its sign. */
export const KINDS: Readonly<
  Record<
    HitKind,
    {
      readonly one: string;
      readonly many: string;
      readonly Icon: Component<{ size?: number; "aria-hidden"?: "true" }>;
    }
  >
> = {
  passage: { one: "Passage", many: "Passages", Icon: FileText },
  note: { one: "Note", many: "Notes", Icon: NotebookPen },
  annotation: { one: "Annotation", many: "Annotations", Icon: Highlighter },
  card: { one: "Card", many: "Cards", Icon: GraduationCap },
  position: { one: "Position", many: "Positions", Icon: Scale },
  event: { one: "Event", many: "Events", Icon: CalendarDays },
  actor: { one: "Actor", many: "Actors", Icon: User },
  issue: { one: "Issue", many: "Issues", Icon: CircleDot },
  item: { one: "Item", many: "Items", Icon: LibraryBig },
  tag: { one: "Tag", many: "Tags", Icon: Tag },
};
