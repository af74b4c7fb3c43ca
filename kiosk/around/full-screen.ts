const APP = '(display-mode: fullscreen), (display-mode: standalone)';

/**
 * The whole screen from the first touch on, where the browser offers it; an installed app has it already. A mouse is
 * somebody's who looks at a demo and wants to keep the window.
 */
export function takeFullScreen(page: HTMLElement): void {
  addEventListener('pointerup', ({ pointerType }) => {
    if (pointerType !== 'touch' || matchMedia(APP).matches) return;
    const ask = page.requestFullscreen as typeof page.requestFullscreen | undefined;
    void ask?.call(page, { navigationUI: 'hide' }).catch(() => {});
  });
}
