import { z } from 'zod';
import { noPassword } from '../../../commit/reference/persons.ts';
import { Id } from '../../http/common.ts';
import { ProblemError } from '../../http/problem.ts';
import { type Page, page } from '../page.ts';
import { assertSees, mayAdminister } from './access.ts';
import { changesOf } from './changes-of.ts';
import { adminCrumbs, sectionCrumb } from './crumbs.ts';
import { dayOf } from './day-of.ts';
import { roleName } from './organisation-choices.ts';

/** One person: address, positions with their time, how they come in, and what was changed. */
const show = page({
  path: '/admin/persons/{id}',
  input: { params: z.strictObject({ id: Id }) },
  async run({ params: { id }, caller, language }, parts) {
    assertSees(caller);
    const { reader, time } = parts;
    const found = await reader.person.findUnique({
      where: { id },
      include: {
        positions: { include: { organisation: { select: { id: true, name: true } } }, orderBy: [{ fromDate: 'desc' }, { id: 'asc' }] },
        secondFactor: { select: { confirmedAt: true } },
        _count: { select: { sessions: { where: { expiresAt: { gt: new Date() } } } } },
      },
    });
    if (!found) throw new ProblemError('not-found');
    const [today, changes] = await Promise.all([time.today(), changesOf(id, language, parts)]);
    const mayChange = mayAdminister(caller) && found.endedOn === null;
    return {
      view: 'admin/person',
      title: found.name,
      nav: 'admin',
      crumbs: adminCrumbs(language, sectionCrumb('persons', language), { text: found.name }),
      model: {
        id,
        name: found.name,
        email: found.email,
        endedOn: dayOf(found.endedOn),
        hasPassword: found.passwordHash !== noPassword,
        factor: Boolean(found.secondFactor?.confirmedAt),
        sessions: found._count.sessions,
        positions: found.positions.map(({ id: position, organisation, role, title, fromDate, toDate }) => {
          const to = dayOf(toDate);
          return {
            organisation,
            title,
            role: roleName(role, language, parts),
            from: dayOf(fromDate),
            to,
            past: to !== null && to < today,
            end: mayChange && (to === null || to > today) ? `/admin/persons/${id}/positions/${encodeURIComponent(position)}/end` : null,
          };
        }),
        mayChange,
        changes,
      },
    };
  },
});

export const personPages: Page[] = [show];
