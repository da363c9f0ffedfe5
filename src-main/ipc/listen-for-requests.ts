import { REQUEST_CHANNEL } from "#bridge/contract/channels";
import type { Result } from "#domain/result";
import { ipcMain, type IpcMainInvokeEvent } from "electron";
import { isOwnPage } from "../windows/own-page";

export type Answer = (
  name: unknown,
  input: unknown,
) => Promise<Result<unknown>>;

/** Listens to the screen; the sender is checked once. Requests that come before the library is open wait for it. */
export function listenForRequests(answer: Promise<Answer>): void {
  ipcMain.handle(
    REQUEST_CHANNEL,
    async (event, name: unknown, input: unknown) => {
      if (!isTrustedSender(event))
        throw new Error("Refused: a request from a page that is not ours");
      return (await answer)(name, input);
    },
  );
}

function isTrustedSender({ senderFrame }: IpcMainInvokeEvent): boolean {
  return (
    senderFrame !== null &&
    senderFrame.parent === null &&
    isOwnPage(senderFrame.url)
  );
}
