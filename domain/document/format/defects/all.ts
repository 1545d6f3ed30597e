import { annexes } from './annexes.ts';
import { authority } from './authority.ts';
import { bases } from './bases.ts';
import { components } from './components.ts';
import { header } from './header.ts';
import { recipients } from './recipients.ts';
import type { Defect } from './spoil.ts';
import { sums } from './sums.ts';
import { text } from './text.ts';
import { wording } from './wording.ts';

/** Defects of data: one change each in a clean sample. */
export const defects: Defect[] = [components, header, authority, bases, text, sums, annexes, recipients, wording]
  .flat()
  .map(([name, type, rule, spoil]) => ({ name, type, rule, spoil }));
