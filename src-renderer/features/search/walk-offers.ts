/** Gives the focus to the next of a field and everything that is offered below it (`data-offer`), round and round. */
export function walkOffers(
  field: HTMLElement,
  below: HTMLElement,
  step: number,
): void {
  const stops = [field, ...below.querySelectorAll<HTMLElement>("[data-offer]")];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  stops.at((at + Math.sign(step)) % stops.length)?.focus();
}
