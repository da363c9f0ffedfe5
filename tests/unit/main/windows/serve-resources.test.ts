import { serveResource } from "#main/windows/serve-resources";
import type { Served } from "#main/windows/served";
import { mkdir, writeFile } from "node:fs/promises";
import { beforeEach, expect, test } from "vitest";
import { useTemporaryFolder } from "../../temporary-folder";

const ITEM = "abcdefghijklmnopqrstuvwx23";
const HASH = "0f".repeat(32);
const inFolder = useTemporaryFolder();

beforeEach(async () => {
  await mkdir(inFolder("parsed", ITEM, "resources"), { recursive: true });
  await writeFile(
    inFolder("parsed", ITEM, "resources", `${HASH}.svg`),
    "<svg/>",
  );
  await writeFile(inFolder("parsed", ITEM, "text.json"), "{}");
  await writeFile(inFolder("secret.png"), "a secret");
});

const ask = (path: string, method = "GET"): Promise<Served> =>
  serveResource(inFolder("parsed"), {
    method,
    url: `aide://resource/${path}`,
  });

test("a picture is served by its item's id and its own, as what it is and able to do nothing", async () => {
  const response = await ask(`${ITEM}/${HASH}`);
  expect(String(response.data)).toBe("<svg/>");
  expect(response.headers).toMatchObject({
    "Content-Type": "image/svg+xml",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": expect.stringContaining("sandbox") as unknown,
  });
});

test.each([
  `${ITEM}/${"1f".repeat(32)}`,
  `${ITEM}/text.json`,
  `${ITEM}/${HASH}.svg`,
  `${ITEM}/${HASH}/more`,
  `${ITEM}/../../secret.png`,
  `${ITEM}/%2e%2e%2f%2e%2e%2fsecret.png`,
  `..%2f..%2f${HASH}/${HASH}`,
  `ITEM/${HASH}`,
  "",
])("anything else is not there: %s", async (path) => {
  expect((await ask(path)).statusCode).toBe(404);
});

test("only reading is answered", async () => {
  expect((await ask(`${ITEM}/${HASH}`, "POST")).statusCode).toBe(404);
});
