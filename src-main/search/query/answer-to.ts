import type { Answers } from "../protocol";

/** The ids that main gave for what was asked; none where it gave nothing. */
export function answerTo(answers: Answers, asked: string): readonly string[] {
  return answers.find(([each]) => each === asked)?.[1] ?? [];
}
