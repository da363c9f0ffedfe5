import lunr from "lunr";

interface TokenSetNode {
  readonly id: number;
  readonly final: boolean;
  readonly edges: Readonly<Record<string, TokenSetNode>>;
  _str?: string;
}

/**
 * lunr 2.3.9 joins edge labels and node ids without a separator when it names a node, so that different nodes get one
 * name and minimising a large vocabulary merges them: terms vanish and queries throw. With separators they stay apart.
 */
export function mendLunr(): typeof lunr {
  const prototype = lunr.TokenSet.prototype as unknown as {
    toString(this: TokenSetNode): string;
  };
  prototype.toString = function toString(this: TokenSetNode): string {
    if (this._str) return this._str;
    const edges = Object.keys(this.edges)
      .sort()
      .map((label) => `${label}>${this.edges[label]?.id ?? ""}`);
    return `${this.final ? "1" : "0"}|${edges.join("|")}`;
  };
  return lunr;
}
