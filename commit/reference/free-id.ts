import type { Client } from '../database.ts';

const longest = 60;

/** `Sở Công Thương tỉnh Gia Lai` → `so-cong-thuong-tinh-gia-lai`. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, longest);

/** An id made of a name, with a number behind it where somebody has it already: ids stand in facts, and are never given twice. */
export async function freeId(client: Client, table: 'organisation' | 'person', name: string): Promise<string> {
  const base = plain(name) || table;
  const { rows } = await client.query<{ id: string }>(`SELECT id FROM ${table} WHERE id = $1 OR id LIKE $1 || '-%'`, [base]);
  const taken = new Set(rows.map(({ id }) => id));
  for (let no = 1; ; no += 1) {
    const id = no === 1 ? base : `${base}-${no}`;
    if (!taken.has(id)) return id;
  }
}
