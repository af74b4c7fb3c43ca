/** Pixels of the official wording, largest first: 42 are capitals of 4.8 mm on a tablet of 160 dots per inch. */
const SIZES = [42, 38, 35, 32, 29, 27, 25, 23];

export interface BigText {
  isOn(): boolean;
  turn(isOn: boolean): void;
}

/**
 * Big letters: everything grows with the one size of the page, and the official wording gets the largest size at which
 * the question still stands on one screen, so that nobody has to scroll for an answer.
 */
export function bigText(page: HTMLElement, root: Element): BigText {
  let isOn = false;
  const overflows = () => page.scrollHeight > page.clientHeight;
  function fit(): void {
    if (!isOn) return;
    for (const size of SIZES) {
      page.style.setProperty('--official', `${size}px`);
      if (!overflows()) return;
    }
  }
  // Heard of before the next frame, so that nobody sees a size being tried.
  new MutationObserver(fit).observe(root, { childList: true, characterData: true, subtree: true });
  addEventListener('resize', fit);
  return {
    isOn: () => isOn,
    turn(wanted) {
      isOn = wanted;
      page.classList.toggle('big', isOn);
      fit();
    },
  };
}
