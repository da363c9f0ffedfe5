/** How far from the view a run counts as near, so that it is drawn before it is seen. */
const NEAR = "60% 0px";

/** What is done with runs of text as they come near the view, change, and go. */
export interface RunWatcher {
  /** A run is near, or what stands in it changed. */
  readonly draw: (run: HTMLElement) => void;
  /** A run is not near any more. */
  readonly erase: (run: HTMLElement) => void;
}

/**
 * Follows which runs of a text are near the view and when their text nodes change, whoever changes them. Many changes
 * in one turn are one call in the next frame. Returns how to stop.
 */
export function followNearRuns(
  article: HTMLElement,
  view: HTMLElement | null,
  { draw, erase }: RunWatcher,
): () => void {
  const near = new Set<HTMLElement>();
  const dirty = new Set<HTMLElement>();
  let frame = 0;
  const drawSoon = (run: HTMLElement): void => {
    dirty.add(run);
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      for (const each of dirty) if (near.has(each)) draw(each);
      dirty.clear();
    });
  };
  const watched = new Set<HTMLElement>();
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const run = target as HTMLElement;
        if (isIntersecting) {
          near.add(run);
          drawSoon(run);
        } else if (near.delete(run)) erase(run);
      }
    },
    { root: view, rootMargin: NEAR },
  );
  const watchRuns = (): void => {
    for (const run of article.querySelectorAll<HTMLElement>(".run"))
      if (!watched.has(run)) {
        watched.add(run);
        seen.observe(run);
      }
    for (const run of watched)
      if (!run.isConnected) {
        watched.delete(run);
        seen.unobserve(run);
        if (near.delete(run)) erase(run);
      }
  };
  const changed = new MutationObserver((records) => {
    let runsChanged = false;
    for (const { target, type } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      const run = element?.closest<HTMLElement>(".run");
      if (run) drawSoon(run);
      else if (type === "childList") runsChanged = true;
    }
    if (runsChanged) watchRuns();
  });
  watchRuns();
  changed.observe(article, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  return () => {
    cancelAnimationFrame(frame);
    changed.disconnect();
    seen.disconnect();
    for (const run of near) erase(run);
  };
}
