import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Questionnaire } from '../../shared/questionnaire.ts';
import type { Offices, PhoneVisit } from '../../shared/wire/phone-visit.ts';
import { loadAssets } from '../../server/assets.ts';
import { distFolder } from './built.ts';

/** The module that the build makes of the own phone's first screen, as the server calls it. */
const { firstScreen } = loadAssets(distFolder);

const questionnaire = JSON.parse(
  readFileSync(new URL('../../server/questionnaires/sp39-1.json', import.meta.url), 'utf8'),
) as Questionnaire;
const place: PhoneVisit['place'] = {
  tree: 'real',
  point: { id: 'p', name: { vi: 'Quầy 3 <b>"Hộ tịch"</b>', en: 'Counter 3' } },
  unit: { id: 'u', name: { vi: 'Xã Sơn Khê', en: 'Sơn Khê commune' }, kind: 'xa' },
  campaign: 'c',
  questionnaire: { id: 'sp39', version: 1 },
  form: 'express',
  authority: null,
  fields: [],
};
const visit = (change: Partial<PhoneVisit['place']> = {}) => ({
  place: { ...place, ...change },
  questionnaire,
  items: [0, 24, 28, 31, 34, 37, 9, 21],
  now: 0,
  languages: ['vi', 'en'] as const,
  code: '2222222222',
});
const offices: Offices = { tree: 'real', find: '', above: [], units: [], points: [], isCut: false };

test('the first question stands there whole before any script: place, text, five words in their order, no opinion', () => {
  const html = firstScreen(visit());
  const texts = html.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|');
  const { headline, text } = questionnaire.overall;
  const point = 'Quầy 3 &lt;b&gt;&quot;Hộ tịch&quot;&lt;/b&gt;';
  const inOrder = [
    point,
    '1/8|Kết thúc',
    `${headline.vi}|${text.vi.replace('{point}', point)}`,
    'Rất không hài lòng|Không hài lòng|Bình thường|Hài lòng|Rất hài lòng|Không có ý kiến',
    'Xã Sơn Khê – Quầy 3',
    'Không đúng?',
    'Ý kiến được dùng như thế nào?',
  ];
  // what follows is looked for behind what came before
  const rest = inOrder.reduce((left, wanted) => {
    expect(left).toContain(wanted);
    return left.slice(left.indexOf(wanted) + wanted.length);
  }, texts);
  expect(rest).toContain('Trang này không bao giờ hỏi họ tên');
  expect(html.match(/role="radio" aria-checked="false"/g)).toHaveLength(6);
});

test('where people come for several things, the first screen asks which', () => {
  const field = (code: string, name: string) => ({ code, name: { vi: name, en: name } });
  const html = firstScreen(visit({ fields: [field('ht', 'Hộ tịch'), field('ct', 'Chứng thực')] }));
  expect(html).toContain('Hôm nay Ông/Bà đến giải quyết việc gì?');
  expect(html.match(/class="choice"/g)).toHaveLength(2);
});

test('no name of a unit becomes an element or ends an attribute', () => {
  const html = firstScreen(visit());
  expect(html).toContain('Quầy 3 &lt;b&gt;&quot;Hộ tịch&quot;&lt;/b&gt;');
  const typed = firstScreen({ sorry: 'bad-code', typed: '"><script>', offices });
  expect(typed).toContain('value="&quot;&gt;&lt;script&gt;"');
  expect(typed).not.toContain('<script');
});

test('offices are links and forms: names, and no code', () => {
  const name = (vi: string) => ({ vi, en: vi });
  const html = firstScreen({
    sorry: 'no-code',
    typed: '',
    offices: {
      ...offices,
      tree: 'demo',
      units: [{ id: 'u 1', name: name('Phường Đông Lâm') }],
      points: [{ id: 'p/1', name: name('Quầy 1'), of: name('Xã Sơn Khê') }],
    },
  });
  expect(html).toContain('href="/q/?tree=demo&amp;at=u+1#choose"');
  expect(html).toContain('href="/q/at/p%2F1"');
  expect(html).toContain('DỮ LIỆU MINH HỌA');
});
