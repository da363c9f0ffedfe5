import type { InputOf, OutputOf, RequestName } from "#bridge/contract/index";
import type { Bridge, Changes } from "#bridge/contract/changes";
import type { Result } from "#domain/result";

declare global {
  interface Window {
    readonly aide: Bridge;
  }
}

/** Asks main. Expected failures come back as values; a rejected promise is a bug. */
export async function request<Name extends RequestName>(
  name: Name,
  input: InputOf<Name>,
): Promise<Result<OutputOf<Name>>> {
  return (await window.aide.request(name, input)) as Result<OutputOf<Name>>;
}

/** Calls back whenever something of one of these subjects changed; returns how to stop. */
export function onChanges(
  subjects: readonly Changes["subject"][],
  listener: (changes: Changes) => void,
): () => void {
  return window.aide.onChanges((changes) => {
    if (subjects.includes(changes.subject)) listener(changes);
  });
}

/** Where a dropped file or folder lies on the disk; empty for what lies nowhere, as a picture dragged out of a page. */
export function pathOf(file: File): string {
  return window.aide.pathOf(file);
}
