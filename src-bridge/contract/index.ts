import type { Result } from "#domain/result";
import { annotations } from "./annotations";
import { app } from "./app";
import { catalogue } from "./catalogue";
import { citations } from "./citations";
import type { InputOfShape, OutputOfShape } from "./define";
import { importing } from "./import";
import { knowledge } from "./knowledge";
import { library } from "./library";
import { notes } from "./notes";
import { ownKnowledge } from "./own-knowledge";
import { printing } from "./printing";
import { search } from "./search";
import { settings } from "./settings";
import { study } from "./study";

/** Every request the screen can make, by name. */
export const contract = {
  ...app,
  ...library,
  ...importing,
  ...catalogue,
  ...citations,
  ...knowledge,
  ...study,
  ...notes,
  ...ownKnowledge,
  ...annotations,
  ...printing,
  ...search,
  ...settings,
};

export type Contract = typeof contract;
export type RequestName = keyof Contract;
export type InputOf<Name extends RequestName> = InputOfShape<Contract[Name]>;
export type OutputOf<Name extends RequestName> = OutputOfShape<Contract[Name]>;

/** One handler for each request: a missing one does not compile. */
export type Handlers = {
  readonly [Name in RequestName]: (
    input: InputOf<Name>,
  ) => Result<OutputOf<Name>> | Promise<Result<OutputOf<Name>>>;
};
