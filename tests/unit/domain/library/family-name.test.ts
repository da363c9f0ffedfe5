import { familyNameOf } from "#domain/library/family-name";
import { expect, test } from "vitest";

test.each([
  ["Joshua Kucera", "Kucera"],
  ["Kucera, Joshua", "Kucera"],
  ["Jaap de Hoop Scheffer", "de Hoop Scheffer"],
  ["Ursula von der Leyen", "von der Leyen"],
  ["Martin Luther King Jr.", "King Jr."],
  ["Николай Бордюжа", "Бордюжа"],
  ["George H. W. Bush", "Bush"],
  ["US Mission to NATO", "US Mission to NATO"],
  ["Ministry of Foreign Affairs", "Ministry of Foreign Affairs"],
  ["Wikipedia", "Wikipedia"],
  ["The Aide-Mémoire authors", "The Aide-Mémoire authors"],
  ["", ""],
])("%j is sorted as %j", (name, family) => {
  expect(familyNameOf({ name })).toBe(family);
});

test("a family name that is known is taken as it is", () => {
  expect(familyNameOf({ name: "Mao Zedong", family: "Mao" })).toBe("Mao");
});
