/** Whether a text ends as sentences do. */
export function endsSentence(text: string): boolean {
  return /[.!?:;。！？：；؟۔।…]["”’»)\]’“*\d]*$/u.test(text.trimEnd());
}

/** Whether a text goes on from something before it. */
export function startsLower(text: string): boolean {
  return /^["“‘«(]?\p{Ll}/u.test(text);
}

/** Whether a text breaks off inside a word. */
export function endsInHyphen(text: string): boolean {
  return /\p{L}[-\u00AD‐]$/u.test(text);
}

/** Whether a line of a table of contents leads to its page by dots. */
export function hasLeader(text: string): boolean {
  return /(?:[.·…]\s?){5,}\s*\S{0,8}$/u.test(text);
}

const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー。、「」（），：；]/u;

/** Whether the script of that letter is written without spaces between words. */
export function isUnspaced(letter: string): boolean {
  return UNSPACED.test(letter);
}
