import { IMPORT_FORMATS } from "#main/import/reader";
import { readerOf } from "#main/import/readers";
import { TEXT_VERSIONS } from "#main/import/text-versions";
import { expect, test } from "vitest";

test.each(IMPORT_FORMATS)(
  "the version of texts made from %s is the one its reader makes",
  async (format) => {
    const reader = await readerOf(format);
    if (reader)
      expect([reader.format, reader.version]).toEqual([
        format,
        TEXT_VERSIONS[format],
      ]);
  },
);
