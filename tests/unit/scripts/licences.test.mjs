import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { shippedLibraries } from "../../../scripts/licences.mjs";
import { repositoryRoot } from "../../../scripts/repository-root.mjs";

const text = readFileSync(
  join(repositoryRoot, "resources/licences/libraries.txt"),
  "utf8",
);

describe("the licences of what is shipped", () => {
  it("are there for every library, in the version that the lock file names", () => {
    const libraries = shippedLibraries();
    expect(libraries.length).toBeGreaterThan(30);
    for (const { name, version, licence } of libraries)
      expect(text).toContain(`\n${name} ${version} (${licence})\n`);
  });

  it("are all open ones", () => {
    const closed = shippedLibraries().filter(
      ({ licence }) =>
        !/MIT|ISC|BSD|Apache-2\.0|OFL|CC0|CPAL|MPL|BlueOak|Zlib|0BSD/u.test(
          licence,
        ),
    );
    expect(closed).toEqual([]);
  });
});
