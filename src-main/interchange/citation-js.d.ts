/** The little that is used of citation-js, which brings no types. Nothing is ever parsed by it: it gets objects only. */
declare module "@citation-js/core" {
  import type { CslItem } from "./csl-item";

  interface Register {
    has(name: string): boolean;
    add(name: string, value: string): void;
  }
  interface CslConfig {
    readonly templates: Register;
    readonly locales: Register;
  }
  interface BibtexConfig {
    readonly format: { asciiOnly: boolean };
  }
  export const plugins: {
    readonly output: {
      format(
        name: "bibliography" | "citation" | "bibtex",
        items: readonly CslItem[],
        options: Readonly<Record<string, unknown>>,
      ): string;
    };
    readonly config: {
      get(plugin: "@csl"): CslConfig;
      get(plugin: "@bibtex"): BibtexConfig;
    };
  };
}
declare module "@citation-js/plugin-csl" {}
declare module "@citation-js/plugin-bibtex" {}
declare module "*.csl?raw" {
  const text: string;
  export default text;
}
declare module "*.xml?raw" {
  const text: string;
  export default text;
}
