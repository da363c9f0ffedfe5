import { strToU8, zipSync } from "fflate";
import { cp, mkdir, readdir, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";
import { repositoryRoot } from "../repository-root.mjs";

const WORDS =
  "the council alliance treaty minister said that a new proposal on security in Europe was open while others would not agree to formal talks before the summit of members and partners of both organisations".split(
    " ",
  );
const SUITES_FOLDER =
  process.env.AIDE_SUITES ?? resolve(repositoryRoot, "../shared/suites");
const SUITES = {
  "html-readability": ".html",
  "epub-w3c": ".epub",
  "epub-samples": ".epub",
  "epub-readest": ".epub",
  "pdf-pdfjs": ".pdf",
  "docx-pandoc": ".docx",
};

/**
 * Fills a folder with texts of all kinds: those of the suites where they are, the rest made here; always the same ones.
 * @param {string} folder
 * @param {number} count
 * @param {{suites?: string, leaveOut?: readonly string[]}} [options] where the suites are, or may be, and endings of
 *   which no files are made
 * @returns {Promise<{made: number, fromSuites: number}>}
 */
export async function writeMixedFiles(
  folder,
  count,
  { suites = SUITES_FOLDER, leaveOut = [] } = {},
) {
  await mkdir(folder, { recursive: true });
  const most = Math.floor(count * 0.6);
  const fromSuites = await copySuites(folder, most, suites);
  const makers = Object.entries(MAKERS).filter(
    ([ending]) => !leaveOut.includes(ending),
  );
  for (let index = fromSuites; index < count; index += 1) {
    const [ending, make] = makers[index % makers.length];
    const name = `made-${String(index).padStart(4, "0")}.${ending}`;
    await writeFile(join(folder, name), make(textOf(index)));
  }
  return { made: count - fromSuites, fromSuites };
}

async function copySuites(folder, most, suites) {
  const found = [];
  for (const [suite, ending] of Object.entries(SUITES)) {
    const root = join(suites, suite);
    if (!existsSync(root)) continue;
    for (const name of await readdir(root, { recursive: true }))
      if (extname(name) === ending && basename(name) !== "expected.html")
        found.push([
          join(root, name),
          `${suite}-${name.replaceAll(/[\\/]/g, "-")}`,
        ]);
  }
  // Spread over all suites, the same ones every time.
  const step = Math.max(1, found.length / most);
  const chosen = found.filter((_, index) => index % step < 1).slice(0, most);
  for (const [from, name] of chosen) await cp(from, join(folder, name));
  return chosen.length;
}

/** Paragraphs of a text that no other number gives. */
function textOf(seed) {
  let state = seed + 1;
  const next = (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  const sentence = () =>
    `Text ${seed} ${Array.from({ length: 8 + next(14) }, () => WORDS[next(WORDS.length)]).join(" ")}.`;
  return Array.from({ length: 20 + next(60) }, () =>
    Array.from({ length: 3 + next(4) }, sentence).join(" "),
  );
}

const MAKERS = {
  txt: (paragraphs) => paragraphs.join("\n\n"),
  md: (paragraphs) => `# A heading\n\n${paragraphs.join("\n\n")}\n`,
  html: (paragraphs) => page(paragraphs),
  docx: (paragraphs) =>
    zipSync({
      "[Content_Types].xml": strToU8(
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
      "_rels/.rels": strToU8(
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
      "word/document.xml": strToU8(
        `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join("")}</w:body></w:document>`,
      ),
    }),
  epub: (paragraphs) =>
    zipSync({
      mimetype: [strToU8("application/epub+zip"), { level: 0 }],
      "META-INF/container.xml": strToU8(
        '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
      ),
      "book.opf": strToU8(
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">x</dc:identifier><dc:title>A book</dc:title><dc:language>en</dc:language></metadata><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>',
      ),
      "c.xhtml": strToU8(
        `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>A chapter</title></head><body>${paragraphs.map((text) => `<p>${text}</p>`).join("")}</body></html>`,
      ),
    }),
  pdf: (paragraphs) => pdf(paragraphs),
};

function page(paragraphs) {
  return `<!doctype html><html lang="en"><head><title>A page</title></head><body><nav><a href="/">Home</a></nav><article><h1>A page</h1>${paragraphs.map((text) => `<p>${text}</p>`).join("")}</article></body></html>`;
}

/** A PDF of one font, 45 lines a page. */
function pdf(paragraphs) {
  const lines = paragraphs.flatMap((text) => [
    ...(text.match(/.{1,85}(?:\s|$)/g) ?? []),
    "",
  ]);
  const pages = [];
  for (let at = 0; at < lines.length; at += 45)
    pages.push(lines.slice(at, at + 45));
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${4 + index * 2} 0 R`).join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...pages.flatMap((each, index) => {
      const content = `BT /F1 11 Tf 14 TL 60 780 Td ${each.map((line) => `(${line.trim()}) Tj T*`).join(" ")} ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let file = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const xref = file.length;
  const rows = places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`);
  return `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join("")}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
}
