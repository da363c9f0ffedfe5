import type { DrawnPicture } from "../office/draft";
import {
  isElement,
  lettersOf,
  childOf,
  type XmlElement,
} from "../office/xml-tree";
import { linearMathml } from "../office/linear-mathml";
import type { OdtContext } from "./odt-context";

/** Largest picture written into a document itself, in letters of Base64. */
const MAX_INLINE = 64 << 20;

/** What a frame or shape holds that can be read. */
export interface FrameContent {
  readonly pictures: readonly DrawnPicture[];
  /** Elements whose children are blocks: text boxes and shapes with text. */
  readonly boxes: readonly XmlElement[];
  readonly formula?: string;
}

/** Reads a frame, shape or group of them. */
export function readFrame(
  frame: XmlElement,
  context: OdtContext,
): FrameContent {
  const parts = frame.children.filter(isElement);
  if (frame.name === "draw:g" || frame.name === "draw:a")
    return joined(
      parts
        .filter((part) => part.name.startsWith("draw:"))
        .map((part) => readFrame(part, context)),
    );
  if (frame.name !== "draw:frame")
    return {
      pictures: [],
      boxes: parts.some((part) => part.name === "text:p") ? [frame] : [],
    };
  const object = parts.find((part) => part.name === "draw:object");
  const formula = object && formulaOf(object, context);
  if (formula !== undefined) return { pictures: [], boxes: [], formula };
  const boxes = parts.filter((part) => part.name === "draw:text-box");
  const images = parts.filter((part) => part.name === "draw:image");
  if (images.length === 0) return { pictures: [], boxes };
  return { pictures: [picture(frame, images, context)], boxes };
}

/** A frame may hold one picture in several forms; the first that may be shown is taken. */
function picture(
  frame: XmlElement,
  images: readonly XmlElement[],
  context: OdtContext,
): DrawnPicture {
  const alt = spoken(frame, "svg:desc") ?? spoken(frame, "svg:title");
  const resource = images
    .map((image) => resourceOf(image, context))
    .find((id) => id !== undefined);
  if (resource === undefined)
    context.warnings.add(
      "picture-left-out",
      images[0]?.attributes["xlink:href"] ?? "a picture in the document",
    );
  return {
    ...(resource === undefined ? {} : { resource }),
    ...(alt === undefined ? {} : { alt }),
  };
}

function resourceOf(
  image: XmlElement,
  context: OdtContext,
): string | undefined {
  const inline = childOf(image, "office:binary-data");
  if (inline) {
    const letters = lettersOf(inline);
    return letters.length > MAX_INLINE
      ? undefined
      : context.addPicture(Uint8Array.from(Buffer.from(letters, "base64")));
  }
  return context.pictureIds.get(addressOf(image));
}

function formulaOf(
  object: XmlElement,
  context: OdtContext,
): string | undefined {
  const root =
    context.objects.get(addressOf(object)) ?? childOf(object, "math:math");
  if (root?.name === "math:math") return linearMathml(root);
  context.warnings.add("chart-left-out", "an embedded object");
  return undefined;
}

/** Where a part of the package is, as its name. */
export function addressOf(element: XmlElement): string {
  return (element.attributes["xlink:href"] ?? "")
    .replace(/^\.\//u, "")
    .replace(/\/$/u, "");
}

function spoken(frame: XmlElement, name: string): string | undefined {
  const text = lettersOf(childOf(frame, name)).replace(/\s+/gu, " ").trim();
  return text === "" ? undefined : text;
}

function joined(contents: readonly FrameContent[]): FrameContent {
  return {
    pictures: contents.flatMap(({ pictures }) => pictures),
    boxes: contents.flatMap(({ boxes }) => boxes),
  };
}
