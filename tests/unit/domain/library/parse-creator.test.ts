import { parseCreator } from "#domain/library/parse-creator";
import fc from "fast-check";
import { expect, test } from "vitest";

test.each([
  ["Joshua Kucera", "Joshua", "Kucera"],
  ["Anders Fogh Rasmussen", "Anders Fogh", "Rasmussen"],
  ["Ursula von der Leyen", "Ursula", "von der Leyen"],
  ["Jaap de Hoop Scheffer", "Jaap", "de Hoop Scheffer"],
  ["Bashar al-Assad", "Bashar", "al-Assad"],
  ["Osama bin Laden", "Osama", "bin Laden"],
  [
    "José Manuel García-Margallo y Marfil",
    "José Manuel",
    "García-Margallo y Marfil",
  ],
  ["Martin Luther King Jr.", "Martin Luther", "King Jr."],
  ["Martin Luther King, Jr.", "Martin Luther", "King Jr."],
  ["Ivo H. Daalder", "Ivo H.", "Daalder"],
  ["Dr. Anna Berg", "Anna", "Berg"],
  ["ANNA BERG", "ANNA", "BERG"],
  ["Николай Бордюжа", "Николай", "Бордюжа"],
  ["Maria O'Neil", "Maria", "O'Neil"],
])("%s is %s %s", (name, given, family) => {
  expect(parseCreator(name)).toEqual({ name, given, family });
});

test.each([
  ["Kucera, Joshua", "Joshua Kucera", "Joshua", "Kucera"],
  ["Leyen, Ursula von der", "Ursula von der Leyen", "Ursula", "von der Leyen"],
  ["von der Leyen, Ursula", "Ursula von der Leyen", "Ursula", "von der Leyen"],
  [
    "King, Martin Luther, Jr.",
    "Martin Luther King Jr.",
    "Martin Luther",
    "King Jr.",
  ],
  ["brenckman,m.", "m. brenckman", "m.", "brenckman"],
])("%s, family name first, is %s", (written, name, given, family) => {
  expect(parseCreator(written)).toEqual({ name, given, family });
});

test.each([
  "NATO",
  "U.S. Department of State",
  "Ministry of Foreign Affairs, Republic of Kazakhstan",
  "Office of the Historian",
  "AMEMBASSY MOSCOW",
  "North Atlantic Council",
  "The Economist",
  "Simon & Schuster",
  "Group of 7",
  "Plato",
  "毛泽东",
  "",
])("%j stays whole", (name) => {
  expect(parseCreator(name)).toEqual({ name });
});

test("de Gaulle is a family name without a given one", () => {
  expect(parseCreator("de Gaulle")).toEqual({
    name: "de Gaulle",
    family: "de Gaulle",
  });
});

test("no letter of any name is lost", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(..."ab AB.,'-é") }),
      (written) => {
        const { name, given, family } = parseCreator(written);
        const letters = (text: string): string =>
          [...text.replace(/[\s,]/gu, "")].sort().join("");
        expect(letters(name)).toBe(letters(written));
        if (given !== undefined)
          expect(name.replace(/,/gu, "")).toContain(`${given} ${family}`);
      },
    ),
  );
});
