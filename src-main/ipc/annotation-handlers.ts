import type { Handlers, OutputOf } from "#bridge/contract/index";
import type { Failure } from "#domain/failure";
import * as operations from "../annotation/annotation-operations";
import type { AnnotationContext } from "../annotation/annotation-operations";
import { findCited } from "../interchange/cited-items";
import type { HighlightColour } from "#domain/annotation/annotation";
import { ok, type Result } from "#domain/result";
import { dialog, type BrowserWindow } from "electron";
import type { Session } from "../session";

type AnnotationHandlers = Pick<
  Handlers,
  | "annotations/list"
  | "annotations/create"
  | "annotations/change"
  | "annotations/attach"
  | "annotations/remove"
  | "annotations/restore"
  | "annotations/export"
  | "annotations/import"
>;

/** Highlights, comments and bookmarks. Every change tells the screen. */
export function annotationHandlers(
  session: Session,
  window: () => BrowserWindow | undefined,
): AnnotationHandlers {
  const { clock, onChanges, settings } = session.options;
  const withStore = async <Value>(
    task: (context: AnnotationContext) => Promise<Result<Value>>,
    changedItem?: string,
  ): Promise<Result<Value> | { ok: false; failure: Failure }> => {
    const workspace = session.workspace();
    if (!workspace.ok) return workspace;
    const { annotations: store } = workspace.value;
    const result = await task({ store, items: session.items });
    if (result.ok && changedItem !== undefined)
      onChanges({ subject: "annotations", ids: [changedItem] });
    return result;
  };
  return {
    "annotations/list": ({ item }) =>
      withStore((context) => operations.listAnnotations(context, item)),
    "annotations/create": ({ item, start, end, ...content }) =>
      withStore(
        (context) =>
          operations.createAnnotation(
            context,
            { item, start, end },
            content,
            clock(),
          ),
        item,
      ),
    "annotations/change": ({ item, id, changes }) =>
      withStore(
        (context) =>
          operations.changeAnnotation(context, item, id, changes, clock()),
        item,
      ),
    "annotations/attach": ({ item, id, start, end }) =>
      withStore(
        (context) =>
          operations.attachAnnotation(
            context,
            { item, start, end },
            id,
            clock(),
          ),
        item,
      ),
    "annotations/remove": ({ item, ids }) =>
      withStore(
        (context) => operations.removeAnnotations(context, item, ids, clock()),
        item,
      ),
    "annotations/restore": ({ item, trashed }) =>
      withStore(
        (context) => operations.restoreAnnotations(context, item, trashed),
        item,
      ),
    "annotations/export": ({ item, format }) =>
      withStore<OutputOf<"annotations/export">>(async (context) => {
        const { ANNOTATION_ENDINGS, exportAnnotations } =
          await import("../interchange/export-annotations");
        const ending = ANNOTATION_ENDINGS[format];
        const path = await askForTarget(window(), `Annotations.${ending}`);
        if (path === undefined) return ok(null);
        const options = {
          format,
          nameOf: (colour: HighlightColour) =>
            settings.get().highlightNames[colour],
          referenceOf: (id: string) => referenceOf(session, id),
          ...(item === undefined ? {} : { item }),
        };
        return exportAnnotations(context, options, path, clock());
      }),
    "annotations/import": ({ item }) =>
      withStore<OutputOf<"annotations/import">>(async (context) => {
        const { importAnnotations } =
          await import("../interchange/import-annotations");
        const path = await askForSource(window());
        if (path === undefined) return ok(null);
        const done = await importAnnotations(context, path, item, clock());
        if (done.ok)
          onChanges({ subject: "annotations", ids: done.value.items });
        return done;
      }),
  };
}

async function referenceOf(session: Session, id: string): Promise<string> {
  const cited = await findCited(session.catalogue, id);
  if (!cited.ok) return session.items.find(id)?.metadata.title ?? id;
  const { formatCitation } = await import("../interchange/format-citation");
  return formatCitation(cited.value, "apa", undefined).reference;
}

async function askForTarget(
  parent: BrowserWindow | undefined,
  defaultPath: string,
): Promise<string | undefined> {
  const options = { title: "Export annotations", defaultPath };
  const chosen = parent
    ? await dialog.showSaveDialog(parent, options)
    : await dialog.showSaveDialog(options);
  return chosen.canceled || chosen.filePath === ""
    ? undefined
    : chosen.filePath;
}

async function askForSource(
  parent: BrowserWindow | undefined,
): Promise<string | undefined> {
  const options = {
    title: "Import annotations",
    properties: ["openFile" as const],
    filters: [
      { name: "W3C annotations", extensions: ["jsonld", "json"] },
      { name: "All files", extensions: ["*"] },
    ],
  };
  const chosen = parent
    ? await dialog.showOpenDialog(parent, options)
    : await dialog.showOpenDialog(options);
  return chosen.canceled ? undefined : chosen.filePaths[0];
}
