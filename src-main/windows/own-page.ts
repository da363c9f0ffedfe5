/** The custom protocol that serves the renderer, and its one host. */
export const SCHEME = "aide";
export const HOST = "app";
/** The host under which pictures of items are served; no page ever comes from it. */
export const RESOURCE_HOST = "resource";
export const START_PAGE = `${SCHEME}://${HOST}/index.html`;

/** Tells whether an address is the program's own page. */
export function isOwnPage(address: string): boolean {
  try {
    const { protocol, host } = new URL(address);
    return protocol === `${SCHEME}:` && host === HOST;
  } catch {
    return false;
  }
}
