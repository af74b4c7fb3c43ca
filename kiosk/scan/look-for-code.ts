/** The course of a scan: camera on, a look every few moments, camera off as soon as it is not needed. */

export type ScanFault = 'refused' | 'no-camera' | 'no-reader';

export interface Camera {
  /** What is in the picture now; undefined where no code is. */
  readonly read: () => Promise<string | undefined>;
  readonly close: () => void;
}

export interface ScanDeps {
  /** Rejects with the browser's own error when there is no camera to be had. */
  readonly open: () => Promise<Camera>;
  readonly later: (ms: number, call: () => void) => void;
  /** True when the text is what was looked for: then the scan ends. */
  readonly onText: (text: string) => boolean;
  readonly onFault: (fault: ScanFault) => void;
}

/** A hand holds a telephone still for longer than this, and between two looks the page stays awake to touches. */
export const LOOK_EVERY_MS = 150;

const faultOf = (error: unknown): ScanFault => {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotFoundError' || name === 'NotReadableError' || name === 'OverconstrainedError'
    ? 'no-camera'
    : 'no-reader';
};

/** Looks until something is found; what is returned ends it. A camera that comes after the end is closed at once. */
export function lookForCode(deps: ScanDeps): () => void {
  let camera: Camera | undefined;
  let isOver = false;
  function end(): void {
    isOver = true;
    camera?.close();
    camera = undefined;
  }
  async function look(): Promise<void> {
    if (isOver || !camera) return;
    const text = await camera.read();
    if (isOver) return;
    if (text !== undefined && deps.onText(text)) end();
    else deps.later(LOOK_EVERY_MS, () => void look().catch(fail));
  }
  function fail(error: unknown): void {
    if (isOver) return;
    end();
    deps.onFault(faultOf(error));
  }
  deps
    .open()
    .then((opened) => {
      camera = opened;
      if (isOver) end();
      return look();
    })
    .catch(fail);
  return end;
}
