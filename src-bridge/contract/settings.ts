import * as v from "valibot";
import { request } from "./define";

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
});

export type Settings = v.InferOutput<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = {
  theme: "system",
  readingSize: 19,
  readingMeasure: 66,
  showsEvidence: true,
  reducesMotion: false,
  newCardsPerDay: 20,
};

/** What the person prefers; kept per device, outside the library. */
export const settings = {
  "settings/get": request(v.strictObject({})).returns<Settings>(),
  "settings/set": request(v.partial(settingsSchema)).returns<Settings>(),
};
