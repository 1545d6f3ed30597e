import { z } from 'zod';
import {
  addOrganisation,
  EndOrganisation,
  endOrganisation,
  MergeOrganisation,
  mergeOrganisation,
  NewOrganisation,
} from '../../../commit/reference/organisations.ts';

import { Id } from '../../http/common.ts';
import type { Language } from '../../http/language.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import type { Choices } from '../forms/fields.ts';
import type { Crumb, Page } from '../page.ts';
import { adminCrumbs, sectionCrumb } from './crumbs.ts';
import { organisationChoices } from './organisation-choices.ts';
import { referenceForm } from './reference-form.ts';

const Params = z.strictObject({ id: Id });
type Params = z.infer<typeof Params>;
const pageOf = (id: string) => `/admin/organisations/${id}`;

async function crumbsOf({ id }: Params, language: Language, { reader }: Parts): Promise<Crumb[]> {
  const found = await reader.organisation.findUnique({ where: { id }, select: { name: true, toDate: true } });
  if (!found) throw new ProblemError('not-found');
  return adminCrumbs(language, sectionCrumb('organisations', language), { text: found.name, href: pageOf(id) });
}

const add = referenceForm({
  path: '/admin/organisations/new',
  name: 'organisation',
  schema: NewOrganisation,
  crumbs: async ({ language }) => adminCrumbs(language, sectionCrumb('organisations', language)),
  async choices(_, parts): Promise<Choices> {
    const [organisations, provinces] = await Promise.all([
      organisationChoices(parts),
      parts.reader.organisation.findMany({
        where: { kind: 'province', toDate: null },
        select: { id: true, name: true },
        orderBy: { name: 'asc' },
      }),
    ]);
    return (place) =>
      place === 'provinceId'
        ? provinces.map(({ id, name }) => ({ value: id, text: name }))
        : place.endsWith('Id')
          ? organisations
          : undefined;
  },
  begin: async (_, { time }) => ({ fromDate: await time.today() }),
  back: () => '/admin/organisations',
  run: (input, by, _, { committing }) => addOrganisation(committing, by, input),
  done: ({ subject }) => ({ redirect: pageOf(subject), flash: { kind: 'success', key: 'admin.organisations.added' } }),
});

const end = referenceForm({
  path: '/admin/organisations/{id}/end',
  params: Params,
  name: 'organisation-end',
  schema: EndOrganisation,
  crumbs: ({ params, language }: { params: Params; language: Language }, parts) => crumbsOf(params, language, parts),
  begin: async (_, { time }) => ({ on: await time.today() }),
  back: ({ id }) => pageOf(id),
  run: (input, by, { params: { id } }, { committing }) => endOrganisation(committing, by, id, input, committing.packs.values()),
  done: (_, { id }) => ({ redirect: pageOf(id), flash: { kind: 'success', key: 'admin.organisations.ended' } }),
});

const merge = referenceForm({
  path: '/admin/organisations/{id}/merge',
  params: Params,
  name: 'organisation-merge',
  schema: MergeOrganisation,
  crumbs: ({ params, language }: { params: Params; language: Language }, parts) => crumbsOf(params, language, parts),
  async choices({ params: { id } }, parts): Promise<Choices> {
    const organisations = await organisationChoices(parts, id);
    return (place) => (place === 'into' ? organisations : undefined);
  },
  begin: async (_, { time }) => ({ on: await time.today(), move: true }),
  back: ({ id }) => pageOf(id),
  run: (input, by, { params: { id } }, { committing }) => mergeOrganisation(committing, by, id, input),
  done: (_, { id }) => ({ redirect: pageOf(id), flash: { kind: 'success', key: 'admin.organisations.merged' } }),
});

export const organisationFormPages: Page[] = [...add, ...end, ...merge];
