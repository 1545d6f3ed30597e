import { z } from 'zod';
import { endDelegation, recordDelegation } from '../../../commit/delegations.ts';
import type { Changed } from '../../../commit/reference/change.ts';
import { isRefusal } from '../../../domain/command.ts';
import { NewDelegation } from '../../../domain/document/authority/recording.ts';
import { words } from '../../../domain/text.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { Id } from '../../http/common.ts';
import type { Language } from '../../http/language.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { lawOn } from '../../reference/delegation-endpoints.ts';
import type { Choices } from '../forms/fields.ts';
import { type Page, page } from '../page.ts';
import { assertSees, mayAdminister } from './access.ts';
import { adminCrumbs, sectionCrumb, sectionTitle } from './crumbs.ts';
import { dayOf } from './day-of.ts';
import { organisationChoices, roleChoices, roleName } from './organisation-choices.ts';
import { latestPack, referenceForm } from './reference-form.ts';

const here = '/admin/delegations';

/** Written authorities to sign for an organisation: from whom, to whom, for what, until when, by which instrument. */
const show = page({
  path: here,
  input: {},
  async run({ caller, language }, parts) {
    assertSees(caller);
    const { reader, time } = parts;
    const [rows, today] = await Promise.all([
      reader.delegation.findMany({
        include: { giver: { select: { name: true } }, organisation: { select: { name: true } } },
        orderBy: [{ fromDate: 'desc' }, { id: 'asc' }],
      }),
      time.today(),
    ]);
    const receivers = await reader.person.findMany({
      where: { id: { in: rows.flatMap(({ toPersonId }) => toPersonId ?? []) } },
      select: { id: true, name: true },
    });
    const title = sectionTitle('delegations', language);
    const shown = rows.map(async (row) => {
      const [from, to, endedOn] = [dayOf(row.fromDate), dayOf(row.toDate), dayOf(row.endedOn)];
      const over = (endedOn !== null && endedOn <= today) || (to !== null && to < today);
      const office =
        row.toOrganisationId !== null && row.toRole !== null
          ? `${roleName(row.toRole, language, parts)}, ${await parts.names(row.toOrganisationId)}`
          : '';
      return {
        id: row.id,
        kind: pageText(`choice.delegation.kind.${row.kind}`, language),
        organisation: row.organisation.name,
        giver: row.giver.name,
        receiver: receivers.find(({ id }) => id === row.toPersonId)?.name ?? office,
        symbol: row.symbol,
        date: dayOf(row.date),
        types: row.types.map((type) => typeName(type, language, parts)),
        from,
        to,
        endedOn,
        endedWhy: row.endedWhy,
        over,
        end: mayAdminister(caller) && endedOn === null && !over ? `${here}/${row.id}/end` : null,
      };
    });
    return {
      view: 'admin/delegations',
      title,
      nav: 'admin',
      crumbs: adminCrumbs(language, { text: title }),
      model: { rows: await Promise.all(shown), mayAdd: mayAdminister(caller) },
    };
  },
});

const typeName = (type: string, language: Language, parts: Parts): string =>
  latestPack(parts).documents.find((one) => one.type === type)?.title[language] ?? type;

const record = referenceForm({
  path: `${here}/new`,
  name: 'delegation',
  schema: NewDelegation,
  crumbs: async ({ language }) => adminCrumbs(language, sectionCrumb('delegations', language)),
  async choices({ language }, parts): Promise<Choices> {
    const [organisations, persons] = await Promise.all([
      organisationChoices(parts),
      parts.reader.person.findMany({
        where: { endedOn: null },
        select: { id: true, name: true, positions: { select: { title: true } } },
        orderBy: { name: 'asc' },
      }),
    ]);
    const people = persons.map(({ id, name, positions }) => ({
      value: id,
      text: [name, ...positions.map(({ title }) => title)].join(', '),
    }));
    const types = latestPack(parts)
      .documents.filter(({ route }) => route === 'signed')
      .map(({ type, title }) => ({ value: type, text: title[language] }));
    const roles = roleChoices(language, parts);
    return (place) => {
      if (place === 'givenBy' || place === 'toPerson') return people;
      if (place === 'types') return types;
      if (place === 'toOffice.role') return roles;
      return place.endsWith('rganisationId') ? organisations : undefined;
    };
  },
  async begin(_, { time }) {
    const today = await time.today();
    return { date: today, from: today };
  },
  back: () => here,
  async run(input, { id, by }, _, parts) {
    const taken = await recordDelegation(parts.committing, id, input, { id: by }, lawOn(parts, input.from));
    return isRefusal(taken) ? taken : ({ subject: taken.id } satisfies Changed);
  },
  done: () => ({ redirect: here, flash: { kind: 'success', key: 'admin.delegations.recorded' } }),
});

const Params = z.strictObject({ id: Id });
type Params = z.infer<typeof Params>;

const end = referenceForm({
  path: `${here}/{id}/end`,
  params: Params,
  name: 'delegation-end',
  schema: z.strictObject({ on: z.iso.date(), reason: words(500) }),
  async crumbs({ params: { id }, language }: { params: Params; language: Language }, { reader }) {
    const found = await reader.delegation.findUnique({ where: { id }, select: { symbol: true } });
    if (!found) throw new ProblemError('not-found');
    return adminCrumbs(language, sectionCrumb('delegations', language), { text: found.symbol });
  },
  begin: async (_, { time }) => ({ on: await time.today() }),
  back: () => here,
  async run(input, { by }, { params: { id } }, parts) {
    const ended = await endDelegation(parts.committing, id, input, { id: by });
    return ended === null || isRefusal(ended) ? ended : { subject: ended.id };
  },
  done: () => ({ redirect: here, flash: { kind: 'success', key: 'admin.delegations.ended' } }),
});

export const delegationsPages: Page[] = [show, ...record, ...end];
