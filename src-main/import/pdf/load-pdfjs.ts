type Pdfjs = typeof import("pdfjs-dist/legacy/build/pdf.mjs");

let loading: Promise<Pdfjs> | undefined;

/**
 * Loads pdf.js on first use, so that other readers do not pay for its three megabytes, with its worker's half in the
 * same thread: the process we run in is itself the one that may be killed.
 */
export function loadPdfjs(): Promise<Pdfjs> {
  return (loading ??= loadInOneThread());
}

async function loadInOneThread(): Promise<Pdfjs> {
  standIn();
  const host = process as unknown as { [Symbol.toStringTag]: string };
  const hostName = host[Symbol.toStringTag];
  // In plain Node pdf.js loads a native canvas at once, in Electron's utility process it takes itself for a browser.
  // Under any other name the process is a browser to it everywhere: one way, and no native code.
  host[Symbol.toStringTag] = "reading process";
  try {
    const worker = await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
    // Looked for by pdf.js before it tries to start a worker of its own.
    Object.assign(globalThis, { pdfjsWorker: worker });
    return await import("pdfjs-dist/legacy/build/pdf.mjs");
  } finally {
    host[Symbol.toStringTag] = hostName;
  }
}

/** What pdf.js touches of a browser while it loads. Nothing is ever drawn, so names are enough. */
function standIn(): void {
  const standIns: Record<string, unknown> = {
    navigator: { language: "en-US", platform: "", userAgent: "" },
    DOMMatrix: function DOMMatrix() {
      return;
    },
    Path2D: function Path2D() {
      return;
    },
    ImageData: function ImageData() {
      return;
    },
  };
  for (const [name, value] of Object.entries(standIns)) {
    if (name in globalThis) continue;
    Object.defineProperty(globalThis, name, {
      value,
      configurable: true,
      writable: true,
    });
  }
}
