import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'uqr';

/** A camera that looks at QR codes: a film of one raw picture, which Chromium plays in the place of a camera. */
export interface FakeCamera {
  /** For the start of the browser. */
  readonly args: readonly string[];
  /** What lies before the camera when it is opened the next time; null = a white sheet. */
  show(text: string | null): void;
  remove(): void;
}

const WIDTH = 640;
const HEIGHT = 480;
const WHITE = 235;
const BLACK = 16;

export function createFakeCamera(): FakeCamera {
  const folder = mkdtempSync(join(tmpdir(), 'sipas-camera-'));
  const film = join(folder, 'film.y4m');
  const camera: FakeCamera = {
    args: [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
    show: (text) => writeFileSync(film, filmOf(text)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  camera.show(null);
  return camera;
}

/** YUV4MPEG2: a line of text, then for each picture brightness, and colour at half the size (128 = none). */
function filmOf(text: string | null): Buffer {
  const light = Buffer.alloc(WIDTH * HEIGHT, WHITE);
  if (text !== null) drawCode(light, text);
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const picture = Buffer.concat([Buffer.from('FRAME\n'), light, colour]);
  return Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420\n`),
    picture,
    picture,
  ]);
}

function drawCode(light: Buffer, text: string): void {
  const { data, size } = encode(text);
  // about as much of the picture as a hand gives it
  const module = Math.floor((HEIGHT * 0.8) / size);
  const [left, top] = [(WIDTH - size * module) >> 1, (HEIGHT - size * module) >> 1];
  for (let y = 0; y < size * module; y++) {
    const row = data[Math.floor(y / module)]!;
    for (let x = 0; x < size * module; x++)
      if (row[Math.floor(x / module)]) light[(top + y) * WIDTH + left + x] = BLACK;
  }
}
