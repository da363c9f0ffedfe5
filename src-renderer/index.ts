import { mount } from "svelte";
import App from "./App.svelte";
import { applyTheme } from "./app/theme";
import "./ui/fonts.css";
import "./ui/tokens.css";
import "./ui/base.css";

const target = document.getElementById("app");
if (!target) throw new Error("index.html has no #app");
const asked = new URLSearchParams(location.search);
const item = asked.get("print");
if (item === null) {
  applyTheme("system");
  mount(App, { target });
} else {
  // Paper is white, whatever the screen is.
  applyTheme("light");
  const job = {
    item,
    job: Number(asked.get("job")),
    withAnnotations: asked.has("annotations"),
  };
  // No top-level await: with one, nothing can be bundled with this file that another part uses, and a start asks for 31 files.
  void import("./features/reader/print/PrintPage.svelte").then(
    ({ default: PrintPage }) => mount(PrintPage, { target, props: { job } }),
  );
}
