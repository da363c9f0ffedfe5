/** Passes on numbered values from 0 on in their order, whatever the order they come in. */
export function inOrder<Value>(
  pass: (value: Value) => void,
): (number: number, value: Value) => void {
  const early = new Map<number, Value>();
  let next = 0;
  return (number, value) => {
    early.set(number, value);
    for (let due = early.get(next); due !== undefined; due = early.get(next)) {
      early.delete(next);
      next += 1;
      pass(due);
    }
  };
}
