/** How much of a page browsers look through for its encoding is 1,024 bytes; saved pages have long comments before it. */
const HEAD_BYTES = 8_192;

const META = /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w:.-]+)/iu;
const XML = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w:.-]+)["']/iu;

/** The encoding that a page says it is written in. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES))
    .toString("latin1")
    .replace(/<!--[^]*?-->/gu, "");
  return XML.exec(head)?.[1] ?? META.exec(head)?.[1];
}
