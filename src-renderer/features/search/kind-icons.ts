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

/** The sign of each kind of hit. */
export const KIND_ICONS: Readonly<
  Record<HitKind, Component<{ size?: number; "aria-hidden"?: "true" }>>
> = {
  passage: FileText,
  note: NotebookPen,
  annotation: Highlighter,
  card: GraduationCap,
  position: Scale,
  event: CalendarDays,
  actor: User,
  issue: CircleDot,
  item: LibraryBig,
  tag: Tag,
};
