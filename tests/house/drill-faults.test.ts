import { expect, test } from 'vitest';
import { POSTGRES_OFF, RELAXED, SQLITE_NORMAL, UNFLUSHED, UNORDERED } from '../drills/faults.ts';
import { readText } from './source-files.ts';

test.each([RELAXED, ...UNFLUSHED, SQLITE_NORMAL, UNORDERED, ...POSTGRES_OFF])(
  'the fault of the drills "$to" fits the sources as they are',
  ({ file, from }) => {
    expect(readText(file).split(from)).toHaveLength(2);
  },
);
