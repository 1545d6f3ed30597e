import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { CouncilRole } from '../../../domain/council/state.ts';
import { lawValue } from '../../../domain/regulation/law-value.ts';
import type { RegulationPack } from '../../../domain/regulation/pack.ts';
import { roleTitle } from '../../../domain/regulation/role-title.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { Id } from '../../http/common.ts';
import type { Language } from '../../http/language.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Parts } from '../../parts.ts';
import { mayCreate } from '../command-form.ts';
import { type FormProblem, giveForm } from '../forms/give-form.ts';
import { problemOf } from '../forms/whole-problem.ts';
import { type Page, type PageAnswer, type Posted, page } from '../page.ts';
import { roundsToAppraise } from './rounds-to-appraise.ts';

type Typed = { roundId: string; name: string; members: { personId: string; role: string }[] };
type Who = { caller: Caller; language: Language };

/** The seats that the law asks for, in the order in which a decision names them, and as many members besides as there may be. */
function seatsOf(pack: RegulationPack, on: string): { role: CouncilRole; required: boolean }[] {
  const size = lawValue(pack, 'council.size', { on }).value;
  const composition = lawValue(pack, 'council.composition', { on }).value;
  const named = (['chair', 'deputy', 'reviewer', 'secretary'] as const).flatMap((role) =>
    Array.from({ length: composition[role] ?? 0 }, () => ({ role, required: true })),
  );
  const others = Array.from({ length: Math.max(0, size.max - named.length) }, (_, index) => ({
    role: 'member' as const,
    required: named.length + index < size.min,
  }));
  return [...named, ...others];
}

async function proposePage(typed: Typed, problem: FormProblem | null, { caller, language }: Who, parts: Parts): Promise<PageAnswer> {
  if (!mayCreate('councils', caller, parts)) throw new ProblemError('forbidden');
  const [today, rounds, persons] = await Promise.all([
    parts.time.today(),
    roundsToAppraise(caller, parts),
    parts.reader.person.findMany({
      where: { positions: { some: {}, none: { role: { in: ['auditor', 'administrator'] } } } },
      select: { id: true, name: true, positions: { select: { title: true, organisation: { select: { shortName: true } } } } },
      orderBy: { name: 'asc' },
      take: 1_000,
    }),
  ]);
  const round = rounds.find(({ id }) => id === typed.roundId) ?? rounds[0];
  const pack = round?.pack ?? [...parts.committing.packs.values()][0];
  if (!pack) throw new ProblemError('not-found');
  const size = lawValue(pack, 'council.size', { on: today });
  const composition = lawValue(pack, 'council.composition', { on: today });
  const title = pageText('council.propose', language);
  const choices = persons.map(({ id, name, positions }) => ({
    value: id,
    text: [name, ...positions.map((one) => `${one.title}, ${one.organisation.shortName}`)].join(' – '),
  }));
  const left = [...typed.members];
  return {
    view: 'councils/propose',
    title,
    nav: 'councils',
    crumbs: [{ text: pageText('shell.nav.councils', language), href: '/councils' }, { text: title }],
    status: problem?.status ?? 200,
    model: {
      id: randomUUID(),
      problem: problem && problemOf(problem, language),
      name: typed.name,
      rounds: rounds.map(({ id, round: { title: text } }) => ({ value: id, text, chosen: id === round?.id })),
      seats: seatsOf(pack, today).map(({ role, required }, no) => {
        const at = left.findIndex((one) => one.role === role);
        const chosen = at < 0 ? '' : (left.splice(at, 1)[0]?.personId ?? '');
        return {
          no,
          role,
          title: roleTitle(pack, role),
          required,
          choices: choices.map((one) => ({ ...one, chosen: one.value === chosen })),
        };
      }),
      size: { ...size.value, basis: size.basis, certainty: `certainty.${size.certainty}` },
      composition: { basis: composition.basis, certainty: `certainty.${composition.certainty}` },
    },
  };
}

function typedOf({ roundId, name, members }: Posted): Typed {
  const rows = Object.values((members ?? {}) as Record<string, { personId?: unknown; role?: unknown }>);
  return {
    roundId: String(roundId ?? ''),
    name: String(name ?? '').trim(),
    members: rows.flatMap(({ personId, role }) => (personId ? [{ personId: String(personId), role: String(role) }] : [])),
  };
}

const show = page({
  path: '/councils/new',
  input: { query: z.object({ round: Id.optional() }) },
  async run({ query, caller, language }, parts) {
    const name = pageText('council.propose-name', 'vi', { year: (await parts.time.today()).slice(0, 4) });
    return proposePage({ roundId: query.round ?? '', name, members: [] }, null, { caller, language }, parts);
  },
});

const send = page({
  method: 'post',
  path: '/councils/new',
  input: {},
  keeps: true,
  async run({ posted, caller, language }, parts) {
    if (!mayCreate('councils', caller, parts)) throw new ProblemError('forbidden');
    const typed = typedOf(posted);
    const given = await giveForm(
      { kind: 'council', thing: null, command: 'propose-council', posted, caller, language, input: typed },
      parts,
    );
    if (given.problem) return proposePage(typed, given.problem, { caller, language }, parts);
    return { redirect: `/councils/${given.outcome.id}`, flash: { kind: 'success', key: 'council.proposed' } };
  },
});

export const proposePages: Page[] = [show, send];
