import { formatLogLine, type ReviewLine } from "#domain/study/review-log";
import { crc32 } from "#domain/crc32";
import { readLogs } from "#main/study/read-logs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { useTemporaryFolder } from "../../temporary-folder";

const inFolder = useTemporaryFolder();
const read = () => readLogs(inFolder(), inFolder("quarantine"));

function line(n: number): string {
  const review: ReviewLine = {
    v: 1,
    k: "review",
    id: `r${n}`,
    n,
    t: "2026-11-24T10:00:00.000Z",
    tz: 0,
    card: "a",
    r: 3,
    ms: 1,
    p: "p",
    iv: 0,
    s: 0,
    d: 0,
  };
  return formatLogLine(review);
}

async function log(
  device: string,
  name: string,
  bytes: string | Buffer,
): Promise<void> {
  await mkdir(inFolder("reviews", device), { recursive: true });
  await writeFile(inFolder("reviews", device, name), bytes);
}

test("a library without logs has no lines and no problems", async () => {
  expect(await read()).toMatchObject({ lines: [], problems: [] });
});

test("bytes that are no line are kept as they are, once, and the lines around them are read", async () => {
  const garbage = Buffer.from([0xff, 0x00, 0xfe, 0x7b]);
  const bytes = Buffer.concat([
    Buffer.from(`${line(1)}\n`),
    garbage,
    Buffer.from(`\n\n${line(2)}`),
  ]);
  await log("A", "2026-11-0001.jsonl", bytes);
  for (let run = 0; run < 2; run += 1) {
    const { lines, problems } = await read();
    expect(lines.map((each) => each.line.n)).toEqual([1, 2]);
    expect(problems).toMatchObject([
      { code: "log-line-quarantined", count: 1, detail: "not-json" },
    ]);
  }
  const kept = await readdir(inFolder("quarantine"));
  expect(kept).toHaveLength(1);
  expect(await readFile(inFolder("quarantine", kept[0] ?? ""))).toEqual(
    garbage,
  );
  expect(
    await readFile(inFolder("reviews", "A", "2026-11-0001.jsonl")),
  ).toEqual(bytes);
});

test("missing numbers of a device are told, over all its segments", async () => {
  await log("A", "2026-11-0001.jsonl", `${line(1)}\n${line(2)}\n`);
  await log("A", "2026-12-0001.jsonl", `${line(5)}\n`);
  await log("B", "2026-11-0001.jsonl", `${line(1)}\n`);
  const { problems, lastNumbers } = await read();
  expect(problems).toEqual([
    { code: "log-gap", path: "reviews/A", detail: "3, 4", count: 2 },
  ]);
  expect([...lastNumbers]).toEqual([
    ["A", 5],
    ["B", 1],
  ]);
});

test("a line of an unknown kind is no problem, fills its number and is not replayed", async () => {
  const body = '{"v":2,"k":"suspend","id":"s","n":2';
  await log(
    "A",
    "2026-11-0001.jsonl",
    `${line(1)}\n${body},"x":"${crc32(body)}"}\n${line(3)}\n`,
  );
  const { lines, problems } = await read();
  expect([lines.length, problems]).toEqual([2, []]);
});

test("strange things among the logs do not stop the reading", async () => {
  await log("A", "2026-11-0001.jsonl", `${line(1)}\n`);
  await writeFile(inFolder("reviews", ".DS_Store"), "x");
  await mkdir(inFolder("reviews", "A", "folder.jsonl"));
  await log("A", "notes.txt", "not a log");
  const { lines } = await read();
  expect(lines).toHaveLength(1);
});
