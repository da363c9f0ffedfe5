import type { PrintingState } from "#bridge/contract/printing";
import { onChanges, request } from "../../../app/bridge";
import { failureSentence } from "../../../app/failure-words";
import { notices } from "../../../app/notices.svelte";

/** An item on its way to paper, as the window tells of it. */
export class Printing {
  state = $state.raw<PrintingState>({ stage: "idle", share: 0 });
  /** What is made, while it is made. */
  making = $state.raw<"PDF" | "print" | undefined>();

  /** Follows how far it has come; returns how to stop. */
  start(): () => void {
    return onChanges(["printing"], () => void this.#ask());
  }

  async savePdf(item: string, withAnnotations: boolean): Promise<void> {
    if (this.making) return;
    this.making = "PDF";
    const saved = await request("printing/save-pdf", { item, withAnnotations });
    this.making = undefined;
    if (!saved.ok) notices.trouble(failureSentence(saved.failure));
    else if (saved.value)
      notices.say(`Saved as ${saved.value.path}.`, {
        label: "Show in folder",
        run: () => void request("printing/show-in-folder", {}),
      });
  }

  async print(item: string, withAnnotations: boolean): Promise<void> {
    if (this.making) return;
    this.making = "print";
    const printed = await request("printing/print", { item, withAnnotations });
    this.making = undefined;
    if (!printed.ok) notices.trouble(failureSentence(printed.failure));
  }

  cancel(): void {
    void request("printing/cancel", {});
  }

  async #ask(): Promise<void> {
    const state = await request("printing/state", {});
    if (state.ok) this.state = state.value;
  }
}
