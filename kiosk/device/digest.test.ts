import { expect, it } from 'vitest';
import { digest } from './digest.ts';
import { sha256 } from './sha256.ts';

it("agrees with the phone's own code, with a salt and without", async () => {
  const salt = Uint8Array.from({ length: 16 }, (_, i) => 255 - i);
  expect(await digest('Góp ý')).toBe(sha256('Góp ý'));
  expect(await digest('Góp ý', salt)).toBe(sha256('Góp ý', salt));
});
