import { describe, expect, it } from 'vitest';
import { settings } from '../../tests/fakes/kiosk-setup.ts';
import type { Reply } from '../device/reply.ts';
import {
  codeInAddress,
  codeOf,
  faultOf,
  isWholeCode,
  lookAtCode,
  signsOf,
  spendCode,
} from './code-requests.ts';

const answer = (status: number, body: unknown): Reply => ({
  kind: 'answer',
  status,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const apiOf = (reply: Reply) => ({ get: async () => reply, post: async () => reply });

describe('a code as people type it', () => {
  it('forgives small letters, spaces and dashes, and drops signs that no code has', () => {
    expect(signsOf('ab2c-de3f')).toBe('AB2CDE3F');
    expect(signsOf(' AB2C DE3F ')).toBe('AB2CDE3F');
    expect(signsOf('AB2CDE3FGH')).toBe('AB2CDE3F');
    expect(signsOf('O0I1ab')).toBe('AB');
    expect([isWholeCode('AB2CDE3F'), isWholeCode('AB2CDE3')]).toEqual([true, false]);
  });

  it('is read from behind # only, and only when it is whole', () => {
    expect(codeOf('#enrol=AB2CDE3F')).toBe('AB2CDE3F');
    expect(codeOf('#enrol=ab2c-de3f')).toBe('AB2CDE3F');
    expect(codeOf('#enrol=AB2C')).toBeUndefined();
    expect(codeOf('')).toBeUndefined();
  });
});

describe('why nothing came of asking', () => {
  it.each<[string, Reply, string]>([
    ['the server refuses the code', answer(403, { code: 'code-refused', status: 403 }), 'code-refused'],
    ['the provider blocks', answer(403, 'blocked by your provider'), 'portal'],
    ['a portal says 200', answer(200, '<html>please sign in</html>'), 'portal'],
    ['a portal says 200 in JSON', answer(200, { ok: true }), 'portal'],
    ['the server is ill', answer(500, { code: 'internal', status: 500 }), 'busy'],
    ['the proxy has no server', answer(502, '<h1>Bad gateway</h1>'), 'busy'],
    ['the database rests', answer(503, { code: 'not-ready', status: 503 }), 'busy'],
    ['nobody answers', { kind: 'timeout' }, 'unreachable'],
    ['there is no network', { kind: 'unreachable' }, 'unreachable'],
  ])('%s', (_what, reply, kind) => {
    expect(faultOf(reply)).toEqual({ kind });
  });

  it('too many tries, with the time to wait', () => {
    const reply = answer(429, { code: 'too-many', status: 429, retryAfterSeconds: 30 });
    expect(faultOf(reply)).toEqual({ kind: 'too-many', n: 30 });
  });
});

it('a scanned code is taken from the address of the staff page and from nothing else', () => {
  const scanned = (text: string) => codeInAddress(text);
  expect(scanned('https://khaosat.example/kiosk/staff/#enrol=AB2CDE3F')).toBe('AB2CDE3F');
  expect(scanned('http://localhost:8080/kiosk/staff#enrol=ab2c-de3f')).toBe('AB2CDE3F');
  for (const other of [
    'AB2CDE3F',
    'https://khaosat.example/q/ABCDEFGHJK',
    'https://khaosat.example/kiosk/staff/',
    'https://khaosat.example/other/kiosk/staff/#enrol=AB2CDE3F',
    'https://khaosat.example/kiosk/staff/#enrol=AB2C',
  ])
    expect(scanned(other), other).toBeUndefined();
});

describe('the two requests', () => {
  const point = settings.point;
  const known = { sys: 'sipas', device: settings.device, point, tree: 'demo' };
  const enrolled = {
    sys: 'sipas',
    now: 1,
    token: 't'.repeat(43),
    settings,
    sealNo: 0,
    sealHash: '0'.repeat(64),
    sealTotal: 0,
  };
  const asked = { code: 'AB2CDE3F', key: 'k', proof: 'p' };

  it('bring a name to confirm, then a token', async () => {
    expect(await lookAtCode(apiOf(answer(200, known)), 'AB2CDE3F')).toEqual({ kind: 'known', answer: known });
    expect(await spendCode(apiOf(answer(200, enrolled)), asked)).toEqual({ kind: 'enrolled', enrolled });
  });

  it('believe no answer without the mark of the system', async () => {
    expect(await lookAtCode(apiOf(answer(200, { ...known, sys: 'wifi' })), 'AB2CDE3F')).toEqual({
      kind: 'portal',
    });
    expect(await spendCode(apiOf(answer(200, { ...enrolled, sys: undefined })), asked)).toEqual({
      kind: 'portal',
    });
  });
});
