import type { InputOf, OutputOf, RequestName } from "#bridge/contract/index";
import { request } from "./bridge";
import { failureSentence } from "./failure-words";
import { notices } from "./notices.svelte";

/** Asks main, and says what went wrong if something did; the answer is then `undefined`. */
export async function ask<Name extends RequestName>(
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name> | undefined> {
  const reply = await request(name, input);
  if (reply.ok) return reply.value;
  notices.trouble(failureSentence(reply.failure));
  return undefined;
}
