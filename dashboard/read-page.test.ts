import { expect, test } from 'vitest';
import type { Role } from '../shared/wire/overview.ts';
import { BAR_PAGES, barPageOf, maySee, type Page, readPage, writePage } from './read-page.ts';

const administrator = { role: 'administrator' } as const;
const barOf = (role: Role) => BAR_PAGES.filter((kind) => maySee({ role }, kind));

test('the address of every page leads back to it', () => {
  const pages: Page[] = [
    { kind: 'figures' },
    { kind: 'detail' },
    { kind: 'trust' },
    { kind: 'on-time' },
    { kind: 'calendar' },
    { kind: 'devices', unit: null },
    { kind: 'devices', unit: 'xã/1' },
    { kind: 'device', device: 'd 1' },
    { kind: 'new-device' },
    { kind: 'held' },
    { kind: 'rescue' },
    { kind: 'audit' },
    { kind: 'counter' },
    { kind: 'settings', id: null },
    { kind: 'days-off', id: null },
    { kind: 'consent', id: null },
    { kind: 'units', id: 'xã/1' },
  ];
  for (const page of pages) expect(readPage(writePage(page), administrator)).toEqual(page);
});

test('the address of a view of figures is the page of figures', () => {
  expect(readPage('?unit=u1&period=month-2026-11&form=full', administrator)).toEqual({ kind: 'figures' });
});

test('each role finds its own pages in the bar', () => {
  expect(barOf('administrator')).toEqual([
    'figures',
    'detail',
    'trust',
    'on-time',
    'calendar',
    'devices',
    'cases',
    'held',
    'counter',
    'paper',
    'settings',
    'audit',
  ]);
  expect(barOf('manager')).toEqual([
    'figures',
    'detail',
    'trust',
    'on-time',
    'calendar',
    'devices',
    'cases',
    'held',
    'counter',
    'paper',
    'settings',
  ]);
  expect(barOf('auditor')).toEqual(['figures', 'detail', 'trust', 'on-time', 'calendar', 'audit', 'exports']);
  expect(barOf('reader')).toEqual(['figures', 'detail', 'trust', 'on-time', 'calendar']);
  expect(barOf('staff')).toEqual(['counter', 'paper']);
});

test('an address that is not meant for the account leads to its first page, or nowhere', () => {
  expect(readPage('?page=audit', { role: 'manager' })).toEqual({ kind: 'figures' });
  expect(readPage('?page=exports', administrator)).toEqual({ kind: 'figures' });
  expect(readPage('?page=exports', { role: 'auditor' })).toEqual({ kind: 'exports' });
  expect(readPage('?page=rescue', { role: 'reader' })).toEqual({ kind: 'figures' });
  expect(readPage('?page=people', { role: 'manager' })).toEqual({ kind: 'figures' });
  expect(readPage('?page=nonsense', administrator)).toEqual({ kind: 'figures' });
  expect(readPage('?page=devices', { role: 'staff' })).toEqual({ kind: 'counter' });
});

test('a device without an id is the list, and the pages behind the list stand under it in the bar', () => {
  expect(readPage('?page=device', administrator)).toEqual({ kind: 'devices', unit: null });
  expect((['device', 'new-device', 'rescue', 'people', 'paper'] as const).map(barPageOf)).toEqual([
    'devices',
    'devices',
    'devices',
    'settings',
    'paper',
  ]);
});
