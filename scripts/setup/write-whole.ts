import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file at once: whoever is killed meanwhile leaves what stood there before, never half of it. */
export function writeWhole(file: string, content: string, mode = 0o644): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.next`, content, { mode });
  renameSync(`${file}.next`, file);
}
