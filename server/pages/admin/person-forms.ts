import { z } from 'zod';
import { addPerson, changePerson, EndPerson, endPerson, NewPerson, noteHelp, PersonChange } from '../../../commit/reference/persons.ts';
import { EndPosition, endPosition, givePosition, NewPosition } from '../../../commit/reference/positions.ts';
import { isRefusal } from '../../../domain/command.ts';
import { Id } from '../../http/common.ts';
import type { Language } from '../../http/language.ts';
import { ProblemError } from '../../http/problem.ts';
import { sendAccountLetter } from '../../identity/account-mail.ts';
import { sendReset } from '../../identity/password-reset.ts';
import { endSecondFactor } from '../../identity/second-factor.ts';
import { endSessions } from '../../identity/sessions.ts';
import type { Parts } from '../../parts.ts';
import type { Choices } from '../forms/fields.ts';
import type { Crumb, Page } from '../page.ts';
import { adminCrumbs, sectionCrumb } from './crumbs.ts';
import { organisationChoices, roleChoices } from './organisation-choices.ts';
import { referenceForm } from './reference-form.ts';

const Params = z.strictObject({ id: Id });
type Params = z.infer<typeof Params>;
type Asked = { params: Params; language: Language };
const PositionParams = z.strictObject({ id: Id, position: z.string().min(1).max(200) });
type PositionParams = z.infer<typeof PositionParams>;
const pageOf = (id: string) => `/admin/persons/${id}`;

async function personOf(id: string, { reader }: Parts): Promise<{ id: string; name: string; email: string }> {
  const found = await reader.person.findUnique({ where: { id }, select: { id: true, name: true, email: true } });
  if (!found) throw new ProblemError('not-found');
  return found;
}

const crumbsOf = async ({ params: { id }, language }: Asked, parts: Parts): Promise<Crumb[]> =>
  adminCrumbs(language, sectionCrumb('persons', language), { text: (await personOf(id, parts)).name, href: pageOf(id) });

async function positionChoices({ language }: { language: Language }, parts: Parts): Promise<Choices> {
  const [organisations, roles] = [await organisationChoices(parts), roleChoices(language, parts)];
  return (place) => (place === 'organisationId' ? organisations : place === 'role' ? roles : undefined);
}

/** Somebody new gets a letter by which they set a password: nobody else ever knows one. */
const add = referenceForm({
  path: '/admin/persons/new',
  name: 'person',
  schema: NewPerson,
  crumbs: async ({ language }) => adminCrumbs(language, sectionCrumb('persons', language)),
  choices: positionChoices,
  begin: async (_, { time }) => ({ fromDate: await time.today() }),
  back: () => '/admin/persons',
  async run(input, by, _, parts) {
    const added = await addPerson(parts.committing, by, input);
    if (!isRefusal(added)) await sendReset(await personOf(added.subject, parts), 'invitation', parts);
    return added;
  },
  done: ({ subject }) => ({ redirect: pageOf(subject), flash: { kind: 'success', key: 'admin.persons.added' } }),
});

const edit = referenceForm({
  path: '/admin/persons/{id}/edit',
  params: Params,
  name: 'person-edit',
  schema: PersonChange,
  crumbs: crumbsOf,
  async begin({ params }: Asked, parts) {
    const { name, email } = await personOf(params.id, parts);
    return { name, email };
  },
  back: ({ id }) => pageOf(id),
  run: (input, by, { params: { id } }, { committing }) => changePerson(committing, by, id, input),
  done: (_, { id }) => ({ redirect: pageOf(id), flash: { kind: 'success', key: 'admin.persons.changed' } }),
});

const end = referenceForm({
  path: '/admin/persons/{id}/end',
  params: Params,
  name: 'person-end',
  schema: EndPerson,
  crumbs: crumbsOf,
  begin: async (_: Asked, { time }) => ({ on: await time.today() }),
  back: ({ id }) => pageOf(id),
  async run(input, by, { params: { id } }, parts) {
    const ended = await endPerson(parts.committing, by, id, input);
    if (ended !== null && !isRefusal(ended) && input.on < (await parts.time.today())) await endSessions(id, null, parts);
    return ended;
  },
  done: (_, { id }) => ({ redirect: pageOf(id), flash: { kind: 'success', key: 'admin.persons.ended' } }),
});

const givePost = referenceForm({
  path: '/admin/persons/{id}/positions/new',
  params: Params,
  name: 'position',
  schema: NewPosition,
  crumbs: crumbsOf,
  choices: positionChoices,
  begin: async (_: Asked, { time }) => ({ fromDate: await time.today() }),
  back: ({ id }) => pageOf(id),
  run: (input, by, { params: { id } }, { committing }) => givePosition(committing, by, id, input),
  done: (_, { id }) => ({ redirect: pageOf(id), flash: { kind: 'success', key: 'admin.persons.position-given' } }),
});

const endPost = referenceForm({
  path: '/admin/persons/{id}/positions/{position}/end',
  params: PositionParams,
  name: 'position-end',
  schema: EndPosition,
  crumbs: ({ params, language }: { params: PositionParams; language: Language }, parts) => crumbsOf({ params, language }, parts),
  begin: async (_, { time }) => ({ on: await time.today() }),
  back: ({ id }) => pageOf(id),
  run: (input, by, { params: { id, position } }, { committing }) => endPosition(committing, by, { person: id, position }, input),
  done: (_, { id }) => ({ redirect: pageOf(id), flash: { kind: 'success', key: 'admin.persons.position-ended' } }),
});

const Nothing = z.strictObject({});

/** Somebody who has lost their password, or never had one, is sent the letter again. */
const sendLetter = referenceForm({
  path: '/admin/persons/{id}/password-letter',
  params: Params,
  name: 'password-letter',
  schema: Nothing,
  crumbs: crumbsOf,
  back: ({ id }: Params) => pageOf(id),
  async run(_, by, { params: { id } }, parts) {
    const person = await personOf(id, parts);
    const noted = await noteHelp(parts.committing, by, id, 'send-password-letter');
    await sendReset(person, 'invitation', parts);
    return noted;
  },
  done: (_, { id }) => ({ redirect: pageOf(id), flash: { kind: 'success', key: 'admin.persons.letter-sent' } }),
});

/** Somebody who has lost their telephone and their recovery codes comes in by the password alone again. */
const takeFactor = referenceForm({
  path: '/admin/persons/{id}/second-factor',
  params: Params,
  name: 'second-factor',
  schema: Nothing,
  crumbs: crumbsOf,
  back: ({ id }: Params) => pageOf(id),
  async run(_, by, { params: { id } }, parts) {
    const person = await personOf(id, parts);
    const noted = await noteHelp(parts.committing, by, id, 'take-second-factor');
    await endSecondFactor(id, parts);
    await endSessions(id, null, parts);
    await sendAccountLetter('factor-off', person, {}, parts);
    return noted;
  },
  done: (_, { id }) => ({ redirect: pageOf(id), flash: { kind: 'success', key: 'admin.persons.factor-taken' } }),
});

export const personFormPages: Page[] = [...add, ...edit, ...end, ...givePost, ...endPost, ...sendLetter, ...takeFactor];
