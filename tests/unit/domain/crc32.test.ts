import { crc32 } from "#domain/crc32";
import fc from "fast-check";
import { crc32 as zlibCrc32 } from "node:zlib";
import { expect, test } from "vitest";

test("the check value of the standard comes out", () => {
  expect(crc32("123456789")).toBe("cbf43926");
  expect(crc32("")).toBe("00000000");
});

test("any text has the checksum zlib gives its UTF-8 bytes, lone surrogates included", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(Number.parseInt(crc32(text), 16)).toBe(
        zlibCrc32(Buffer.from(text, "utf8")),
      );
    }),
  );
  expect(Number.parseInt(crc32("a\ud800b"), 16)).toBe(
    zlibCrc32(Buffer.from("a\ufffdb", "utf8")),
  );
});
