import type { Handlers } from "#bridge/contract/index";
import type { Failure } from "#domain/failure";
import * as operations from "../annotation/annotation-operations";
import type { AnnotationContext } from "../annotation/annotation-operations";
import type { Result } from "#domain/result";
import type { Session } from "../session";

type AnnotationHandlers = Pick<
  Handlers,
  | "annotations/list"
  | "annotations/create"
  | "annotations/change"
  | "annotations/attach"
  | "annotations/remove"
  | "annotations/restore"
>;

/** Highlights, comments and bookmarks. Every change tells the screen. */
export function annotationHandlers(session: Session): AnnotationHandlers {
  const { clock, onChanges } = session.options;
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
        (context) =>
          operations.restoreAnnotations(context, item, trashed, clock()),
        item,
      ),
  };
}
