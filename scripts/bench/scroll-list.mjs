/**
 * In the page: scrolls the list of items, two screens a frame for a while and then in throws of a hundred screens, until
 * so many frames have passed.
 *
 * @param {number} frames
 */
export async function scrollList(frames) {
  const list = document.querySelector("[data-testid=item-list]");
  await new Promise((done) => {
    let frame = 0;
    const step = () => {
      frame += 1;
      const screens = frame % 40 < 30 ? 2 : 100;
      const most = list.scrollHeight - list.clientHeight;
      list.scrollTop =
        list.scrollTop >= most
          ? 0
          : list.scrollTop + screens * list.clientHeight;
      if (frame >= frames) done();
      else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
}
