/** Lays the small speakers over the answers as the page has drawn them, and the ring around the one that is read out. */

const SIZE = 64;
/** Out of the way of the face and of the words. */
const ASIDE = 6;
/** Wider than high is an answer of one line: its speaker stands at its end, left of the tick. */
const isLine = (box: DOMRect) => box.width > 3 * box.height;

function move(element: HTMLElement, left: number, top: number): void {
  Object.assign(element.style, { left: `${left + scrollX}px`, top: `${top + scrollY}px` });
}

export function placeAnswerSpeakers(
  over: HTMLElement,
  answers: readonly HTMLElement[],
  read: HTMLElement | undefined,
): void {
  const speakers = over.querySelectorAll<HTMLElement>('.answer-speaker');
  answers.forEach((answer, i) => {
    const box = answer.getBoundingClientRect();
    const isPlain = answer.classList.contains('no-opinion');
    const middle = box.top + (box.height - SIZE) / 2;
    const speaker = speakers[i];
    if (!speaker) return;
    if (isLine(box) && !isPlain) move(speaker, box.right - SIZE - 48, middle);
    else move(speaker, box.left - ASIDE, isPlain ? middle : box.top - ASIDE);
  });
  const ring = over.querySelector<HTMLElement>('.answer-ring');
  if (!ring) return;
  ring.hidden = !read;
  if (!read) return;
  const { left, top, width, height } = read.getBoundingClientRect();
  move(ring, left, top);
  Object.assign(ring.style, {
    width: `${width}px`,
    height: `${height}px`,
    borderRadius: getComputedStyle(read).borderRadius,
  });
}
