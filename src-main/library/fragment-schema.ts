import * as v from "valibot";

/** A fragment selector beside a quotation, in files of ours; absent in older ones. */
export const fragmentSchema = v.exactOptional(
  v.object({
    type: v.literal("FragmentSelector"),
    conformsTo: v.exactOptional(v.string()),
    value: v.string(),
  }),
);
