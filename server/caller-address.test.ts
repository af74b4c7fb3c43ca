import { expect, test } from 'vitest';
import { callerBehind, isNetwork } from './caller-address.ts';
import { ConfigFault, readConfig } from './config.ts';

const trusting =
  (...known: string[]) =>
  (address: string) =>
    known.includes(address);

test.each([
  // nobody but a known proxy may say who sent a request
  ['203.0.113.7', '198.51.100.1', [], '203.0.113.7'],
  ['127.0.0.1', '198.51.100.1', ['127.0.0.1'], '198.51.100.1'],
  // what the sender wrote itself stands in front of what the proxy heard
  ['127.0.0.1', '10.0.0.1, 198.51.100.1', ['127.0.0.1'], '198.51.100.1'],
  ['127.0.0.1', 'spoofed, 198.51.100.1, 10.1.1.1', ['127.0.0.1', '10.1.1.1'], '198.51.100.1'],
  ['127.0.0.1', undefined, ['127.0.0.1'], '127.0.0.1'],
  ['127.0.0.1', ' , ', ['127.0.0.1'], '127.0.0.1'],
])('from %s with "%s", trusting %j, the caller is %s', (address, forwarded, known, caller) => {
  expect(callerBehind(address, forwarded, trusting(...known))).toBe(caller);
});

test('proxies are named by address or network, and anything else stops the start', () => {
  expect(['10.1.2.3', '10.1.0.0/16', '2001:db8::/32', '::1'].filter((text) => !isNetwork(text))).toEqual([]);
  expect(['proxy', '10.1.0.0/33', '10.1.0.0/', '1.2.3.4/8/8', '/8', ''].filter(isNetwork)).toEqual([]);
  expect(readConfig({ TRUSTED_PROXIES: '10.1.2.3, 10.2.0.0/16' }).trustedProxies).toEqual([
    '10.1.2.3',
    '10.2.0.0/16',
  ]);
  expect(readConfig({}).trustedProxies).toEqual([]);
  expect(() => readConfig({ TRUSTED_PROXIES: 'everybody' })).toThrow(ConfigFault);
});
