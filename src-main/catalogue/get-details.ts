import type { ItemDetails } from "#bridge/contract/catalogue";
import { fail, ok, type Result } from "#domain/result";
import { correctedFields } from "../library/item-record";
import type { Catalogue } from "./catalogue";
import { rowOf } from "./query-items";

/** Everything about an item, with where it came from. Failures: `not-found`, `read-failed`. */
export async function getDetails(
  catalogue: Catalogue,
  wanted: string,
): Promise<Result<ItemDetails>> {
  const index = await catalogue.index();
  const id = catalogue.keptFor(wanted);
  const entry = index.find(id);
  if (!entry) return fail({ code: "not-found", kind: "item", id: wanted });
  const { user } = catalogue.options;
  const row = {
    ...rowOf(catalogue, entry),
    collections: catalogue.memberships().of(id),
  };
  if (catalogue.isBundled(id) || !user) {
    const { publisher, url } = user?.corrections.find(id)?.corrections ?? {};
    return ok({ ...row, ...given({ publisher, url }), extra: {} });
  }
  const record = await user.items.getRecord(id);
  if (!record.ok) return record;
  const { source, format, importedAt, readerVersion, warnings, extra } =
    record.value;
  const { publisher, url } = correctedFields(record.value);
  return ok({
    ...row,
    ...given({ publisher, url }),
    provenance: {
      fileName: source.fileName,
      format,
      bytes: source.bytes,
      sha256: source.sha256,
      importedAt,
      readerVersion,
      warnings,
    },
    extra,
  });
}

function given(fields: {
  readonly publisher?: string | null | undefined;
  readonly url?: string | null | undefined;
}): { publisher?: string; url?: string } {
  return {
    ...(fields.publisher ? { publisher: fields.publisher } : {}),
    ...(fields.url ? { url: fields.url } : {}),
  };
}
