import type { AttributionChain } from "#domain/knowledge/attribution";
import { hiddenWords } from "#domain/study/cloze";
import {
  LONGEST_SENTENCE,
  type ActorChoice,
  type IssueChoice,
} from "./passage-form";
import { readDateFields, type DateFields } from "../../../ui/edtf-fields";

/** What a form still lacks, said so that one knows what to do. */
export function positionComplaints(draft: {
  readonly actor: ActorChoice | undefined;
  readonly issue: IssueChoice | undefined;
  readonly stance: string | undefined;
  readonly date: DateFields;
  readonly statement: string;
  readonly chain: AttributionChain;
}): string[] {
  return [
    ...(draft.actor ? [] : ["Say whose position it is."]),
    ...issueComplaints(draft.issue),
    ...(draft.stance ? [] : ["Choose one of the five stances."]),
    ...dateComplaints(draft.date),
    ...sentenceComplaints(draft.statement, "the statement in one sentence"),
    ...chainComplaints(draft.chain),
  ];
}

export function eventComplaints(draft: {
  readonly title: string;
  readonly summary: string;
  readonly date: DateFields;
  readonly chain: AttributionChain;
}): string[] {
  return [
    ...(draft.title.trim() === "" ? ["Give the event a title."] : []),
    ...(draft.title.trim().length > 300
      ? ["The title is longer than 300 characters."]
      : []),
    ...(draft.summary.trim().length > LONGEST_SENTENCE
      ? [`The summary is longer than ${LONGEST_SENTENCE} characters.`]
      : []),
    ...dateComplaints(draft.date),
    ...chainComplaints(draft.chain),
  ];
}

export function cardComplaints(draft: {
  readonly form: "own-question" | "own-cloze";
  readonly question: string;
  readonly answer: string;
  readonly cloze: string;
}): string[] {
  if (draft.form === "own-cloze")
    return [
      ...sentenceComplaints(draft.cloze, "the text of the card"),
      ...(hiddenWords(draft.cloze).length > 0
        ? []
        : ["Select words to be asked for, then hide them."]),
    ];
  return [
    ...sentenceComplaints(draft.question, "the question"),
    ...sentenceComplaints(draft.answer, "the answer"),
  ];
}

function issueComplaints(issue: IssueChoice | undefined): string[] {
  if (!issue) return ["Say on which issue."];
  return issue.id === undefined && issue.question.trim() === ""
    ? ["Say what the question of the new issue is."]
    : [];
}

function dateComplaints(fields: DateFields): string[] {
  const read = readDateFields(fields);
  if (!read.ok) return [read.complaint];
  return read.date === null ? ["Say when it was; a year is enough."] : [];
}

function sentenceComplaints(text: string, what: string): string[] {
  if (text.trim() === "") return [`Write ${what}.`];
  return text.trim().length > LONGEST_SENTENCE
    ? [`Shorten ${what} to ${LONGEST_SENTENCE} characters.`]
    : [];
}

function chainComplaints(chain: AttributionChain): string[] {
  if (chain.length === 0) return ["Say who says so."];
  return chain.some(({ speaker }) => speaker.trim() === "")
    ? ["Name the speaker in every line of “Who says so”."]
    : [];
}
