import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from '../shared/wire/first-run.ts';

/** Provinces and communes of the bundled list. */
export interface CataloguePlace extends Place {
  /** Code of the province; '' of a province. */
  readonly parent: string;
}

const FILE = join(import.meta.dirname, 'catalogue', 'vn-administrative-units-2026-07.csv');

const KINDS: Readonly<Record<string, { readonly kind: string; readonly en: string }>> = {
  Tỉnh: { kind: 'tinh', en: 'Province' },
  'Thành phố': { kind: 'thanh_pho', en: 'City' },
  Xã: { kind: 'xa', en: 'Commune' },
  Phường: { kind: 'phuong', en: 'Ward' },
  'Đặc khu': { kind: 'dac_khu', en: 'Special Zone' },
};

/** The list has no dates: there have been two levels, and these units, since this day. */
export const TWO_LEVELS_SINCE = '2025-07-01';

let read: readonly CataloguePlace[] | undefined;

export function allPlaces(): readonly CataloguePlace[] {
  read ??= readFileSync(FILE, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [level = '', code = '', parent = '', word = '', vi = '', en = ''] = line.split(',');
      const { kind, en: enWord } = KINDS[word]!;
      return {
        code,
        parent: level === 'province' ? '' : parent,
        kind,
        name: { vi: `${word} ${vi}`, en: `${en} ${enWord}` },
      };
    });
  return read;
}

/** By name. */
export const provinces = (): CataloguePlace[] => sorted(allPlaces().filter(({ parent }) => parent === ''));
export const communesOf = (province: string): CataloguePlace[] =>
  sorted(allPlaces().filter(({ parent }) => parent !== '' && parent === province));

function sorted(places: readonly CataloguePlace[]): CataloguePlace[] {
  const bare = ({ name }: Place) => name.vi.replace(/^(Tỉnh|Thành phố|Xã|Phường|Đặc khu) /, '');
  return [...places].sort((a, b) => bare(a).localeCompare(bare(b), 'vi'));
}
