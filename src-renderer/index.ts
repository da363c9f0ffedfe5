import { mount } from "svelte";
import App from "./App.svelte";
import { applyTheme } from "./app/theme";
import "./ui/fonts.css";
import "./ui/tokens.css";
import "./ui/base.css";

const target = document.getElementById("app");
if (!target) throw new Error("index.html has no #app");
applyTheme("system");
mount(App, { target });
