/** A value of pandoc's native format: a constructor with its arguments, a list, a tuple, a text or a number. */
export type NativeValue =
  | {
      readonly kind: "node";
      readonly name: string;
      readonly parts: readonly NativeValue[];
    }
  | { readonly kind: "list"; readonly items: readonly NativeValue[] }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly number: number };

/** Parses a document as `pandoc -t native` writes it: Haskell's `show`. @throws Error where it is something else */
export function parseNative(source: string): NativeValue {
  const tokens = source.match(
    /"(?:[^"\\]|\\[^])*"|[()[\]{},=]|[A-Za-z_]\w*|-?\d+(?:\.\d+)?(?:e-?\d+)?/gu,
  );
  let at = 0;
  const peek = (): string => tokens?.[at] ?? "";
  const take = (): string => {
    at += 1;
    return tokens?.[at - 1] ?? "";
  };

  function expression(): NativeValue {
    const first = atom();
    if (first.kind !== "node" || first.parts.length > 0) return first;
    const parts: NativeValue[] = [];
    while (/^["([{\w-]/u.test(peek())) parts.push(atom());
    return { ...first, parts };
  }

  function atom(): NativeValue {
    const token = take();
    if (token === "[" || token === "(" || token === "{") return items(token);
    if (token.startsWith('"'))
      return { kind: "text", text: unescape(token.slice(1, -1)) };
    if (/^-?\d/u.test(token)) return { kind: "number", number: Number(token) };
    if (/^[A-Za-z_]/u.test(token))
      return { kind: "node", name: token, parts: [] };
    throw new Error(`unexpected ${token || "end"} in a native document`);
  }

  /** A bracket around one expression only groups it. */
  function items(open: string): NativeValue {
    const close = open === "[" ? "]" : open === "(" ? ")" : "}";
    const all: NativeValue[] = [];
    while (peek() !== close) {
      if (peek() === "") throw new Error("a native document breaks off");
      if (peek() === "," || peek() === "=") take();
      else all.push(expression());
    }
    take();
    const [only] = all;
    return open === "(" && all.length === 1 && only
      ? only
      : { kind: "list", items: all };
  }

  return expression();
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  "&": "",
};

function unescape(text: string): string {
  return text.replace(/\\(\d+|x[\da-fA-F]+|[^])/gu, (_, code: string) => {
    if (/^\d/u.test(code)) return String.fromCodePoint(Number(code));
    if (/^x./u.test(code))
      return String.fromCodePoint(Number.parseInt(code.slice(1), 16));
    return ESCAPES[code] ?? code;
  });
}
