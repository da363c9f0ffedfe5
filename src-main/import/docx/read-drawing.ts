import { appendAll } from "../office/append-all";
import type { DrawnPicture } from "../office/draft";
import { childOf, isElement, type XmlElement } from "../office/xml-tree";
import { chooseAlternative } from "./alternate-content";
import type { WordContext } from "./word-context";

/** What a drawing holds that can be read. */
export interface DrawingContent {
  readonly pictures: readonly DrawnPicture[];
  /** `w:txbxContent` of its text boxes. */
  readonly boxes: readonly XmlElement[];
  /** Texts of a diagram. */
  readonly texts: readonly string[];
  readonly isRule: boolean;
}

/** Reads pictures, text boxes, diagrams and rules from a drawing of either kind (DrawingML, VML). */
export function readDrawing(
  drawing: XmlElement,
  context: WordContext,
): DrawingContent {
  const pictures: DrawnPicture[] = [];
  const boxes: XmlElement[] = [];
  const texts: string[] = [];
  let isRule = false;

  function look(element: XmlElement, alt: string | undefined): void {
    let told = alt;
    for (const node of element.children) {
      if (!isElement(node)) continue;
      const at = node.attributes;
      switch (node.name) {
        case "w:txbxContent":
          boxes.push(node);
          continue;
        case "mc:AlternateContent": {
          const chosen = chooseAlternative(node);
          if (chosen) look(chosen, told);
          continue;
        }
        case "wp:docPr":
          told = spoken(at["descr"]) ?? spoken(at["title"]) ?? told;
          continue;
        case "pic:pic":
          look(node, told ?? ownAlt(node));
          continue;
        case "a:blip":
          show(at["r:embed"], at["r:link"], told);
          continue;
        case "v:imagedata":
          show(at["r:id"], at["r:href"], told ?? spoken(at["o:title"]));
          continue;
        case "dgm:relIds":
          appendAll(texts, textsOfDiagram(at["r:dm"], context));
          continue;
        case "c:chart":
          context.warnings.add("chart-left-out", "a chart");
          continue;
      }
      if (/^(?:1|t|true)$/u.test(at["o:hr"] ?? "")) isRule = true;
      else look(node, spoken(at["alt"]) ?? told);
    }
  }

  function show(
    id: string | undefined,
    link: string | undefined,
    alt: string | undefined,
  ): void {
    const target = context.relationships.get(id ?? link ?? "");
    const isInside = target !== undefined && !target.isExternal;
    const resource = isInside
      ? context.pictureIds.get(target.target)
      : undefined;
    if (resource === undefined)
      context.warnings.add(
        "picture-left-out",
        isInside ? `${target.target} cannot be shown` : "a picture elsewhere",
      );
    pictures.push({
      ...(resource === undefined ? {} : { resource }),
      ...(alt === undefined ? {} : { alt }),
    });
  }

  look({ name: "", attributes: {}, children: [drawing] }, undefined);
  return { pictures, boxes, texts, isRule };
}

/** A picture's own description, unless it is the name of the file it came from. */
function ownAlt(picture: XmlElement): string | undefined {
  const properties = childOf(childOf(picture, "pic:nvPicPr"), "pic:cNvPr");
  const alt = spoken(properties?.attributes["descr"]);
  return alt !== undefined && /^\S+\.\w{3,4}$/u.test(alt) ? undefined : alt;
}

function textsOfDiagram(
  id: string | undefined,
  context: WordContext,
): readonly string[] {
  const target = context.relationships.get(id ?? "")?.target;
  return context.diagrams.get(target ?? "") ?? [];
}

function spoken(text: string | undefined): string | undefined {
  const folded = text?.replace(/\s+/gu, " ").trim();
  return folded === "" ? undefined : folded;
}
