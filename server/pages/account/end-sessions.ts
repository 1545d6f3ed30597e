import { ProblemError } from '../../http/problem.ts';
import { endSession, endSessions } from '../../identity/sessions.ts';
import { type Page, page } from '../page.ts';

const endOne = page({
  method: 'post',
  path: '/account/sessions/end',
  input: {},
  async run({ posted, caller }, parts) {
    if (typeof posted.session !== 'string' || !(await endSession(caller.id, posted.session, parts))) throw new ProblemError('not-found');
    return { redirect: '/account', flash: { kind: 'success', key: 'account.session.ended' } };
  },
});

const endOthers = page({
  method: 'post',
  path: '/account/sessions/end-others',
  input: {},
  async run({ caller }, parts) {
    const count = await endSessions(caller.id, caller.tokenHash, parts);
    return { redirect: '/account', flash: { kind: 'success', key: 'account.session.others-ended', values: { count } } };
  },
});

export const endSessionsPages: Page[] = [endOne, endOthers];
