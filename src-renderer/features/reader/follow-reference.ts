/** What is done with the references and links of a text; each is told what it leads to, and the element that was pressed. */
export interface ReferenceTargets {
  /** A footnote's label. */
  readonly onOpenNote: (label: string, from: HTMLElement) => void;
  /** A footnote's label: back to where it is referred to. */
  readonly onBackToText: (label: string) => void;
  /** An address, or `#` and an offset into the same text. */
  readonly onOpenLink: (address: string, from: HTMLElement) => void;
}

/** References and links do what they mean here; none of them is ever an address to go to. */
export function followReference(event: MouseEvent, to: ReferenceTargets): void {
  const { target } = event;
  if (!(target instanceof Element)) return;
  const link = target.closest<HTMLElement>(
    "a[data-note], a[data-link], a[data-back]",
  );
  if (!link) return;
  event.preventDefault();
  const { note, link: address, back } = link.dataset;
  if (note !== undefined) to.onOpenNote(note, link);
  else if (back !== undefined) to.onBackToText(back);
  else if (address !== undefined) to.onOpenLink(address, link);
}
