/** A word or line put at a place of a page; `y` counts upwards from its lower edge, as PDF does. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  /** Helvetica where not said. */
  readonly font?: keyof typeof FONTS;
  readonly rise?: number;
  /** Counter-clockwise, in degrees. */
  readonly turn?: number;
}

export interface PdfSource {
  readonly pages: readonly (readonly Placed[])[];
  /** Page labels as PDF number tree entries: from a page's index on, a style ("D", "r") and its first number. */
  readonly labels?: readonly (readonly [
    index: number,
    style: string,
    first: number,
  ])[];
  readonly outline?: readonly {
    readonly title: string;
    readonly page: number;
    readonly y?: number;
  }[];
  readonly info?: Readonly<Record<string, string>>;
  readonly language?: string;
}

const FONTS = {
  regular: "Helvetica",
  bold: "Helvetica-Bold",
  serif: "Times-Roman",
} as const;

/** Writes a small PDF: letters in standard fonts, nothing compressed. */
export function makePdf(source: PdfSource): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const catalog = add("");
  const tree = add("");
  const fonts = Object.values(FONTS).map((name) =>
    add(
      `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`,
    ),
  );
  const resources = `<< /Font << ${fonts.map((font, at) => `/F${at} ${font} 0 R`).join(" ")} >> >>`;
  const pages = source.pages.map((placed) => {
    const stream = placed.map(operators).join("\n");
    const contents = add(
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    );
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Resources ${resources} /Contents ${contents} 0 R >>`,
    );
  });
  objects[tree - 1] =
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((page) => `${page} 0 R`).join(" ")}] >>`;
  const outline = addOutline(source, pages, add, objects);
  const labels = source.labels
    ?.map(([at, style, first]) => `${at} << /S /${style} /St ${first} >>`)
    .join(" ");
  objects[catalog - 1] =
    `<< /Type /Catalog /Pages ${tree} 0 R` +
    (outline ? ` /Outlines ${outline} 0 R` : "") +
    (labels ? ` /PageLabels << /Nums [${labels}] >>` : "") +
    (source.language ? ` /Lang (${source.language})` : "") +
    " >>";
  const info = add(
    `<< ${Object.entries(source.info ?? {})
      .map(([key, value]) => `/${key} (${escape(value)})`)
      .join(" ")} >>`,
  );
  return assemble(objects, `/Root ${catalog} 0 R /Info ${info} 0 R`);
}

/** Writes numbered objects with their cross-reference table. */
export function assemble(
  objects: readonly string[],
  trailer: string,
): Uint8Array {
  let file = "%PDF-1.4\n";
  const offsets = objects.map((body, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets)
    file += `${String(offset).padStart(10, "0")} 00000 n \n`;
  file += `trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0));
}

/** Lines of text below one another, from the upper left on. */
export function lines(
  texts: readonly string[],
  { x = 72, y = 760, size = 11, leading = 14, font = "regular" as const } = {},
): Placed[] {
  return texts.map((text, at) => ({
    x,
    y: y - at * leading,
    text,
    size,
    font,
  }));
}

function operators(placed: Placed): string {
  const { x, y, text, size = 11, font = "regular", rise = 0 } = placed;
  const angle = ((placed.turn ?? 0) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)].map((each) =>
    each.toFixed(4),
  );
  const number = Object.keys(FONTS).indexOf(font);
  return `BT /F${number} ${size} Tf ${rise} Ts ${cos} ${sin} -${sin} ${cos} ${x} ${y} Tm (${escape(text)}) Tj ET`;
}

const WIN_ANSI: Readonly<Record<string, string>> = {
  "•": "\\225",
  "–": "\\226",
  "—": "\\227",
  "“": "\\223",
  "”": "\\224",
  "’": "\\222",
};

function escape(text: string): string {
  return text
    .replace(/[\\()]/gu, "\\$&")
    .replace(/[•–—“”’]/gu, (letter) => WIN_ANSI[letter] ?? "?");
}

function addOutline(
  source: PdfSource,
  pages: readonly number[],
  add: (body: string) => number,
  objects: string[],
): number | undefined {
  if (!source.outline) return undefined;
  const root = add("");
  const first = root + 1;
  const last = root + source.outline.length;
  source.outline.forEach(({ title, page, y }, at) => {
    const place = y === undefined ? "/Fit" : `/XYZ 0 ${y} 0`;
    add(
      `<< /Title (${escape(title)}) /Parent ${root} 0 R /Dest [${pages[page]} 0 R ${place}]` +
        (at > 0 ? ` /Prev ${root + at} 0 R` : "") +
        (first + at < last ? ` /Next ${first + at + 1} 0 R` : "") +
        " >>",
    );
  });
  objects[root - 1] =
    `<< /Type /Outlines /First ${first} 0 R /Last ${last} 0 R /Count ${source.outline.length} >>`;
  return root;
}
