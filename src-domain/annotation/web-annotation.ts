import { fail, ok, type Result } from "../result";
import { isSelector } from "../text/selectors";
import {
  HIGHLIGHT_COLOURS,
  MOTIVATIONS,
  type Annotation,
  type HighlightColour,
  type Motivation,
} from "./annotation";

/** A JSON object whose fields we know only in part. */
export type Json = Readonly<Record<string, unknown>>;

const CONTEXT = "http://www.w3.org/ns/anno.jsonld";
const ANNOTATION = "urn:aide:annotation:";
const ITEM = "urn:aide:item:";
const STYLE = "highlight-";

/**
 * An annotation in the W3C Web Annotation Data Model (Recommendation of 23 February 2017). Fields of `before` that the
 * program has no place for stay as they are, so that another tool's additions survive our edits.
 */
export function toWebAnnotation(
  annotation: Annotation,
  before: Json = {},
): Json {
  const { id, item, motivation, colour, comment, tags, selectors } = annotation;
  const target = asObject(before["target"]);
  const bodies = [
    ...(comment === ""
      ? []
      : [
          {
            type: "TextualBody",
            purpose: "commenting",
            format: "text/markdown",
            value: comment,
          },
        ]),
    ...tags.map((value) => ({
      type: "TextualBody",
      purpose: "tagging",
      value,
    })),
    ...asArray(before["body"]).filter((body) => roleOf(body) === undefined),
  ];
  const { body: _body, ...kept } = before;
  return {
    "@context": CONTEXT,
    ...kept,
    id: ANNOTATION + id,
    type: "Annotation",
    motivation,
    // Left out where they are not known: the standard says that they should be there, not that they must.
    ...timeFields(annotation),
    ...(bodies.length > 0 ? { body: bodies } : {}),
    target: {
      ...target,
      source: ITEM + item,
      styleClass: STYLE + colour,
      selector: [
        ...selectors,
        ...asArray(target["selector"]).filter((each) => !isSelector(each)),
      ],
    },
  };
}

/**
 * Reads a Web Annotation, ours or another tool's; `fallback` gives id and item where it has none of ours. Fails with the
 * reason when it is no annotation on a text.
 */
export function fromWebAnnotation(
  json: unknown,
  fallback: {
    readonly id: string;
    readonly item?: string;
  },
): Result<Annotation, string> {
  const object = asObject(json);
  if (!asArray(object["type"]).includes("Annotation"))
    return fail("its type is not Annotation");
  const target = asObject(asArray(object["target"])[0]);
  const source =
    typeof target["source"] === "string"
      ? target["source"]
      : asObject(target["source"])["id"];
  const item =
    typeof source === "string" && source.startsWith(ITEM)
      ? source.slice(ITEM.length)
      : fallback.item;
  if (item === undefined) return fail("its target is no item of this library");
  const selectors = asArray(target["selector"]).filter(isSelector);
  if (selectors.length === 0)
    return fail("it has no selector that leads into a text");
  const bodies = asArray(object["body"]);
  const comment = bodies
    .filter((body) => roleOf(body) === "comment")
    .map(valueOf)
    .join("\n\n");
  const createdAt = timeOf(object["created"]);
  const modifiedAt = timeOf(object["modified"]) ?? createdAt;
  return ok({
    id: ownId(object["id"]) ?? fallback.id,
    item,
    motivation: motivationOf(object["motivation"], comment),
    colour: colourOf(target["styleClass"]),
    comment,
    tags: bodies.filter((body) => roleOf(body) === "tag").map(valueOf),
    selectors,
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(modifiedAt === undefined ? {} : { modifiedAt }),
  });
}

/** Many annotations as one W3C collection with one page, in the order given. */
export function toCollection(
  label: string,
  annotations: readonly Json[],
): Json {
  return {
    "@context": CONTEXT,
    type: "AnnotationCollection",
    label,
    total: annotations.length,
    first: { type: "AnnotationPage", startIndex: 0, items: annotations },
  };
}

/** The annotations of a collection, a page, a list or of one annotation alone. */
export function annotationsIn(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json.flatMap(annotationsIn);
  const object = asObject(json);
  const types = asArray(object["type"]);
  if (types.includes("AnnotationCollection"))
    return annotationsIn(object["first"]);
  if (types.includes("AnnotationPage")) return asArray(object["items"]);
  return types.includes("Annotation") ? [json] : [];
}

function ownId(id: unknown): string | undefined {
  return typeof id === "string" && id.startsWith(ANNOTATION)
    ? id.slice(ANNOTATION.length)
    : undefined;
}

function motivationOf(given: unknown, comment: string): Motivation {
  const known = MOTIVATIONS.find((each) => asArray(given).includes(each));
  return known ?? (comment === "" ? "highlighting" : "commenting");
}

function colourOf(style: unknown): HighlightColour {
  return (
    HIGHLIGHT_COLOURS.find((colour) =>
      asArray(style).includes(STYLE + colour),
    ) ?? "yellow"
  );
}

/** What a body is to us; `undefined` for bodies that we only keep. A bare string is a comment (W3C, section 3.2.5). */
function roleOf(body: unknown): "comment" | "tag" | undefined {
  if (typeof body === "string") return "comment";
  const { type, purpose, value } = asObject(body);
  if (type !== "TextualBody" || typeof value !== "string") return undefined;
  if (purpose === "tagging") return "tag";
  return purpose === undefined || purpose === "commenting"
    ? "comment"
    : undefined;
}

function valueOf(body: unknown): string {
  return typeof body === "string" ? body : String(asObject(body)["value"]);
}

function timeFields({ createdAt, modifiedAt }: Annotation): Json {
  return {
    ...(createdAt === undefined
      ? {}
      : { created: new Date(createdAt).toISOString() }),
    ...(modifiedAt === undefined
      ? {}
      : { modified: new Date(modifiedAt).toISOString() }),
  };
}

function timeOf(value: unknown): number | undefined {
  const time = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isFinite(time) ? time : undefined;
}

function asArray(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

function asObject(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Json)
    : {};
}
