import { fail, ok } from "#domain/result";
import { usageFault, type CliContext, type CliOutcome } from "./run-cli";

/** `aide make-cards ITEM`: the cards whose evidence stands in an item. */
export async function listCards(context: CliContext): Promise<CliOutcome> {
  const [id] = context.arguments.operands;
  if (id === undefined) return usageFault("make-cards needs an item");
  if (!(await context.items()).find(id))
    return fail({ code: "not-found", kind: "item", id });
  const cards = (await context.cards()).filter((card) =>
    card.evidence.some(({ item }) => item === id),
  );
  if (context.arguments.isJson) context.print(JSON.stringify(cards));
  else
    for (const card of cards)
      context.print(`${card.question}\n  ${card.answer}`);
  return ok("done");
}
