import type { ItemDocument } from "#bridge/contract/library";
import type { TextRange } from "#domain/text/blocks";
import { fieldsOfDate, type DateFields } from "../../../ui/edtf-fields";
import { wholeSentences } from "./passage-form";

/** The date a record from a passage begins with: what the passage names, else its sentence, else the item's own. */
export class PassageDate {
  #fields = $state.raw<DateFields>(fieldsOfDate(undefined));
  isChanged = $state(false);
  /** Where it comes from, in words; empty for one's own. */
  origin = $state("");

  constructor(item: ItemDocument, passage: TextRange) {
    const date = item.date ?? item.written;
    if (date !== undefined) {
      this.#fields = fieldsOfDate(date);
      this.origin = "The date of the item.";
    }
    void this.#look(item, passage);
  }

  get fields(): DateFields {
    return this.#fields;
  }

  /** By hand: what is found in the text does not replace it any more. */
  change(fields: DateFields): void {
    this.#fields = fields;
    this.isChanged = true;
    this.origin = "";
  }

  /** What reads dates is loaded only with the first form. */
  async #look(item: ItemDocument, passage: TextRange): Promise<void> {
    const { dateInText } = await import("./date-in-text");
    const around = wholeSentences(item, passage);
    const options = {
      language: item.language,
      itemDate: item.date ?? item.written,
    };
    const found =
      dateInText(item.text.slice(passage.start, passage.end), options) ??
      dateInText(item.text.slice(around.start, around.end), options);
    if (!found || this.isChanged) return;
    this.#fields = fieldsOfDate(found.date);
    this.origin = `Found in the text: “${found.words}”.`;
  }
}
