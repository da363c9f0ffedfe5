import type { ProtocolResponse } from "electron";

/** An answer to a request of a page. */
export type Served = Pick<ProtocolResponse, "statusCode" | "headers" | "data">;

export const NOT_FOUND: Served = { statusCode: 404, data: Buffer.alloc(0) };

/** A file under a policy of its own, as what it is and nothing else. */
export function served(
  data: Buffer,
  mediaType: string,
  policy: string,
): Served {
  return {
    statusCode: 200,
    headers: {
      "Content-Type": mediaType,
      "Content-Security-Policy": policy,
      "X-Content-Type-Options": "nosniff",
    },
    data,
  };
}
