import { expect, test } from 'vitest';
import { type Camera, lookForCode, type ScanFault } from './look-for-code.ts';

/** A camera that shows these pictures one after another; the next look waits until the test lets it. */
function scene(pictures: readonly (string | undefined)[], wanted: string) {
  const shown = [...pictures];
  const found: string[] = [];
  const faults: ScanFault[] = [];
  const looks: (() => void)[] = [];
  let open = 0;
  const camera: Camera = { read: () => Promise.resolve(shown.shift()), close: () => open-- };
  const deps = {
    open: () => {
      open++;
      return Promise.resolve(camera);
    },
    later: (_ms: number, call: () => void) => looks.push(call),
    onText: (text: string) => found.push(text) > 0 && text === wanted,
    onFault: (fault: ScanFault) => faults.push(fault),
  };
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return { deps, found, faults, looks, settle, isOn: () => open > 0 };
}

test('looks until the code that is wanted is in the picture, and then the camera is off', async () => {
  const { deps, found, looks, settle, isOn } = scene([undefined, 'a poster', 'the code'], 'the code');
  lookForCode(deps);
  await settle();
  expect(isOn()).toBe(true);
  while (looks.length > 0) {
    looks.shift()!();
    await settle();
  }
  expect(found).toEqual(['a poster', 'the code']);
  expect(isOn()).toBe(false);
});

test('a camera that is granted after the panel was closed is closed at once', async () => {
  const { deps, found, settle, isOn } = scene(['the code'], 'the code');
  lookForCode(deps)();
  expect(isOn()).toBe(true);
  await settle();
  expect(isOn()).toBe(false);
  expect(found).toEqual([]);
});

test.each([
  ['NotAllowedError', 'refused'],
  ['NotFoundError', 'no-camera'],
  ['NotReadableError', 'no-camera'],
  ['TypeError', 'no-reader'],
] as const)('says why nothing can be scanned: %s is %s', async (name, fault) => {
  const { deps, faults, settle } = scene([], '');
  lookForCode({ ...deps, open: () => Promise.reject(Object.assign(new Error('no'), { name })) });
  await settle();
  expect(faults).toEqual([fault]);
});

test('a reader that fails while it looks turns the camera off', async () => {
  const { deps, faults, settle } = scene([], '');
  let isOpen = true;
  const camera = { read: () => Promise.reject(new Error('broken')), close: () => (isOpen = false) };
  lookForCode({ ...deps, open: () => Promise.resolve(camera) });
  await settle();
  expect([isOpen, faults]).toEqual([false, ['no-reader']]);
});
