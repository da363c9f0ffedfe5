/** The part of citation-js that only the tests use: the program itself never lets it parse anything. */
declare module "@citation-js/core" {
  export class Cite {
    constructor(text: string);
    readonly data: readonly unknown[];
  }
}
declare module "@citation-js/plugin-bibtex" {}
