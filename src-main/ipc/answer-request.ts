import {
  contract,
  type Handlers,
  type RequestName,
} from "#bridge/contract/index";
import { fail, type Result } from "#domain/result";
import * as v from "valibot";

/** Checks one request against the contract and has it handled. Failure besides the handler's own: `bad-request`. */
export async function answerRequest(
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
