import {
  contract,
  REQUEST_CHANNEL,
  type Handlers,
  type RequestName,
} from "#bridge/contract/index";
import { fail, type Result } from "#domain/result";
import { ipcMain, type IpcMainInvokeEvent } from "electron";
import * as v from "valibot";
import { isOwnPage } from "../windows/own-page";

/**
 * Answers the screen's requests: the sender is checked once, every input against its schema, every reply is a `Result`.
 * Requests that come before the library is open wait for it.
 */
export function answerRequests(handlers: Promise<Handlers>): void {
  ipcMain.handle(
    REQUEST_CHANNEL,
    async (event, name: unknown, input: unknown) => {
      if (!isTrustedSender(event))
        throw new Error("Refused: a request from a page that is not ours");
      return answer(await handlers, name, input);
    },
  );
}

/** Checks one request against the contract and has it handled. Failure besides the handler's own: `bad-request`. */
export async function answer(
  handlers: Handlers,
  name: unknown,
  input: unknown,
): Promise<Result<unknown>> {
  if (typeof name !== "string" || !Object.hasOwn(contract, name)) {
    return fail({
      code: "bad-request",
      detail: `unknown request ${String(name).slice(0, 100)}`,
    });
  }
  const request = name as RequestName;
  const read = v.safeParse(contract[request].input, input);
  if (!read.success) {
    const [issue] = read.issues;
    return fail({
      code: "bad-request",
      detail: `${request}: ${v.getDotPath(issue) ?? ""} ${issue.message}`,
    });
  }
  const handler = handlers[request] as (
    input: unknown,
  ) => Result<unknown> | Promise<Result<unknown>>;
  return handler(read.output);
}

function isTrustedSender({ senderFrame }: IpcMainInvokeEvent): boolean {
  return (
    senderFrame !== null &&
    senderFrame.parent === null &&
    isOwnPage(senderFrame.url)
  );
}
