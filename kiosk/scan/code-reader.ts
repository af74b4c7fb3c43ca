/** What reads a code in the picture that a camera shows now; undefined while there is none in it. */
export type CodeReader = (video: HTMLVideoElement) => Promise<string | undefined>;

/** Brings our own reader: from beside the page where there is a network, from the page itself where there may be none. */
export type LoadScript = () => Promise<typeof import('./read-qr.ts')>;

/** The platform's own reader, which TypeScript does not know yet. Android has it; Safari, Firefox and Linux do not. */
interface NativeReader {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
interface NativeReaderClass {
  new (options: { readonly formats: readonly string[] }): NativeReader;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** The script takes 38 ms for a picture of 640 by 480, and a code that fills half of it is read at this width. */
const SCRIPT_WIDTH = 640;

async function nativeReader(): Promise<NativeReader | undefined> {
  const Native = (globalThis as { readonly BarcodeDetector?: NativeReaderClass }).BarcodeDetector;
  const formats = (await Native?.getSupportedFormats().catch(() => [])) ?? [];
  return Native && formats.includes('qr_code') ? new Native({ formats: ['qr_code'] }) : undefined;
}

async function scriptReader(load: LoadScript): Promise<CodeReader> {
  const { readQr } = await load();
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  return (video) => {
    const scale = Math.min(1, SCRIPT_WIDTH / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    return Promise.resolve(readQr(context.getImageData(0, 0, canvas.width, canvas.height)));
  };
}

/** The platform's reader, else our own. */
export async function openCodeReader(load: LoadScript): Promise<CodeReader> {
  const native = await nativeReader();
  if (!native) return scriptReader(load);
  let byScript: CodeReader | undefined;
  return async (video) => {
    if (byScript) return byScript(video);
    try {
      return (await native.detect(video))[0]?.rawValue || undefined;
    } catch {
      // Some systems name the reader and have no service behind it ("Barcode detection service unavailable").
      byScript = await scriptReader(load);
      return undefined;
    }
  };
}
