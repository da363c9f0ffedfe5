const SCHEMES = ["http:", "https:", "mailto:"];

/** The usual spelling of an address a link may lead to: a web page or a mail address. `undefined` for any other. */
export function webAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, href } = new URL(address);
  return SCHEMES.includes(protocol) ? href : undefined;
}
