import type { Settings } from "#bridge/contract/settings";

type Face = Settings["readingFace"];

interface FaceFacts {
  readonly value: Face;
  /** As a person chooses it. */
  readonly label: string;
  readonly name: string;
  readonly family: string;
  /** Average width of a letter of English prose, as a share of the type size. */
  readonly letter: number;
}

export const FACES: readonly FaceFacts[] = [
  {
    value: "serif",
    label: "Serif",
    name: "Literata",
    family: '"Literata Variable", Georgia, serif',
    letter: 0.485,
  },
  {
    value: "sans",
    label: "Sans",
    name: "Inter",
    family: '"Inter Variable", system-ui, sans-serif',
    letter: 0.51,
  },
  {
    value: "legible",
    label: "Legible",
    name: "Atkinson Hyperlegible",
    family: '"Atkinson Hyperlegible Next Variable", system-ui, sans-serif',
    letter: 0.49,
  },
  {
    value: "dyslexia",
    label: "Dyslexia",
    name: "OpenDyslexic",
    family: '"OpenDyslexic", "Atkinson Hyperlegible Next Variable", sans-serif',
    letter: 0.62,
  },
  {
    value: "mono",
    label: "Mono",
    name: "Source Code Pro",
    family: '"Source Code Pro Variable", ui-monospace, monospace',
    letter: 0.6,
  },
];

/** How a text is set: to be given to the element as its style. */
export function typeStyle(settings: Settings): string {
  const { family, letter } = faceOf(settings);
  return [
    `font-family: ${family}`,
    `font-size: ${settings.readingSize}px`,
    `line-height: ${settings.readingLeading}`,
    `--measure: ${settings.readingMeasure * letter}em`,
  ].join("; ");
}

/** Average width of a letter and the distance of lines, in CSS pixels. */
export function lineFacts(settings: Settings): {
  readonly letter: number;
  readonly height: number;
} {
  const { readingSize, readingLeading } = settings;
  return {
    letter: readingSize * faceOf(settings).letter,
    height: readingSize * readingLeading,
  };
}

/** Loads the files of the chosen face, so that what is laid out stays where it is. */
export async function loadFace(settings: Settings): Promise<void> {
  const { family } = faceOf(settings);
  await document.fonts.load(`${settings.readingSize}px ${family}`);
}

function faceOf({ readingFace }: Settings): FaceFacts {
  const face = FACES.find(({ value }) => value === readingFace) ?? FACES[0];
  if (!face) throw new Error("There is no face to read in");
  return face;
}
