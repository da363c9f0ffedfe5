import fc from "../../node_modules/fast-check/lib/fast-check.js";

/**
 * What every test file gets as `fast-check`: each run tries the same inputs, so that a change is judged by itself and
 * not by luck. `AIDE_SEED=random` or a number tries others; a property that fails prints its own seed.
 */
const asked = process.env["AIDE_SEED"] ?? "20261124";
fc.configureGlobal(asked === "random" ? {} : { seed: Number(asked) });

export * from "../../node_modules/fast-check/lib/fast-check.js";
export default fc;
