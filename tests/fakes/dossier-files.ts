import {
  type DossierFile,
  FILE_TYPE,
  type ImportAsked,
  isInWork,
  type Mapping,
} from '../../shared/wire/dossier-requests.ts';
import type { Field } from '../../server/store/fields.ts';
import { putField, putProcedure } from '../../server/store/fields.ts';
import type { Office } from './office.ts';

/** Files of dossiers, taken in as the page does it: sent, looked at until a step is over, checked, taken. */

export const HEADINGS = [
  'Mã hồ sơ',
  'Số điện thoại',
  'Lĩnh vực',
  'Ngày tiếp nhận',
  'Ngày hẹn trả',
  'Ngày trả kết quả',
];

export const csvOf = (rows: readonly (readonly string[])[], separator = ';') =>
  rows.map((row) => row.join(separator)).join('\r\n');

/** Two fields and a procedure, as every test of lists needs them. */
export async function addFields({ store }: Office): Promise<void> {
  const dates = { validFrom: '2025-07-01', validTo: null };
  const field = (code: string, vi: string, en: string): Field => ({
    tree: 'real',
    code,
    ...dates,
    name: { vi, en },
  });
  await store.write(async (tx) => {
    await putField(tx, field('ht', 'Hộ tịch', 'Civil status'));
    await putField(tx, field('dd', 'Đất đai', 'Land'));
    const procedure = { ...field('1.001193', 'Đăng ký khai sinh', 'Birth registration'), field: 'ht' };
    await putProcedure(tx, { ...procedure, authority: null });
  });
}

export function dossierClient(office: Office, cookie: string, pollMs = 15) {
  const base = '/api/v1/dossiers/files';
  const json = async (answer: Response) => (await answer.json()) as DossierFile;
  const get = async (id: string) => json(await office.call(`${base}/${id}`, { cookie }));
  async function settled(id: string): Promise<DossierFile> {
    for (;;) {
      const file = await get(id);
      if (!isInWork(file)) return file;
      await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
  }
  const post = (path: string, body: object) => office.call(`${base}/${path}`, { cookie, body });
  const send = (bytes: Uint8Array | string) =>
    office.app.request(`http://localhost:8080${base}`, {
      method: 'POST',
      headers: {
        'content-type': FILE_TYPE,
        cookie,
        host: 'localhost:8080',
        'sec-fetch-site': 'same-origin',
      },
      body: Buffer.from(bytes),
    });
  const client = {
    get,
    post,
    send,
    settled,
    look: async (bytes: Uint8Array | string) => settled((await json(await send(bytes))).id),
    async check(bytes: Uint8Array | string, change: Partial<Mapping> = {}): Promise<DossierFile> {
      const file = await client.look(bytes);
      if (!file.mapping) return file;
      const answer = await post(`${file.id}/check`, { ...file.mapping, ...change });
      if (answer.status !== 200) throw new Error(`check ${answer.status} ${await answer.text()}`);
      return settled(file.id);
    },
    async take(
      bytes: Uint8Array | string,
      { change = {}, ...asked }: Partial<ImportAsked> & { change?: Partial<Mapping> } = {},
    ): Promise<DossierFile> {
      const { id } = await client.check(bytes, change);
      const answer = await post(`${id}/import`, { leaveFaulty: false, covers: null, ...asked });
      if (answer.status !== 200) throw new Error(`import ${answer.status} ${await answer.text()}`);
      return settled(id);
    },
  };
  return client;
}
