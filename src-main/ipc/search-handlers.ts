import type { Handlers, OutputOf } from "#bridge/contract/index";
import type { SearchHistory } from "#bridge/contract/search";
import { fail, ok, type Result } from "#domain/result";
import { dialog, type BrowserWindow } from "electron";
import type { KeptSearches } from "../search/kept-searches";
import type { QueryContext } from "../search/protocol";
import { queryContext } from "../search/query-context";
import type { SearchClient } from "../search/search-client";
import { SearchHistoryStore } from "../search/search-history";
import type { Session } from "../session";

type SearchHandlers = Pick<
  Handlers,
  | "search/query"
  | "search/preview"
  | "search/like"
  | "search/export"
  | "search/state"
  | "search/pause"
  | "search/resume"
  | "search/rebuild"
  | "search/history"
  | "search/remember"
  | "search/forget"
  | "search/save"
  | "search/unsave"
>;

const MOST_EXPORTED = 1_000;

/** Finding, keeping what was sought, and the index itself. */
export function searchHandlers(
  session: Session,
  window: () => BrowserWindow | undefined,
): SearchHandlers {
  const { clock, userData } = session.options;
  let store: SearchHistoryStore | undefined;
  const recent = (): SearchHistoryStore =>
    (store ??= new SearchHistoryStore(userData));
  /** Without a library that can be written, nothing is kept. */
  const history = async (): Promise<Result<SearchHistory>> => {
    const workspace = session.workspace();
    if (!workspace.ok) return ok({ recent: recent().recent, saved: [] });
    const { keptSearches } = workspace.value;
    await recent().handOver(keptSearches, clock());
    const unreadable = (): string =>
      keptSearches.problems.map(({ path }) => path).join();
    const before = unreadable();
    const saved = await keptSearches.list();
    if (unreadable() !== before) session.tellOfProblems();
    return ok({ recent: recent().recent, saved });
  };
  const changeKept = async (
    change: (kept: KeptSearches) => Promise<Result<null>>,
  ): Promise<Result<SearchHistory>> => {
    const workspace = session.workspace();
    if (!workspace.ok) return workspace;
    const changed = await change(workspace.value.keptSearches);
    return changed.ok ? history() : changed;
  };
  const withSearch = async <Value>(
    task: (search: SearchClient) => Promise<Result<Value>> | Result<Value>,
  ): Promise<Result<Value>> =>
    session.search
      ? task(session.search)
      : fail({ code: "search-unavailable", detail: "not started" });
  const contextOf = (text: string): QueryContext => contextFor(session, text);
  const sent = (kind: "pause" | "resume" | "rebuild") =>
    withSearch((search) => {
      search.send(kind);
      return ok(null);
    });
  return {
    "search/query": (request) =>
      withSearch((search) =>
        search.query({ ...request, context: contextOf(request.text) }),
      ),
    "search/preview": ({ hit, ...request }) =>
      withSearch((search) =>
        search.preview(
          { ...request, limit: 1, context: contextOf(request.text) },
          hit,
        ),
      ),
    "search/like": ({ hit, limit }) =>
      withSearch((search) => search.like(hit, limit)),
    "search/export": ({ format, ...request }) =>
      withSearch<OutputOf<"search/export">>(async (search) => {
        const { exportHits, HIT_FORMATS } =
          await import("../interchange/export-hits");
        const context = contextOf(request.text);
        const limit = MOST_EXPORTED;
        const found = await search.query({ ...request, limit, context });
        if (!found.ok) return found;
        const path = await askForTarget(window(), HIT_FORMATS[format]);
        if (path === undefined) return ok(null);
        return exportHits(found.value, format, path, clock());
      }),
    "search/state": () =>
      withSearch((search) => {
        search.start();
        return ok(search.state);
      }),
    "search/pause": () => sent("pause"),
    "search/resume": () => sent("resume"),
    "search/rebuild": () => sent("rebuild"),
    "search/history": () => {
      // It is shown where one is about to type.
      session.search?.send("expect-question");
      return history();
    },
    "search/remember": ({ text }) => {
      recent().remember(text);
      return history();
    },
    "search/forget": ({ text }) => {
      recent().forget(text);
      return history();
    },
    "search/save": (search) => changeKept((kept) => kept.save(search, clock())),
    "search/unsave": ({ id }) => changeKept((kept) => kept.remove(id, clock())),
  };
}

function contextFor(session: Session, text: string): QueryContext {
  const { clock, corpus } = session.options;
  const now = clock();
  const { catalogue } = session;
  const workspace = session.workspace();
  const own = catalogue.options.user?.collections.list() ?? [];
  const titles = [
    ...corpus.collections.map(({ id, title }) => [id, title] as const),
    ...[...own].map(([id, { title }]) => [id, title] as const),
  ];
  return queryContext(text, {
    collections: () =>
      titles.map(([id, title]) => ({
        title,
        items: () => catalogue.memberships().members(id),
      })),
    memories: () =>
      workspace.ok ? workspace.value.reviews.memories : new Map(),
    now,
    offsetMinutes: -new Date(now).getTimezoneOffset(),
  });
}

async function askForTarget(
  parent: BrowserWindow | undefined,
  ending: string,
): Promise<string | undefined> {
  const options = {
    title: "Export what was found",
    defaultPath: `Search.${ending}`,
    filters: [{ name: ending.toUpperCase(), extensions: [ending] }],
  };
  const chosen = parent
    ? await dialog.showSaveDialog(parent, options)
    : await dialog.showSaveDialog(options);
  return chosen.canceled || chosen.filePath === ""
    ? undefined
    : chosen.filePath;
}
