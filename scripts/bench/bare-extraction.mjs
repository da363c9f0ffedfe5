// The yardstick of the import: what each parser library does by itself, in one plain process, with nothing kept.
import { Readability } from "@mozilla/readability";
import { unzipSync, strFromU8 } from "fflate";
import { DOMParser, parseHTML } from "linkedom";
import mammoth from "mammoth";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";

const [folder = ""] = process.argv.slice(2);
let letters = 0;
let failed = 0;

/** @type {Record<string, (bytes: Buffer) => Promise<string> | string>} */
const EXTRACT = {
  ".txt": (bytes) => bytes.toString("utf8"),
  ".md": (bytes) =>
    JSON.stringify(
      fromMarkdown(bytes, {
        extensions: [gfm()],
        mdastExtensions: [gfmFromMarkdown()],
      }),
    ),
  ".html": (bytes) =>
    new Readability(parseHTML(bytes.toString("utf8")).document).parse()
      ?.textContent ?? "",
  ".docx": async (bytes) =>
    (await mammoth.extractRawText({ buffer: bytes })).value,
  ".epub": (bytes) => {
    let text = "";
    for (const [name, entry] of Object.entries(unzipSync(bytes)))
      if (/\.x?html?$/i.test(name))
        text += new DOMParser().parseFromString(strFromU8(entry), "text/html")
          .documentElement.textContent;
    return text;
  },
  ".pdf": pdfText,
};

async function pdfText(bytes) {
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
  });
  try {
    const document = await task.promise;
    let text = "";
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      for (const item of items) text += "str" in item ? item.str : "";
    }
    return text;
  } finally {
    await task.destroy();
  }
}

for (const name of (await readdir(folder)).sort()) {
  const extract = EXTRACT[extname(name)];
  if (!extract) continue;
  try {
    letters += (await extract(await readFile(join(folder, name)))).length;
  } catch {
    failed += 1;
  }
}
console.log(JSON.stringify({ letters, failed }));
