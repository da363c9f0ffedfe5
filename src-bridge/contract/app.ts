import * as v from "valibot";
import { request } from "./define";

/** About the program itself. */
export const app = {
  /** The library screen has been painted: background work may begin. */
  "app/shown": request(v.strictObject({})).returns<null>(),
  "app/window-state": request(v.strictObject({})).returns<{
    readonly isFullScreen: boolean;
  }>(),
  "app/set-full-screen": request(
    v.strictObject({ isOn: v.boolean() }),
  ).returns<null>(),
  /** What is running: shown in Settings. */
  "app/about": request(v.strictObject({})).returns<About>(),
};

export interface About {
  readonly version: string;
  readonly runtime: string;
  readonly userData: string;
}
