import type { Page } from '../page.ts';
import { actPages } from './act.ts';
import { boardPages } from './board.ts';
import { callPages } from './call.ts';
import { deskPages } from './desk.ts';
import { minutesPages } from './minutes.ts';
import { proposePages } from './propose.ts';
import { showPages } from './show.ts';

/** The pages of appraisal councils: the council itself, a member's desk, the board of the meeting, the minutes to come. */
export const councilsPages: Page[] = [
  ...proposePages,
  ...showPages,
  ...deskPages,
  ...boardPages,
  ...minutesPages,
  ...callPages,
  ...actPages,
];
