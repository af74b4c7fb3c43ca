import { expect, test } from 'vitest';
import { RESCUE_MOST_BYTES } from '../../shared/wire/rescue.ts';
import { readRescue } from './read-rescue.ts';

const fileOf = (text: string) => new File([text], 'cuu-ho.json');

test('a rescue file is told from any other file before it is sent', async () => {
  expect(await readRescue(fileOf('{"sipas":"rescue","v":1}'))).toEqual({
    kind: 'rescue',
    file: { sipas: 'rescue', v: 1 },
  });
  for (const text of ['', 'not JSON', 'null', '[]', '"rescue"', '{"sipas":"seal"}'])
    expect(await readRescue(fileOf(text))).toEqual({ kind: 'wrong' });
});

test('a file larger than the server takes is not read at all', async () => {
  const huge = { size: RESCUE_MOST_BYTES + 1, text: () => Promise.reject(new Error('read')) };
  expect(await readRescue(huge)).toEqual({ kind: 'too-large' });
});
