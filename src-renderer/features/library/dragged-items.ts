/** Marks a drag of items within the window; what is dragged are the chosen ones. */
export const ITEMS_TYPE = "application/x-aide-items";

/** Tells whether items of the library are being dragged, and not files. */
export function carriesItems(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes(ITEMS_TYPE) ?? false;
}
