import {
  readListLevels,
  wholeNumber,
  wordsOf,
  type OdtListLevel,
} from "./list-levels";
import type { OdtStyles } from "./odt-styles";
import type { XmlElement } from "../office/xml-tree";

/** What a list makes of the first paragraph of an item. */
export interface OdtItem {
  readonly level: number;
  readonly number?: number;
  /** Words that numbering writes ("Article 4"): part of the text. */
  readonly words?: string;
  /** False when nothing is shown before the item. */
  readonly isMarked: boolean;
}

/** A list that is being read. */
export interface OpenList {
  readonly style: string;
  readonly level: number;
  /** Number of the last item. */
  count: number;
  readonly definition: OdtListLevel | undefined;
}

/** The lists of a document, counted in its order. */
export class OdtLists {
  readonly #styles: OdtStyles;
  readonly #levels = new Map<string, ReadonlyMap<number, OdtListLevel>>();
  readonly #outlineLevels: ReadonlyMap<number, OdtListLevel>;
  readonly #outlineCounts: number[] = [];
  /** Style and level, or the list's own id -> number of its last item, for lists that go on. */
  readonly #counts = new Map<string, number>();

  constructor(styles: OdtStyles) {
    this.#styles = styles;
    this.#outlineLevels = readListLevels(styles.outline);
  }

  /** Begins a list inside another one or none. */
  open(list: XmlElement, outer: OpenList | undefined): OpenList {
    const at = list.attributes;
    const style = at["text:style-name"] ?? outer?.style ?? "";
    const level = (outer?.level ?? 0) + 1;
    const definition = this.#levelsOf(style).get(level);
    const goesOnFrom = at["text:continue-list"];
    const goesOn = at["text:continue-numbering"] === "true";
    const before =
      goesOnFrom === undefined
        ? goesOn
          ? this.#counts.get(`${style} ${level}`)
          : undefined
        : this.#counts.get(`#${goesOnFrom}`);
    return {
      style,
      level,
      count: before ?? (definition?.start ?? 1) - 1,
      definition,
    };
  }

  /** Counts an item on. */
  next(list: OpenList, item: XmlElement): OdtItem {
    list.count =
      wholeNumber(item.attributes["text:start-value"]) ?? list.count + 1;
    const { definition, level, count } = list;
    const words = wordsOf(definition, count);
    // A list without definition is shown with bullets.
    const isMarked = !definition || definition.isBullet || !!definition.style;
    return {
      level,
      isMarked,
      ...(definition?.style ? { number: count } : {}),
      ...(words === undefined ? {} : { words }),
    };
  }

  close(list: OpenList, element: XmlElement): void {
    this.#counts.set(`${list.style} ${list.level}`, list.count);
    const id = element.attributes["xml:id"];
    if (id !== undefined) this.#counts.set(`#${id}`, list.count);
  }

  /** Counts a heading and gives the words numbering writes before it. */
  countHeading(level: number, isUnnumbered: boolean): string | undefined {
    if (isUnnumbered) return undefined;
    const definition = this.#outlineLevels.get(level);
    const before = this.#outlineCounts[level];
    const count = before === undefined ? (definition?.start ?? 1) : before + 1;
    this.#outlineCounts.length = level;
    this.#outlineCounts[level] = count;
    return wordsOf(definition, count);
  }

  #levelsOf(style: string): ReadonlyMap<number, OdtListLevel> {
    const known = this.#levels.get(style);
    if (known) return known;
    const levels = readListLevels(this.#styles.lists.get(style));
    this.#levels.set(style, levels);
    return levels;
  }
}
