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
  const { default: PrintPage } =
    await import("./features/reader/print/PrintPage.svelte");
  const job = {
    item,
    job: Number(asked.get("job")),
    withAnnotations: asked.has("annotations"),
  };
  mount(PrintPage, { target, props: { job } });
}
