import { randomUUID } from 'node:crypto';
import { ruleGround } from '../../../domain/regulation/rule-ground.ts';
import { pageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Parts } from '../../parts.ts';
import { planInput } from '../../plans/plan-input.ts';
import { readPlanApart } from '../../plans/read-apart.ts';
import type { SheetProblem } from '../../plans/sheet-problem.ts';
import { giveForm } from '../forms/give-form.ts';
import { type Page, type PageAnswer, type Posted, page } from '../page.ts';

/** A province's plan comes in as the file of its annex; what does not agree in it is shown, never corrected. */
const show = page({
  path: '/plans/new',
  input: {},
  async run({ caller, language }, parts) {
    assertMay(caller, parts);
    return newPage(caller, language, parts, {}, null);
  },
});

const takeIn = page({
  method: 'post',
  path: '/plans/new',
  input: {},
  files: true,
  async run({ posted, caller, language }, parts) {
    assertMay(caller, parts);
    const { file } = posted;
    if (typeof file !== 'string' || file === '') return newPage(caller, language, parts, posted, pageText('plan.new.no-file', language));
    const read = await readPlanApart(await parts.files.get(file)).catch(() => null);
    if (!read?.ok)
      return newPage(
        caller,
        language,
        parts,
        posted,
        (read as SheetProblem | null)?.text[language] ?? pageText('plan.new.too-large', language),
      );
    const upload = await parts.reader.upload.findUnique({ where: { sha256_personId: { sha256: file, personId: caller.id } } });
    const title = textOf(posted.title);
    const told = {
      name: upload?.name ?? `ke-hoach.${read.format}`,
      sha256: file,
      ...(title && { title }),
      ...(textOf(posted.provinceId) && { provinceId: textOf(posted.provinceId) }),
    };
    const input = planInput(read, told);
    const given = await giveForm({ kind: 'plan', thing: null, command: 'take-in-plan', posted, caller, language, input }, parts);
    if (given.problem)
      return newPage(caller, language, parts, posted, given.problem.detail ?? given.problem.errors[0]?.message ?? given.problem.title);
    return {
      redirect: `/plans/${given.outcome.id}`,
      flash: { kind: 'success', key: 'plan.new.done', values: { count: read.differences.length } },
    };
  },
});

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

function assertMay({ positions }: Caller, { committing }: Parts): void {
  const roles = new Set(positions.map(({ role }) => role));
  const charts = [...committing.packs.values()].flatMap(({ processes }) => Object.values(processes).map(({ plan }) => plan));
  if (!charts.some(({ commands }) => commands['take-in-plan']?.by.some(({ role }) => roles.has(role)))) throw new ProblemError('forbidden');
}

async function newPage(caller: Caller, language: Language, parts: Parts, posted: Posted, problem: string | null): Promise<PageAnswer> {
  const pack = [...parts.committing.packs.values()][0];
  const ofProvince = caller.positions.some(({ provinceId }) => provinceId !== null);
  const provinces = ofProvince
    ? []
    : await parts.reader.organisation.findMany({ where: { kind: 'province' }, select: { id: true, name: true }, orderBy: { name: 'asc' } });
  const ground = pack && ruleGround(pack, 'plan');
  return {
    view: 'plans/new',
    title: pageText('plan.new.title', language),
    nav: 'plans',
    crumbs: [{ text: pageText('shell.nav.plans', language), href: '/plans' }, { text: pageText('plan.new.title', language) }],
    status: problem === null ? 200 : 422,
    model: {
      id: randomUUID(),
      problem,
      title: textOf(posted.title),
      provinces: provinces.map(({ id, name }) => ({ id, name, chosen: id === posted.provinceId })),
      basis: ground?.basis,
      certaintyKey: `certainty.${ground?.certainty ?? 'unverified'}`,
    },
  };
}

export const newPlanPages: Page[] = [show, takeIn];
