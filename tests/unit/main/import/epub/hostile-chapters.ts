import fc from "fast-check";

/**
 * Insides of chapters in which everything stands that makes counting hard. All letters that the reader makes up itself
 * are capitals or signs, all others are small.
 */
export const hostileChapters: fc.Arbitrary<readonly string[]> = fc
  .array(
    fc.array(
      fc.oneof(
        { depthSize: "small" },
        ...["p", "div", "h2", "blockquote", "pre", "section"].map((name) =>
          element(name, () => inline(3)),
        ),
        list(),
        table(),
        note(),
        gap(),
      ),
      { minLength: 1, maxLength: 6 },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((chapters) =>
    chapters.map((blocks) => withIds(`<p>begin</p>${blocks.join("")}`)),
  );

/** Ids that hold every sign of the syntax; `#ID#` is where one may stand. */
const SIGNS = ["]", "^", ",", "(", ")", ";", "=", "[", "ä", "/", "!", ":", "'"];

function withIds(markup: string): string {
  let count = 0;
  return markup.replace(/#ID#/gu, () => {
    count += 1;
    const sign = SIGNS[count % SIGNS.length] ?? "";
    return count % 3 === 0 ? "" : ` id="i${sign}${count}${sign}"`;
  });
}

/** What stands between elements and is no text, or text that is parted. */
function gap(): fc.Arbitrary<string> {
  return fc.constantFrom(
    "",
    "\n   ",
    "<!-- a <b>comment</b> -->",
    "<?php a ?>",
    '<p hidden="hidden"#ID#>hidden</p>',
    "<script>none</script>",
    '<epub:switch#ID#><epub:case required-namespace="x">case</epub:case><epub:default>default</epub:default></epub:switch>',
    '<figure#ID#><img src="x.png" alt="ALT"/><figcaption>caption</figcaption></figure>',
    "<hr/>",
  );
}

function words(): fc.Arbitrary<string> {
  return fc
    .array(
      fc.constantFrom(
        "word",
        "a",
        " ",
        "  ",
        "\n\t ",
        "\r\n",
        "&#160;",
        "&amp;",
        "&nbsp;",
        "&eacute;",
        "&declared;",
        "&#x1F600;",
        "𝒳",
        "e\u0301",
        "ﷺ",
        "漢字",
        "]",
        "^",
        "<![CDATA[ cd & <b> ]]>",
        "<!--c-->",
        "<?pi x?>",
        "&#13;",
        "&#10;",
      ),
      { maxLength: 7 },
    )
    .map((pieces) => pieces.join(""));
}

function inline(depth: number): fc.Arbitrary<string> {
  if (depth === 0) return words();
  const inner = (): fc.Arbitrary<string> => inline(depth - 1);
  return fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: words() },
        ...["b", "i", "span", "code", "q", "sup", "a"].map((name) =>
          element(name, inner),
        ),
        fc.constantFrom(
          "<br/>",
          "<ruby#ID#>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>",
          '<img src="x.png" width="9" height="9" alt="SIGN"/>',
          '<span class="lnum">12</span>',
          '<span epub:type="pagebreak" title="9"#ID#/>',
          '<a epub:type="noteref" href="#n1">1</a>',
          "<math><mi>X</mi></math>",
        ),
      ),
      { maxLength: 4 },
    )
    .map((pieces) => pieces.join(""));
}

function element(
  name: string,
  inside: () => fc.Arbitrary<string>,
): fc.Arbitrary<string> {
  return inside().map((markup) => `<${name}#ID#>${markup}</${name}>`);
}

function list(): fc.Arbitrary<string> {
  return fc
    .array(inline(2), { minLength: 1, maxLength: 3 })
    .map(
      (items) =>
        `<ol#ID#>\n${items.map((item) => ` <li#ID#>${item}<ul><li>in</li></ul></li>`).join("\n")}</ol>`,
    );
}

function table(): fc.Arbitrary<string> {
  return fc
    .array(fc.array(inline(1), { minLength: 2, maxLength: 3 }), {
      minLength: 1,
      maxLength: 3,
    })
    .map(
      (rows) =>
        `<table#ID#><caption>caption</caption><thead><tr><th>a</th><th>b</th></tr></thead><tbody>${rows
          .map(
            (cells) =>
              `<tr>\n${cells.map((cell) => `<td#ID#>${cell}</td>`).join("<!-- x -->")}</tr>`,
          )
          .join("")}</tbody></table>`,
    );
}

/** A note in the middle, which is moved to the end. */
function note(): fc.Arbitrary<string> {
  return inline(1).map(
    (markup) =>
      `<p>see<a epub:type="noteref" href="#n1">1</a></p><aside epub:type="footnote" id="n1"><p>1. note ${markup}</p></aside>`,
  );
}
