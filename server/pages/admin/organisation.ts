import { z } from 'zod';
import { pageText } from '../../../templates/page-texts.ts';
import { Id } from '../../http/common.ts';
import { ProblemError } from '../../http/problem.ts';
import { type Page, page } from '../page.ts';
import { assertSees, mayAdminister } from './access.ts';
import { changesOf } from './changes-of.ts';
import { adminCrumbs, sectionCrumb } from './crumbs.ts';
import { dayOf } from './day-of.ts';
import { roleName } from './organisation-choices.ts';

const brief = { select: { id: true, name: true } };

/** One organisation: what it is, from when until when, before and after whom, its units, who holds positions in it, and what was changed. */
const show = page({
  path: '/admin/organisations/{id}',
  input: { params: z.strictObject({ id: Id }) },
  async run({ params: { id }, caller, language }, parts) {
    assertSees(caller);
    const { reader, time } = parts;
    const found = await reader.organisation.findUnique({
      where: { id },
      include: {
        parent: brief,
        children: { ...brief, orderBy: { name: 'asc' } },
        positions: { include: { person: brief }, orderBy: [{ role: 'asc' }, { fromDate: 'asc' }] },
      },
    });
    if (!found) throw new ProblemError('not-found');
    const near = [found.predecessorId, found.successorId, found.provinceId].filter((one) => one !== null);
    const [others, absorbed, today, changes] = await Promise.all([
      reader.organisation.findMany({ where: { id: { in: near } }, ...brief }),
      reader.organisation.findMany({ where: { successorId: id }, ...brief, orderBy: { name: 'asc' } }),
      time.today(),
      changesOf(id, language, parts),
    ]);
    const named = (one: string | null) => others.find((other) => other.id === one) ?? null;
    const to = dayOf(found.toDate);
    const ended = to !== null && to < today;
    const province = found.provinceId === id ? null : named(found.provinceId);
    return {
      view: 'admin/organisation',
      title: found.name,
      nav: 'admin',
      crumbs: adminCrumbs(language, sectionCrumb('organisations', language), { text: found.name }),
      model: {
        id,
        kind: pageText(`choice.organisation.kind.${found.kind}`, language),
        shortName: found.shortName,
        code: found.code,
        heading: found.heading,
        place: found.place,
        from: dayOf(found.fromDate),
        to,
        ended,
        parent: found.parent,
        province,
        predecessor: named(found.predecessorId),
        successor: named(found.successorId),
        absorbed: absorbed.filter((one) => one.id !== found.predecessorId),
        units: found.children,
        positions: found.positions.map(({ person, role, title, fromDate, toDate }) => ({
          person,
          title,
          role: roleName(role, language, parts),
          from: dayOf(fromDate),
          to: dayOf(toDate),
          past: toDate !== null && (dayOf(toDate) ?? '') < today,
        })),
        mayChange: mayAdminister(caller) && to === null,
        mayAdd: mayAdminister(caller) && !ended,
        changes,
      },
    };
  },
});

export const organisationPages: Page[] = [show];
