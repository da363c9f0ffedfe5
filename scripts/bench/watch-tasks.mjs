/**
 * In the page: looks for how long its thread is held up at a time from now on. What it returns ends the look and tells
 * the longest stretch between two turns, in milliseconds, and every task that the browser itself calls long.
 */
export function watchTasks() {
  const [everyMs, longMs] = [5, 50];
  const over50 = [];
  let [gap, last] = [0, performance.now()];
  // Between two turns of a timer lie one task or several: what is shorter than a long task is known as a bound only.
  const timer = setInterval(() => {
    const now = performance.now();
    gap = Math.max(gap, now - last - everyMs);
    last = now;
  }, everyMs);
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      over50.push(Math.round(entry.duration));
  });
  observer.observe({ type: "longtask" });
  return () => {
    for (const entry of observer.takeRecords())
      over50.push(Math.round(entry.duration));
    observer.disconnect();
    clearInterval(timer);
    const longest =
      over50.length > 0 ? Math.max(...over50) : Math.min(gap, longMs);
    return { longest, over50 };
  };
}
