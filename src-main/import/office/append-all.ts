/** Appends a list to another, however long: spread arguments end at about 100,000, where the stack does. */
export function appendAll<Each>(to: Each[], all: readonly Each[]): void {
  for (const each of all) to.push(each);
}
