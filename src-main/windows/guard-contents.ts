import { app, session } from "electron";
import { isOwnPage } from "./own-page";

/** Closes every way out of the window: permissions, navigation, new windows, web views, downloads and the network. */
export function guardContents(): void {
  const ours = session.defaultSession;
  ours.setPermissionRequestHandler((_contents, _permission, decide) =>
    decide(false),
  );
  ours.setPermissionCheckHandler(() => false);
  ours.setDevicePermissionHandler(() => false);
  ours.on("will-download", (event) => event.preventDefault());
  ours.setSpellCheckerEnabled(false);
  ours.webRequest.onBeforeRequest(
    {
      urls: ["http://*/*", "https://*/*", "ws://*/*", "wss://*/*", "ftp://*/*"],
    },
    (_details, decide) => decide({ cancel: true }),
  );
  app.on("web-contents-created", (_event, contents) => {
    contents.on("will-navigate", (event) => {
      if (!isOwnPage(event.url)) event.preventDefault();
    });
    contents.on("will-redirect", (event) => event.preventDefault());
    contents.on("will-attach-webview", (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: "deny" }));
  });
}
