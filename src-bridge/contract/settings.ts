import { HIGHLIGHT_COLOURS } from "#domain/annotation/annotation";
import * as v from "valibot";
import { sortSchema } from "./catalogue";
import { CITATION_STYLES } from "./citations";
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

/** Faces to read in, by what they are for. */
export const READING_FACES = [
  "serif",
  "sans",
  "legible",
  "dyslexia",
  "mono",
] as const;

/** Limits and steps of what can be set finely. */
export const READING_RANGES = {
  size: { least: 12, most: 36, step: 1 },
  measure: { least: 40, most: 100, step: 2 },
  leading: { least: 1.2, most: 2.2, step: 0.05 },
} as const;

/** Widths that the panels beside the list of the library may have, in pixels. */
export const SCOPES_RANGE = { least: 150, most: 420, usual: 216 } as const;
export const DETAILS_RANGE = { least: 220, most: 560, usual: 296 } as const;
/** Limits and step of the share of the width that the first of two sides has. */
export const DIVIDER_RANGE = { least: 0.2, most: 0.8, step: 0.02 } as const;

export const settingsSchema = v.strictObject({
  theme: v.picklist(["system", "light", "sepia", "dark"]),
  readingFace: v.picklist(READING_FACES),
  /** Reading size in CSS pixels. */
  readingSize: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(READING_RANGES.size.least),
    v.maxValue(READING_RANGES.size.most),
  ),
  /** Letters in a line of average prose. */
  readingMeasure: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(READING_RANGES.measure.least),
    v.maxValue(READING_RANGES.measure.most),
  ),
  /** Distance of lines as a multiple of the size. */
  readingLeading: v.pipe(
    v.number(),
    v.minValue(READING_RANGES.leading.least),
    v.maxValue(READING_RANGES.leading.most),
  ),
  /** Lines are of equal length, and words are divided. */
  readingJustifies: v.boolean(),
  readingLayout: v.picklist(["continuous", "paged"]),
  /** Chinese, Japanese and Korean in vertical lines. */
  readingVertically: v.boolean(),
  /** Whether the contents stand beside the text where there is room. */
  showsContents: v.boolean(),
  /** Whether what belongs to the text (positions, annotations) does. */
  showsMargin: v.boolean(),
  /** Share of the width that the first of two items has. */
  readerDivider: v.pipe(
    v.number(),
    v.minValue(DIVIDER_RANGE.least),
    v.maxValue(DIVIDER_RANGE.most),
  ),
  /** Reading aloud: speed as a multiple of the voice's own, and the voice's address; empty for the best that fits. */
  aloudRate: v.pipe(v.number(), v.minValue(0.5), v.maxValue(3)),
  aloudVoice: v.pipe(v.string(), v.maxLength(400)),
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
  /** Widths of the panels left and right of the list, in pixels. */
  scopesWidth: v.pipe(
    v.number(),
    v.minValue(SCOPES_RANGE.least),
    v.maxValue(SCOPES_RANGE.most),
  ),
  detailsWidth: v.pipe(
    v.number(),
    v.minValue(DETAILS_RANGE.least),
    v.maxValue(DETAILS_RANGE.most),
  ),
  /** The style citations are copied in. */
  citationStyle: v.picklist(CITATION_STYLES),
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
  readingFace: "serif",
  readingSize: 19,
  readingMeasure: 66,
  readingLeading: 1.55,
  readingJustifies: false,
  readingLayout: "continuous",
  readingVertically: false,
  showsContents: true,
  showsMargin: true,
  readerDivider: 0.5,
  aloudRate: 1,
  aloudVoice: "",
  showsEvidence: true,
  reducesMotion: false,
  newCardsPerDay: 20,
  libraryView: "table",
  libraryColumns: ["kind", "date", "words", "progress"],
  librarySort: { by: "order", isDescending: false },
  showsDetails: true,
  scopesWidth: SCOPES_RANGE.usual,
  detailsWidth: DETAILS_RANGE.usual,
  citationStyle: "apa",
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
