import type { Annotation } from "#domain/annotation/annotation";
import {
  fromWebAnnotation,
  toWebAnnotation,
  type Json,
} from "#domain/annotation/web-annotation";
import { fail, ok, type Result } from "#domain/result";

/** An annotation with the JSON it was read from, whose other fields are kept. */
export interface AnnotationFile {
  readonly annotation: Annotation;
  readonly json: Json;
}

/** Reads a stored annotation; the file's name and folder give the id and item where the JSON has none of ours. */
export function parseAnnotation(
  text: string,
  place: { readonly id: string; readonly item: string },
): Result<AnnotationFile, string> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
  const read = fromWebAnnotation(json, place);
  if (!read.ok) return read;
  // Where the file lies is what counts: a copied or renamed file is another annotation.
  const annotation = { ...read.value, id: place.id, item: place.item };
  return ok({ annotation, json: json as Json });
}

/** The stored form: two spaces deep, so that it reads and compares well. */
export function formatAnnotation({ annotation, json }: AnnotationFile): string {
  return `${JSON.stringify(toWebAnnotation(annotation, json), null, 2)}\n`;
}
