/**
 * The name of the part a target leads to, seen from another part (ECMA-376 part 2, 6.5): `../media/a.png` from
 * `word/document.xml` is `media/a.png`. Names are keys of an archive and never paths of a disk.
 */
export function resolvePartName(from: string, target: string): string {
  const decoded = withoutEscapes(target.replace(/[?#].*$/su, ""));
  const steps = decoded.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const step of decoded.replace(/\\/gu, "/").split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

function withoutEscapes(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
