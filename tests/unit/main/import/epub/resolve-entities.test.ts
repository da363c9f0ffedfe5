import { resolveEntities } from "#main/import/epub/resolve-entities";
import { describe, expect, it } from "vitest";

describe("entities of a content document", () => {
  it("are replaced where HTML names a letter", () => {
    expect(textOf("<p>a&nbsp;b &eacute;&hellip;</p>")).toBe(
      "<p>a\u00a0b é…</p>",
    );
  });

  it("stay where XML itself knows them", () => {
    const xml = "<p>&lt;b&gt; &amp; &quot;&apos; &#233; &#xE9;</p>";
    expect(textOf(xml)).toBe(xml);
  });

  it("never become markup where they are letters", () => {
    expect(textOf("<p>&LT;b&AMP;</p>")).toBe("<p>&#60;b&#38;</p>");
  });

  it("stay as they are written when nobody knows them", () => {
    expect(textOf("<p>&unheard;</p>")).toBe("<p>&amp;unheard;</p>");
  });

  it("are not begun by a sign that stands for itself", () => {
    expect(textOf("<p>AT&T & co; &; &#x; 1 &lt; 2&</p>")).toBe(
      "<p>AT&amp;T &amp; co; &amp;; &amp;#x; 1 &lt; 2&amp;</p>",
    );
  });

  it("are replaced by what the document declares, also within each other", () => {
    const xml = `<!DOCTYPE html [
      <!-- <!ENTITY pub "no"> ] -->
      <!ENTITY pub 'The "Press" ]'>
      <!ENTITY line "&pub;, 1900">
    ]><p>&line;</p>`;
    expect(textOf(xml)).toBe('<p>The "Press" ], 1900</p>');
  });

  it("stand for nothing when they lie elsewhere", () => {
    const xml = `<!DOCTYPE html [
      <!ENTITY a SYSTEM "file:///etc/passwd">
      <!ENTITY b PUBLIC "-//x" "http://example.org/x">
      <!ENTITY % c SYSTEM "http://example.org/c"> %c;
    ]><p>&a;&b;.</p>`;
    expect(textOf(xml)).toBe("<p>.</p>");
  });

  it("stay in sections of plain characters", () => {
    expect(textOf("<p><![CDATA[&nbsp;]]>&nbsp;</p>")).toBe(
      "<p><![CDATA[&nbsp;]]>\u00a0</p>",
    );
  });

  it("are cut short when they grow without measure", () => {
    const levels = Array.from(
      { length: 9 },
      (_, level) => `<!ENTITY lol${level + 1} "${`&lol${level};`.repeat(10)}">`,
    );
    const resolved = resolveEntities(
      `<!DOCTYPE lolz [<!ENTITY lol0 "lol">${levels.join("")}]><p>&lol9;</p>`,
    );
    expect(resolved.isCut).toBe(true);
    expect(resolved.text.length).toBeLessThan(200_000);
  });

  it("are cut short when they contain themselves", () => {
    const resolved = resolveEntities(
      '<!DOCTYPE p [<!ENTITY a "&b;"><!ENTITY b "&a;">]><p>&a;</p>',
    );
    expect(resolved).toEqual({ text: "<p></p>", isCut: true });
  });

  it("are no reason to lose the text behind a broken declaration", () => {
    expect(textOf('<!DOCTYPE html PUBLIC "-//W3C//DTD" "x.dtd"><p>a</p>')).toBe(
      "<p>a</p>",
    );
    expect(textOf("<!DOCTYPE html [ <p>a</p>")).toContain("<p>a</p>");
  });
});

function textOf(xml: string): string {
  const { text, isCut } = resolveEntities(xml);
  expect(isCut).toBe(false);
  return text;
}
