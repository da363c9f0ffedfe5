/** A book in Markdown of about so many words, always the same. */
export function generateBook(words: number): string;
