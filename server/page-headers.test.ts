import type { Hono } from 'hono';
import { beforeAll, expect, test } from 'vitest';
import { type Office, openOffice, PASSWORD } from '../tests/fakes/office.ts';
import { buildApp } from './app.ts';
import { newAccountLink } from './set-up.ts';

/** A server behind HTTPS, as a real unit runs it. */
let office: Office;
let app: Hono;
beforeAll(async () => {
  office = await openOffice();
  const { store, random, keys } = office;
  const publicUrl = 'https://khaosat.example';
  app = buildApp({
    store,
    random,
    keys,
    publicUrl,
    clock: () => office.now,
    log: () => {},
    assets: undefined,
  });
});
const PAGES = [
  '/',
  '/q',
  '/q/ABCDEFGHJK',
  '/kiosk/',
  '/dashboard/',
  '/healthz',
  '/nowhere',
  '/api/v1/session',
];

test.each(PAGES)('%s says how a browser must treat it', async (path) => {
  const { headers } = await app.request(`https://khaosat.example${path}`);
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  const policy = headers.get('content-security-policy') ?? '';
  for (const part of ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
    expect(policy).toContain(part);
  }
  expect(policy).not.toMatch(/unsafe|\*|http:/);
  for (const name of ['clear-site-data', 'server', 'x-powered-by']) expect(headers.has(name)).toBe(false);
});

test('only the pages on which staff scan a code may ask for the camera', async () => {
  const cameraOn = async (path: string) =>
    (await app.request(`https://khaosat.example${path}`)).headers.get('permissions-policy');
  for (const path of PAGES) expect(await cameraOn(path), path).toMatch(/^camera=\(\), microphone=\(\)/);
  for (const path of ['/kiosk/staff/', '/kiosk/interview/'])
    expect(await cameraOn(path)).toMatch(/^camera=\(self\), microphone=\(\)/);
});

test('over HTTPS the session cookie belongs to this host alone, and no script reads it', async () => {
  const link = { kind: 'account', subject: office.unit, at: office.now, livesMs: 60_000 } as const;
  const secret = await office.store.write((tx) => newAccountLink(tx, link, office.random));
  const ask = (method: string, path: string, cookie?: string, body?: object) =>
    app.request(`https://khaosat.example${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
        ...(cookie && { cookie }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  const body = { secret, login: 'lan.nguyen', name: 'Lan', password: PASSWORD };
  const answer = await ask('POST', '/api/v1/invitations/accept', undefined, body);
  const set = answer.headers.get('set-cookie')!;
  expect(set).toMatch(/^__Host-sipas=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  const token = /=([\w-]{43})/.exec(set)![1]!;
  const statusWith = async (cookie: string) =>
    (await ask('POST', '/api/v1/session/second-factor', cookie)).status;
  // the name of plain addresses is not taken: a sibling host could set it
  expect(await statusWith(`sipas=${token}`)).toBe(401);
  expect(await statusWith(`__Host-sipas=${token}`)).toBe(200);
  const out = await ask('DELETE', '/api/v1/session', `__Host-sipas=${token}`);
  expect(out.headers.get('set-cookie')).toMatch(/^__Host-sipas=; Max-Age=0; Path=\/; HttpOnly; Secure/);
  expect(await statusWith(`__Host-sipas=${token}`)).toBe(401);
});
