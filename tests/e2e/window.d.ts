import type { Bridge } from "#bridge/contract/changes";

declare global {
  interface Window {
    readonly aide: Bridge;
  }
}
