import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import yauzl from "yauzl";

const openZip = /** @type {Function} */ (promisify(yauzl.open));

/**
 * Unpacks the entries that `place` wants. yauzl itself and not extract-zip,
 * which unpacks everything or nothing. yauzl refuses names that climb out.
 *
 * @param {string} archive
 * @param {string} folder
 * @param {(name: string) => string | undefined} place where an entry goes inside `folder`; undefined leaves it out
 */
export async function unzip(archive, folder, place) {
  const zip = await openZip(archive, { lazyEntries: true });
  const openEntry = promisify(zip.openReadStream.bind(zip));
  await new Promise((resolve, reject) => {
    zip.on("error", reject);
    zip.on("end", resolve);
    zip.on("entry", async (/** @type {any} */ entry) => {
      try {
        const target = place(entry.fileName);
        if (target && !target.endsWith("/")) {
          await write(path.join(folder, target), entry, openEntry);
        }
        zip.readEntry();
      } catch (error) {
        zip.close();
        reject(error);
      }
    });
    zip.readEntry();
  });
}

/**
 * @param {string} file
 * @param {any} entry
 * @param {Function} openEntry
 */
async function write(file, entry, openEntry) {
  const mode = (entry.externalFileAttributes >>> 16) & 0o777 || 0o644;
  await mkdir(path.dirname(file), { recursive: true });
  await pipeline(await openEntry(entry), createWriteStream(file, { mode }));
}
