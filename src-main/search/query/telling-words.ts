import { isStopWord } from "#domain/search/stop-words";
import { fold } from "#domain/search/words";
import type { Analyser } from "../analysis/analyser";
import type { Statements } from "../index/statements";

const MOST = 16;

/** The words that tell a passage from others: frequent in it, rare elsewhere (term frequency x inverse document frequency). */
export function tellingTokens(
  {
    statements,
    analyser,
  }: { readonly statements: Statements; readonly analyser: Analyser },
  text: string,
  language: string | null,
): string[] {
  const counts = new Map<string, number>();
  for (const { token, start, end } of analyser.words(text, language ?? ""))
    if (!isStopWord(fold(text.slice(start, end))))
      counts.set(token, (counts.get(token) ?? 0) + 1);
  const all =
    statements.get<{ rows: number }>("select count(*) as rows from part")
      ?.rows ?? 1;
  return [...counts]
    .map(([token, count]) => {
      const { doc = 1 } =
        statements.get<{ doc: number }>(
          "select doc from posting_word where term = ?",
          [token],
        ) ?? {};
      // A word that stands nowhere else finds nothing else.
      const weight = doc < 2 ? 0 : count * Math.log(1 + all / doc);
      return { token, weight };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST)
    .map(({ token }) => token);
}
