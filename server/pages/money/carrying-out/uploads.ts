import type { Parts } from '../../../parts.ts';

/** Files that a thing names, each with the name under which it came in and the address where it is read. */
export async function uploadsOf(
  hashes: readonly string[],
  thingId: string,
  { reader }: Pick<Parts, 'reader'>,
): Promise<{ name: string; href: string }[]> {
  if (hashes.length === 0) return [];
  const files = await reader.file.findMany({ where: { sha256: { in: [...hashes] } }, select: { sha256: true, name: true } });
  const names = new Map(files.map(({ sha256, name }) => [sha256, name]));
  return hashes.map((sha256) => ({
    name: names.get(sha256) ?? `${sha256.slice(0, 12)}…`,
    href: `/api/files/${sha256}?thing=${encodeURIComponent(thingId)}`,
  }));
}
