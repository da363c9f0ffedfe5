import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { ReadFailure } from "#main/import/reader";
import { fail, ok, type Result } from "#domain/result";
import { CharacterMaps } from "./character-maps";
import { loadPdfjs } from "./load-pdfjs";

/** Opens a PDF for its text alone: nothing drawn, no script, no form, no system font, no request. */
export async function openDocument(
  bytes: Uint8Array,
  password: string | undefined,
): Promise<Result<PDFDocumentProxy, ReadFailure>> {
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({
    // pdf.js takes the bytes over and leaves an empty buffer behind; the caller's must stay. (`slice` of a Buffer is no copy.)
    data: new Uint8Array(bytes),
    ...(password === undefined ? {} : { password }),
    verbosity: 0,
    BinaryDataFactory: CharacterMaps,
    cMapUrl: "character-maps/",
    cMapPacked: true,
    useWorkerFetch: false,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    stopAtErrors: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableRange: true,
    disableStream: true,
    disableAutoFetch: true,
  });
  try {
    return ok(await task.promise);
  } catch (error) {
    await task.destroy();
    return fail(toFailure(error));
  }
}

function toFailure(error: unknown): ReadFailure {
  const { name, message } =
    error instanceof Error ? error : { name: "", message: String(error) };
  if (name === "PasswordException")
    return { code: "password-needed", detail: message };
  return { code: "damaged-file", detail: message };
}
