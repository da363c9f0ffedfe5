import { expect, test } from "vitest";
import { ask, engineOf, noteOf } from "../engine-of";

test("tags are found among the names as they are now, also when one has taken the place of another", () => {
  const engine = engineOf([
    noteOf("a", "one", { tags: ["enlargement", "fisheries"] }),
    noteOf("b", "two", { tags: ["enlargement"] }),
  ]);
  const tags = (text: string) =>
    ask(engine, text)
      .names.filter(({ kind }) => kind === "tag")
      .map(({ title }) => title);
  expect(tags("fish")).toEqual(["fisheries"]);
  expect(tags("enlarg")).toEqual(["enlargement"]);
  engine.writer.put(noteOf("a", "one", { tags: ["enlargement", "customs"] }));
  expect(tags("fish")).toEqual([]);
  expect(tags("cust")).toEqual(["customs"]);
  engine.writer.remove(["note/a", "note/b"]);
  expect(tags("enlarg")).toEqual([]);
  engine.close();
});
