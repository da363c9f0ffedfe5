/** Where the window gets a picture of an item: by its item's id and its own, never by a path. */
export function resourceAddress(item: string, resource: string): string {
  return `aide://resource/${encodeURIComponent(item)}/${encodeURIComponent(resource)}`;
}
