import { expect, test } from 'vitest';
import { openOffice, signInAs } from '../../tests/fakes/office.ts';
import type { AuditPage, NewCode } from '../../shared/wire/manage.ts';

test('the audit log names devices, places and people, never by an id that still has a name', async () => {
  const office = await openOffice();
  const cookie = await signInAs(office, 'administrator');
  const body = { name: 'Ki-ốt cửa vào', point: office.point };
  const made = (await (await office.call('/api/v1/devices', { cookie, body })).json()) as NewCode;
  const move = { point: office.point, from: '2026-11-21' };
  await office.call(`/api/v1/devices/${made.device}/move`, { cookie, body: move });
  const { lines } = (await (await office.call('/api/v1/audit', { cookie })).json()) as AuditPage;
  const lineOf = (what: string) => lines.find((line) => line.what === what)!;
  expect(lineOf('device-added')).toMatchObject({
    who: 'administrator',
    role: 'administrator',
    details: { name: 'Ki-ốt cửa vào' },
  });
  expect(lineOf('device-moved').details).toMatchObject({
    to: 'Trung tâm Phục vụ hành chính công xã Thử Nghiệm',
  });
  expect(JSON.stringify(lines.map(({ details }) => details))).not.toContain(office.point);
});
