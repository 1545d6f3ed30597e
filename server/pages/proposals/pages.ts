import type { Page } from '../page.ts';
import { checkPages } from './check.ts';
import { keepDraft } from './keep-draft.ts';
import { linesPages } from './lines.ts';
import { linesFilesPages } from './lines-files.ts';
import { newSchemePages } from './new-scheme.ts';
import { reductionPages } from './reduction.ts';
import { sectionPages } from './section.ts';
import { taskList } from './task-list.ts';

/** The proposal as the host works on it. Of two addresses that fit the first answers. */
export const proposalsPages: Page[] = [
  ...newSchemePages,
  taskList,
  ...checkPages,
  keepDraft,
  ...linesFilesPages,
  ...linesPages,
  ...reductionPages,
  ...sectionPages,
];
