import { HIGHLIGHT_COLOURS } from "#domain/annotation/annotation";
import * as v from "valibot";
import { sortSchema } from "./catalogue";
import { request } from "./define";

/** Columns of the library's table beside the title, which always stands. */
export const LIBRARY_COLUMNS = [
  "creator",
  "kind",
  "date",
  "language",
  "words",
  "progress",
  "added",
] as const;
export type LibraryColumn = (typeof LIBRARY_COLUMNS)[number];

export const settingsSchema = v.strictObject({
  theme: v.picklist(["system", "light", "dark"]),
  /** Reading size in CSS pixels. */
  readingSize: v.pipe(v.number(), v.integer(), v.minValue(14), v.maxValue(28)),
  /** Reading measure in `ch`-like characters. */
  readingMeasure: v.picklist([58, 66, 74]),
  /** Whether evidence passages are marked in the text. */
  showsEvidence: v.boolean(),
  reducesMotion: v.boolean(),
  /** New cards a day. */
  newCardsPerDay: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(0),
    v.maxValue(500),
  ),
  libraryView: v.picklist(["table", "shelf"]),
  /** In the order in which they stand. */
  libraryColumns: v.array(v.picklist(LIBRARY_COLUMNS)),
  librarySort: sortSchema,
  /** Whether the panel with the details of the chosen item stands beside the list. */
  showsDetails: v.boolean(),
  /** What each colour of highlight means to the person. */
  highlightNames: v.strictObject(
    v.entriesFromList(
      HIGHLIGHT_COLOURS,
      v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(24)),
    ),
  ),
  /** Whether known actors are marked in texts. */
  showsMentions: v.boolean(),
});

export type Settings = v.InferOutput<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = {
  theme: "system",
  readingSize: 19,
  readingMeasure: 66,
  showsEvidence: true,
  reducesMotion: false,
  newCardsPerDay: 20,
  libraryView: "table",
  libraryColumns: ["kind", "date", "words", "progress"],
  librarySort: { by: "order", isDescending: false },
  showsDetails: true,
  highlightNames: {
    yellow: "claim",
    green: "evidence",
    blue: "doubt",
    rose: "term",
    violet: "quote",
  },
  showsMentions: true,
};

/** What the person prefers; kept per device, outside the library. */
export const settings = {
  "settings/get": request(v.strictObject({})).returns<Settings>(),
  "settings/set": request(v.partial(settingsSchema)).returns<Settings>(),
};
