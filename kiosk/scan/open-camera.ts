import { type LoadScript, openCodeReader } from './code-reader.ts';
import type { Camera } from './look-for-code.ts';

/** Enough points for a code held at arm's length; every camera has it or takes what is nearest. */
const PICTURE = { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } };

/** The camera at the back, seen in a video element. Pictures stay in the page: none is kept, none is sent. */
export async function openCamera(video: HTMLVideoElement, load: LoadScript): Promise<Camera> {
  // Absent where the page may not use a camera, whatever its type says.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) throw new DOMException('', 'NotFoundError');
  const read = await openCodeReader(load);
  const stream = await devices.getUserMedia({ video: PICTURE, audio: false });
  const close = () => {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  video.srcObject = stream;
  try {
    await video.play();
  } catch (error) {
    close();
    throw error;
  }
  return { read: () => (video.videoWidth > 0 ? read(video) : Promise.resolve(undefined)), close };
}
