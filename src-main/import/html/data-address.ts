/** The bytes that a `data:` address holds (RFC 2397); `undefined` for any other address or broken ones. */
export function bytesOfDataAddress(address: string): Uint8Array | undefined {
  if (!/^data:/iu.test(address)) return undefined;
  const comma = address.indexOf(",");
  if (comma < 0 || comma > 300) return undefined;
  const isBase64 = /;\s*base64\s*$/iu.test(address.slice(0, comma));
  const written = address.slice(comma + 1);
  const data = written.includes("%") ? decoded(written) : written;
  if (data === undefined) return undefined;
  return Buffer.from(data, isBase64 ? "base64" : "utf8");
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
