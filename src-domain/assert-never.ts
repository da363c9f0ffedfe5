/** Makes a `switch` over a closed union exhaustive at compile time. @throws Error if reached with an unknown value. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
