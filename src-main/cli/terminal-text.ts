// Names of files and words of texts are written by others: they must not move the cursor, set a title or begin a line.
// eslint-disable-next-line no-control-regex -- these are what it is about
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/gu;
const BREAKS = /[\t\n]/gu;

/** A line for a terminal: control characters as JSON escapes them, so that lines of JSON stay what they are. */
export function terminalText(line: string): string {
  return line.replace(CONTROLS, escaped);
}

/** One of the fields of a line, which tabs set apart. */
export function terminalField(text: string): string {
  return text.replace(BREAKS, escaped);
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
