import { expect, test } from "../fixtures";

test("the page has no Node, cannot leave, cannot open windows and cannot reach the network", async ({
  program,
}) => {
  const page = await program.start();
  const found = await page.evaluate(async () => ({
    globals: ["require", "process", "module", "Buffer"].filter(
      (name) => name in globalThis,
    ),
    bridge: Object.keys(window.aide).sort(),
    opened: window.open("https://example.org/") !== null,
    fetched: await fetch("https://example.org/").then(
      () => true,
      () => false,
    ),
    outside: await fetch("aide://app/../../package.json").then(
      (response) => response.ok,
      () => false,
    ),
    permission: await navigator.permissions
      .query({ name: "geolocation" })
      .then((status) => status.state),
  }));
  expect(found).toEqual({
    globals: [],
    bridge: ["onChanges", "pathOf", "request"],
    opened: false,
    fetched: false,
    outside: false,
    permission: "denied",
  });
  await page.evaluate(() => {
    location.href = "https://example.org/";
  });
  expect(page.url()).toBe("aide://app/index.html");
  const preferences = await program.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]
      ?.webContents as unknown as {
      getLastWebPreferences(): {
        sandbox: boolean;
        contextIsolation: boolean;
        nodeIntegration: boolean;
      };
    };
    const { sandbox, contextIsolation, nodeIntegration } =
      contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
  });
});

test("a request that is unknown or malformed is refused as a value", async ({
  program,
}) => {
  const page = await program.start();
  const replies = await page.evaluate(async () =>
    Promise.all([
      window.aide.request("constructor", {}),
      window.aide.request("notes/get", { id: 5 }),
      window.aide.request("library/get-item", { id: "../../package.json" }),
      window.aide.request("notes/restore", { trashed: "../../../etc/passwd" }),
    ]),
  );
  const codes = replies.map(
    (reply) => (reply as { failure?: { code: string } }).failure?.code,
  );
  expect(codes).toEqual([
    "bad-request",
    "bad-request",
    "not-found",
    "not-found",
  ]);
});
