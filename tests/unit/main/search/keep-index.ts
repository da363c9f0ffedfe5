import type { IndexState } from "#domain/search/hit";
import { IndexKeeper } from "#main/search/index-keeper";
import type {
  SearchAnswer,
  SearchDocument,
  SearchQuestion,
  SearchReply,
} from "#main/search/protocol";

/** A keeper with a main that has these documents and gives what is wanted. */
export function keepIndex(file: string, documents: readonly SearchDocument[]) {
  const library = new Map(documents.map((each) => [each.key, each]));
  const replies: SearchReply[] = [];
  const waiting: { is: (state: IndexState) => boolean; done: () => void }[] =
    [];
  let gives = true;
  const keeper = new IndexKeeper(file, (reply) => {
    replies.push(reply);
    if (reply.kind === "want" && gives) give(reply.keys);
    if (reply.kind === "tell-again") void tell();
    if (reply.kind === "state")
      for (const each of waiting) if (each.is(reply.index)) each.done();
  });
  const give = (keys: readonly string[]): void => {
    setImmediate(() =>
      keeper.put(
        keys.flatMap((key) => library.get(key) ?? []),
        keys.filter((key) => !library.has(key)),
      ),
    );
  };
  const tell = async (): Promise<void> => {
    keeper.tell(
      [...library.values()].map(({ key, fingerprint }) => ({
        key,
        fingerprint,
      })),
    );
    await keeper.told();
  };
  const until = (is: (state: IndexState) => boolean): Promise<void> =>
    new Promise((done) => {
      if (is(keeper.state)) done();
      else waiting.push({ is, done });
    });
  return {
    keeper,
    library,
    replies,
    tell,
    until,
    ready: () => until(({ state }) => state === "ready"),
    wanted: () =>
      replies.flatMap((reply) => (reply.kind === "want" ? reply.keys : [])),
    stopGiving: () => {
      gives = false;
    },
    find: async (text: string): Promise<string[]> => {
      const question: SearchQuestion = {
        ask: "query",
        request: { text, limit: 50 },
      };
      const answer: SearchAnswer = await keeper.answer(question);
      return answer && "groups" in answer
        ? answer.groups.map(({ id }) => id).sort()
        : [];
    },
  };
}
