/** The scripts are plain JavaScript; what the tests take from them. */
declare module "*/scripts/virtual-display.mjs" {
  export function startVirtualDisplay(): Promise<{
    readonly display: string;
    readonly stop: () => void;
  }>;
}
