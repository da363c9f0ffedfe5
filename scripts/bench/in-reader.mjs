/** In the page: notes the time from the next key to the frame in which text of the item stands. */
export function firstText() {
  globalThis.firstTextMs = new Promise((resolve) => {
    window.addEventListener(
      "keydown",
      () => {
        const startedAt = performance.now();
        const look = () => {
          const block = document.querySelector(".block [data-start]");
          if (!block || block.getBoundingClientRect().height === 0)
            return void requestAnimationFrame(look);
          // Painted with the frame after the one in which it was laid out.
          requestAnimationFrame(() => resolve(performance.now() - startedAt));
        };
        requestAnimationFrame(look);
      },
      { capture: true, once: true },
    );
  });
}

/**
 * In the page: scrolls the text from its start to its end, two screens a frame at first and then as fast as a thrown
 * wheel, and tells the longest task of the thread meanwhile.
 */
export async function longestTaskWhileScrolling() {
  const view = document.querySelector("[data-testid=reader-scroll]");
  const { port1, port2 } = new MessageChannel();
  let [longest, last, isOver, frames] = [0, performance.now(), false, 0];
  const over50 = [];
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      over50.push(Math.round(entry.duration));
  });
  observer.observe({ type: "longtask" });
  // A message comes back once the task that ran before it is over: what lies between two is one task at most.
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) port2.postMessage(null);
  };
  port2.postMessage(null);
  await new Promise((done) => {
    const step = () => {
      frames += 1;
      view.scrollTop += 1_200;
      if (view.scrollTop + view.clientHeight >= view.scrollHeight - 2) done();
      else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
  isOver = true;
  observer.disconnect();
  return { task: Math.max(0, ...over50), gap: longest, frames, over50 };
}
