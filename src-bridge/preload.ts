import { contextBridge, ipcRenderer, webUtils } from "electron";
import type { Bridge, Changes } from "#bridge/contract/changes";

// A sandboxed preload has no modules: the channel names stand here again and a test holds them equal to the contract's.
const bridge: Bridge = {
  request: (name, input) => ipcRenderer.invoke("aide:request", name, input),
  onChanges: (listener) => {
    const forward = (_event: unknown, changes: Changes): void =>
      listener(changes);
    ipcRenderer.on("aide:changes", forward);
    return () => ipcRenderer.off("aide:changes", forward);
  },
  pathOf: (file) => webUtils.getPathForFile(file as File),
};

contextBridge.exposeInMainWorld("aide", bridge);
