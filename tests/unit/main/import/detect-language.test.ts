import { detectLanguage } from "#main/import/detect-language";
import { expect, test } from "vitest";

test.each([
  [
    "en",
    "The alliance would not take a decision before all of its members had been heard on the matter, the spokesman said.",
  ],
  [
    "de",
    "Das Bündnis werde keine Entscheidung treffen, bevor nicht alle Mitglieder gehört worden seien, sagte die Sprecherin.",
  ],
  [
    "fr",
    "L'alliance ne prendrait aucune décision avant d'avoir entendu tous ses membres, a déclaré la porte-parole.",
  ],
  [
    "ru",
    "Альянс не примет решения, пока не будут выслушаны все его члены, заявил представитель организации.",
  ],
  [
    "uk",
    "Альянс не ухвалить рішення, доки не будуть вислухані всі його члени, заявив речник організації.",
  ],
  [
    "es",
    "La alianza no tomaría ninguna decisión antes de haber escuchado a todos sus miembros, dijo el portavoz.",
  ],
  ["zh", "发言人表示，在听取所有成员的意见之前，联盟不会作出任何决定。"],
  [
    "ja",
    "同盟はすべての加盟国の意見を聞くまで決定を下さないと報道官は述べた。",
  ],
])("a sentence in %s is known", (language, text) => {
  expect(detectLanguage(text)).toBe(language);
  expect(detectLanguage(`${text}\n`.repeat(200))).toBe(language);
});

test.each([
  ["a few words", "Talks stall again."],
  ["names", "Kucera Rasmussen Daalder Clinton Bordyuzha"],
  ["numbers", "12 345 67 890 ".repeat(50)],
  ["addresses", "https://example.org/one/two/three ".repeat(20)],
  ["nothing", ""],
  [
    "two languages in equal parts",
    "The alliance would not take a decision before all of its members had been heard on the matter, as it had always done. ".repeat(
      20,
    ) +
      "Das Bündnis werde keine Entscheidung treffen, bevor nicht alle Mitglieder gehört worden seien, wie es immer gewesen sei. ".repeat(
        20,
      ),
  ],
])("%s leave it open", (_, text) => {
  expect(detectLanguage(text)).toBeUndefined();
});

test("a foreign quotation does not change the language of a long text", () => {
  const english =
    "The alliance would not take a decision before all of its members had been heard on the matter. ";
  const quotation =
    "Das Bündnis werde keine Entscheidung treffen, bevor nicht alle gehört worden seien. ";
  expect(
    detectLanguage(
      english.repeat(30) + quotation.repeat(3) + english.repeat(30),
    ),
  ).toBe("en");
});
