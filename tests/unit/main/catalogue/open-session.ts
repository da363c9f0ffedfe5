import type { Changes } from "#bridge/contract/changes";
import type {
  Handlers,
  InputOf,
  OutputOf,
  RequestName,
} from "#bridge/contract/index";
import type { ReadingPosition } from "#domain/library/reading-position";
import type { Result } from "#domain/result";
import { ParserClient, type ParserPort } from "#main/import/parser-client";
import { answerRequest } from "#main/ipc/answer-request";
import { catalogueHandlers } from "#main/ipc/catalogue-handlers";
import { libraryHandlers } from "#main/ipc/library-handlers";
import { noteHandlers } from "#main/ipc/note-handlers";
import { studyHandlers } from "#main/ipc/study-handlers";
import { loadCorpus } from "#main/library/load-corpus";
import { Session } from "#main/session";
import type { ReadingPositions } from "#main/settings/reading-positions";
import type { SettingsStore } from "#main/settings/settings-store";
import { join } from "node:path";

export const RESOURCES = join(import.meta.dirname, "../../../../resources");

export interface TestSessionOptions {
  readonly library?: string;
  readonly resources?: string;
  /** Needed where texts of imported items are read. */
  readonly startParser?: () => ParserPort;
}

/** A session as the program runs it, without windows: requests go through the contract's checks. */
export interface TestSession {
  readonly session: Session;
  readonly changes: Changes[];
  readonly shown: string[];
  /** The clock, epoch milliseconds. */
  now: number;
  ask<Name extends RequestName>(
    name: Name,
    input: InputOf<Name>,
  ): Promise<Result<OutputOf<Name>>>;
  /** The reply's value. @throws Error with the failure when there is one */
  get<Name extends RequestName>(
    name: Name,
    input: InputOf<Name>,
  ): Promise<OutputOf<Name>>;
}

export async function openSession(
  folder: string,
  {
    library = join(folder, "library"),
    resources = RESOURCES,
    startParser = noParser,
  }: TestSessionOptions = {},
): Promise<TestSession> {
  const positions = new Map<string, ReadingPosition>();
  const changes: Changes[] = [];
  const shown: string[] = [];
  const test = { now: Date.parse("2026-11-24T10:00:00Z") };
  const session = new Session({
    corpus: await loadCorpus(resources),
    settings: {
      get: () => ({ newCardsPerDay: 10 }),
      libraryPath: () => library,
    } as unknown as SettingsStore,
    positions: {
      find: (id: string) => positions.get(id),
      set: (id: string, position: ReadingPosition) =>
        void positions.set(id, position),
    } as unknown as ReadingPositions,
    defaultLibrary: library,
    userData: join(folder, "user-data"),
    parser: new ParserClient({ start: startParser }),
    clock: () => test.now,
    onChanges: (change) => changes.push(change),
  });
  await session.open();
  const handlers = {
    ...libraryHandlers(session),
    ...catalogueHandlers(session, {
      resources,
      showInFolder: (path) => shown.push(path),
    }),
    ...noteHandlers(session),
    ...studyHandlers(session),
  } as unknown as Handlers;
  const ask: TestSession["ask"] = async (name, input) =>
    (await answerRequest(handlers, name, input)) as never;
  return Object.assign(test, {
    session,
    changes,
    shown,
    ask,
    async get<Name extends RequestName>(
      name: Name,
      input: InputOf<Name>,
    ): Promise<OutputOf<Name>> {
      const reply = await ask(name, input);
      if (!reply.ok)
        throw new Error(`${name}: ${JSON.stringify(reply.failure)}`);
      return reply.value;
    },
  });
}

function noParser(): never {
  throw new Error("No text is read in this test");
}
