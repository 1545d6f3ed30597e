import type { Page } from '../page.ts';
import { accountPage } from './account.ts';
import { changePasswordPages } from './change-password.ts';
import { endSessionsPages } from './end-sessions.ts';
import { forgottenPages } from './forgotten.ts';
import { newPasswordPages } from './new-password.ts';
import { secondFactorPages } from './second-factor.ts';
import { signInCodePages } from './sign-in-code.ts';

/** Coming in, and all that concerns an account itself. */
export const accountPages: Page[] = [
  ...signInCodePages,
  ...forgottenPages,
  ...newPasswordPages,
  ...accountPage,
  ...changePasswordPages,
  ...endSessionsPages,
  ...secondFactorPages,
];
