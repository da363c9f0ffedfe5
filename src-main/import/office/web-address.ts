const SCHEMES = ["http:", "https:", "mailto:"];

/** Tells whether a link may lead there: a web page or a mail address, whole and well-formed. */
export function isWebAddress(address: string): boolean {
  return URL.canParse(address) && SCHEMES.includes(new URL(address).protocol);
}
