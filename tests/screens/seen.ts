import type { Page } from '@playwright/test';

/**
 * What can be seen of a screen. All but the last run inside the page, where many screens are looked at in
 * one call, and return faults in words, none = all is well.
 */

/** Room: nothing to scroll to, tiles and other controls as large as a finger needs them (`isTablet`). */
export function roomFaults(isTablet: boolean): string[] {
  const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
  const faults: string[] = [];
  if (scrollWidth > clientWidth) faults.push(`${scrollWidth - clientWidth} px to the side`);
  if (!isTablet) return faults;
  if (scrollHeight > clientHeight) faults.push(`${scrollHeight - clientHeight} px below the screen`);
  const tiles = [...document.querySelectorAll('.tile')].map((tile) => tile.getBoundingClientRect());
  for (const [i, { width, height, left, right, top }] of tiles.entries()) {
    if (width < 120 || height < 120) faults.push(`tile ${i + 1} is ${width} × ${height}`);
    const before = tiles[i - 1];
    // half a pixel is lost where a screen is divided by five
    if (before && left - before.right < 15.5 && top - before.bottom < 15.5)
      faults.push(`tile ${i + 1} has no gap`);
    if (right > clientWidth) faults.push(`tile ${i + 1} is cut`);
  }
  for (const label of document.querySelectorAll('.tile span')) {
    const words = document.createRange();
    words.selectNodeContents(label);
    const [at, tile] = [words.getBoundingClientRect(), label.parentElement!.getBoundingClientRect()];
    if (at.left < tile.left + 2 || at.right > tile.right - 2 || at.bottom > tile.bottom)
      faults.push(`${label.textContent} leaves its tile`);
  }
  // A small speaker takes no more of an answer than its corner, and no two of them meet.
  const speakers = [...document.querySelectorAll('.answer-speaker')].map((one) =>
    one.getBoundingClientRect(),
  );
  const answers = [...document.querySelectorAll('.scale [role=radio]')].map((one) =>
    one.getBoundingClientRect(),
  );
  if (speakers.length > 0 && speakers.length !== answers.length) faults.push(`${speakers.length} speakers`);
  for (const [i, { left, right, top, bottom }] of speakers.entries()) {
    for (const [at, answer] of answers.entries()) {
      const width = Math.min(right, answer.right) - Math.max(left, answer.left);
      const height = Math.min(bottom, answer.bottom) - Math.max(top, answer.top);
      if (at !== i && width > 0 && height > 0) faults.push(`speaker ${i + 1} lies on answer ${at + 1}`);
      if (at === i && !(width > 0 && height > 0)) faults.push(`speaker ${i + 1} is not on its answer`);
      if (at === i && width > answer.width / 2) faults.push(`speaker ${i + 1} takes ${width} of its answer`);
    }
  }
  const circleOf = (one: Element, radius: number) => {
    const { left, top, width } = one.getBoundingClientRect();
    return { x: left + width / 2, y: top + width / 2, r: width * radius };
  };
  // of a face's picture the circle with its line is 0.473
  const faces = [...document.querySelectorAll('.tile .face')].map((one) => circleOf(one, 0.473));
  for (const [i, drawn] of [...document.querySelectorAll('.answer-speaker svg')].entries()) {
    const { x, y, r } = circleOf(drawn, 0.5);
    const face = faces[i];
    if (face && Math.hypot(x - face.x, y - face.y) < r + face.r)
      faults.push(`speaker ${i + 1} cuts its face`);
  }
  // capitals of 4.8 mm on a tablet of 160 dots per inch
  const headline = document.querySelector('.big .question h1');
  if (headline && Number.parseFloat(getComputedStyle(headline).fontSize) < 42)
    faults.push('the large headline is small');
  for (const control of document.querySelectorAll<HTMLElement>('button, summary, textarea, a')) {
    const { width, height } = control.getBoundingClientRect();
    if (width < 63.5 || height < 63.5)
      faults.push(`${control.innerText || control.ariaLabel} is ${width} × ${height}`);
  }
  return faults;
}

/** The five answers: their order, face, word and name, none chosen, all alike. Words by language. */
export function scaleFaults(wordsOf: Readonly<Record<string, readonly string[]>>): string[] {
  const words = wordsOf[document.documentElement.lang]!;
  const tiles = [...document.querySelectorAll<HTMLElement>('.tile')];
  const faults: string[] = [];
  const named = tiles.map((tile) => tile.innerText.replaceAll(/\s+/g, ' ').trim());
  if (String(named) !== String(words)) faults.push(`the answers are ${named.join(', ')}`);
  if (tiles.some((tile) => tile.querySelectorAll('svg.face').length !== 1)) faults.push('a face is missing');
  if (document.querySelector('[aria-checked=true]')) faults.push('an answer is chosen');
  const lefts = tiles.map((tile) => tile.getBoundingClientRect());
  if (lefts.some(({ left, top }, i) => i > 0 && left <= lefts[i - 1]!.left && top <= lefts[i - 1]!.top))
    faults.push('the answers do not go from left to right');
  const looks = tiles.map((tile) => {
    const { width, height } = tile.getBoundingClientRect();
    const { backgroundColor, borderColor, color, opacity, fontSize, animationName, filter } =
      getComputedStyle(tile);
    const face = getComputedStyle(tile.querySelector('svg')!);
    return [Math.round(width), Math.round(height), backgroundColor, borderColor, color, opacity, fontSize]
      .concat(animationName, filter, face.stroke, face.width, face.strokeWidth)
      .join();
  });
  if (new Set(looks).size > 1) faults.push(`the tiles differ: ${[...new Set(looks)].join(' | ')}`);
  return faults;
}

/** Letters: lines are 1.45 of the size or more, and two accents above a capital are cut nowhere. */
export function letterFaults(): string[] {
  const faults: string[] = [];
  const walker = document.createTreeWalker(document.getElementById('app')!, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const holder = text.parentElement!;
    const { lineHeight, fontSize, overflowY, clipPath } = getComputedStyle(holder);
    // what only ears are told, and what lies behind a sign
    if (clipPath !== 'none' || holder.closest('.hidden, [aria-hidden=true], select')) continue;
    if (Number.parseFloat(lineHeight) / Number.parseFloat(fontSize) < 1.449)
      faults.push(`lines of "${text.textContent}" are ${lineHeight} at ${fontSize}`);
    text.textContent = 'ỂỄỘẶ NGHIỄU Ưỡn';
    if (overflowY !== 'visible' && holder.scrollHeight > holder.clientHeight + 1)
      faults.push(`${holder.tagName} ${holder.className} cuts what it says`);
  }
  return faults;
}

/** Shapes that carry meaning: 3:1 against what is behind them (WCAG 1.4.11); texts are looked at by axe. */
export function shapeFaults(): string[] {
  type Colour = readonly [number, number, number, number];
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  const colourOf = (css: string): Colour => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = css;
    canvas.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = ([r, g, b, a]: Colour, under: Colour): Colour => {
    const mix = (top: number, below: number) => top * a + below * (1 - a);
    return [mix(r, under[0]), mix(g, under[1]), mix(b, under[2]), 1];
  };
  const behind = (element: Element | null): Colour => {
    if (!element) return [255, 255, 255, 1];
    const own = colourOf(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, behind(element.parentElement));
  };
  const light = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const luminance = ([r, g, b]: Colour) =>
    0.2126 * light(r / 255) + 0.7152 * light(g / 255) + 0.0722 * light(b / 255);
  const contrast = (one: Colour, other: Colour) => {
    const [dark, bright] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
    return (bright + 0.05) / (dark + 0.05);
  };
  const faults: string[] = [];
  const look = (what: string, css: string, under: Colour) => {
    const ratio = contrast(over(colourOf(css), under), under);
    if (ratio < 3) faults.push(`${what}: ${css} has ${ratio.toFixed(2)}`);
  };
  for (const control of document.querySelectorAll('button, textarea, input, summary')) {
    const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(control);
    const under = behind(control.parentElement);
    const own = colourOf(backgroundColor);
    // a filled control is seen by its filling
    if (own[3] === 1 && contrast(own, under) >= 3) continue;
    if (Number.parseFloat(borderTopWidth) > 0) look(`border of ${control.className}`, borderTopColor, under);
  }
  for (const shape of document.querySelectorAll('svg.face, svg.tick'))
    look('face', getComputedStyle(shape).stroke, behind(shape.parentElement));
  for (const dot of document.querySelectorAll('.dot'))
    look('dot', getComputedStyle(dot).borderTopColor, behind(dot.parentElement));
  for (const tile of document.querySelectorAll('.tile, .ringed'))
    look('ring', getComputedStyle(tile).getPropertyValue('--ring'), [255, 255, 255, 1]);
  return faults;
}

/** What moves. */
export const movements = (): string[] =>
  document.getAnimations().map((animation) => (animation as CSSAnimation).animationName ?? 'a transition');

/** Shares of pixels in which each two of some pictures differ clearly, the least of all pairs. */
export async function leastDifference(page: Page, pictures: readonly Buffer[]): Promise<number> {
  const sources = pictures.map((png) => `data:image/png;base64,${png.toString('base64')}`);
  return page.evaluate(async (sources) => {
    const greys = await Promise.all(
      sources.map(async (source) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = new OffscreenCanvas(96, 96).getContext('2d')!;
        canvas.filter = 'grayscale(1)';
        canvas.drawImage(image, 0, 0, 96, 96);
        return canvas.getImageData(0, 0, 96, 96).data.filter((_, i) => i % 4 === 0);
      }),
    );
    const shares = greys.flatMap((one, i) =>
      greys
        .slice(i + 1)
        .map((other) => one.filter((grey, at) => Math.abs(grey - other[at]!) > 96).length / one.length),
    );
    return Math.min(...shares);
  }, sources);
}
