import { openDocument } from "#main/import/pdf/open-document";

/** What pdf.js itself makes of a file: the strings of all pages, with its line ends; "" for what it does not open. */
export async function barePdfText(bytes: Uint8Array): Promise<string> {
  const document = await openDocument(bytes, undefined);
  if (!document.ok) return "";
  const texts: string[] = [];
  for (let number = 1; number <= document.value.numPages; number += 1) {
    const page = await document.value.getPage(number).catch(() => undefined);
    const content = await page?.getTextContent();
    for (const item of content?.items ?? [])
      if ("str" in item) texts.push(item.str, item.hasEOL ? "\n" : "");
    texts.push("\n");
    page?.cleanup();
  }
  await document.value.loadingTask.destroy();
  return texts.join("");
}
