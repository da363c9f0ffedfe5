import type { GenericSchema, InferOutput } from "valibot";

/** One request: the schema its input is checked against, and the type of what is replied. */
export interface RequestShape<
  Schema extends GenericSchema = GenericSchema,
  Output = unknown,
> {
  readonly input: Schema;
  /** Never set: carries the output's type for the compiler. */
  readonly output?: Output;
}

/** Declares a request: `request(inputSchema).returns<Output>()`. */
export function request<Schema extends GenericSchema>(
  input: Schema,
): { returns<Output>(): RequestShape<Schema, Output> } {
  return { returns: () => ({ input }) };
}

export type InputOfShape<Shape> =
  Shape extends RequestShape<infer Schema, unknown>
    ? InferOutput<Schema>
    : never;
export type OutputOfShape<Shape> =
  Shape extends RequestShape<GenericSchema, infer Output> ? Output : never;
