import type { HitList } from "#domain/search/hit";
import * as v from "valibot";
import { request } from "./define";

/** Finding passages, notes and names. */
export const search = {
  "search/query": request(
    v.strictObject({
      text: v.pipe(v.string(), v.maxLength(1_000)),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
    }),
  ).returns<HitList>(),
};
