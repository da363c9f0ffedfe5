import { htmlReader } from "#main/import/html/read-html";
import { dayOf } from "#main/import/html/page-date";
import { namesInByline } from "#main/import/html/page-authors";
import type { ReadItem } from "#main/import/reader";
import { parseHTML } from "linkedom";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { similarity } from "./similarity";
import { listSuiteFiles, skipWhen } from "./suite-files";

const FOLDERS = listSuiteFiles("html-readability", "");

interface Expected {
  readonly title: string | null;
  readonly byline: string | null;
  readonly publishedTime: string | null;
}

interface Measured {
  readonly name: string;
  readonly similarity: number;
  readonly item: ReadItem | undefined;
  readonly expected: Expected;
}

describe("the saved pages of Readability", () => {
  skipWhen(
    FOLDERS.length === 0,
    "the saved pages of the suites are not on this machine",
  );
  const measured: Measured[] = [];

  beforeAll(async () => {
    for (const folder of FOLDERS) measured.push(await measure(folder));
    measured.sort((a, b) => a.similarity - b.similarity);
    console.log(
      measured
        .slice(0, 12)
        .map(({ name, similarity: f1 }) => `${f1.toFixed(3)} ${name}`)
        .join("\n"),
    );
  }, 120_000);

  it("have the text that is expected: median 0.97, 69 of 73 at 0.90", () => {
    const values = measured.map(({ similarity: f1 }) => f1);
    const median = values[Math.floor(values.length / 2)] ?? 0;
    const good = values.filter((value) => value >= 0.9).length;
    console.log(`median ${median.toFixed(4)}, ${good} of ${values.length}`);
    expect(median).toBeGreaterThanOrEqual(0.97);
    expect(good).toBeGreaterThanOrEqual(Math.floor(values.length * (69 / 73)));
  });

  it("have the title that is expected on 95 %", () => {
    const wrong = measured.filter(
      ({ item, expected }) =>
        line(item?.metadata.title) !== line(expected.title),
    );
    for (const { name, item, expected } of wrong)
      console.log(
        `title of ${name}: ${item?.metadata.title} / ${expected.title}`,
      );
    expect(wrong.length).toBeLessThanOrEqual(measured.length * 0.05);
  });

  it("have the creators and the day that are expected", () => {
    const wrong: string[] = [];
    for (const { name, item, expected } of measured) {
      const creators = (item?.metadata.creators ?? []).join(", ");
      const names = namesInByline(expected.byline ?? "").join(", ");
      if (names !== creators)
        wrong.push(`byline of ${name}: ${creators} / ${expected.byline}`);
      const day = dayOf(expected.publishedTime ?? undefined);
      if (day !== undefined && day !== item?.metadata.date)
        wrong.push(
          `date of ${name}: ${item?.metadata.date} / ${expected.publishedTime}`,
        );
    }
    console.log(wrong.join("\n"));
    expect(wrong.length).toBeLessThanOrEqual(measured.length * 0.15);
  });
});

async function measure(folder: string): Promise<Measured> {
  const name = basename(folder);
  const bytes = readFileSync(join(folder, "source.html"));
  const read = await htmlReader.read(bytes, {}, { progress: () => undefined });
  const item = read.ok ? read.value : undefined;
  const text = item?.structured.text ?? "";
  return {
    name,
    similarity: similarity(text, expectedText(folder)),
    item,
    expected: JSON.parse(
      readFileSync(join(folder, "expected-metadata.json"), "utf8"),
    ) as Expected,
  };
}

function expectedText(folder: string): string {
  const html = readFileSync(join(folder, "expected.html"), "utf8");
  return parseHTML(`<html><body>${html}</body></html>`).document.body
    .textContent;
}

function line(text: string | null | undefined): string {
  return (text ?? "").replace(/\s+/gu, " ").trim();
}
