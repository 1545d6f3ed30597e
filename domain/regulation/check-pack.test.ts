import { describe, expect, test } from 'vitest';
import { readPackFolder } from '../../config/regulations.ts';
import { checkPack } from './check-pack.ts';

const { raw } = readPackFolder('regulations/645-2021-2025');

test('the pack as it stands has nothing to mend', () => {
  expect(checkPack(raw)).not.toHaveProperty('problems');
});

function approvals(need: number, second: string) {
  const by = [
    { role: 'agency-head', of: 'agency' },
    { role: second, of: 'finance' },
  ];
  return { need, ordered: true, by };
}

test('a pack may ask for several approvals', () => {
  expect(checkPack(changed('documents.json', '/4/approvals', approvals(2, 'finance-head')))).not.toHaveProperty('problems');
});

/** Where, what is put there instead (undefined: it is taken away), where the problem is seen, and what is said of it. */
const broken: [file: string, at: string, instead: unknown, seen: string, said: RegExp][] = [
  // what does not have the right shape
  ['limits.json', '/intake.completeness/0/value', 'mười lăm', 'limits.json#/intake.completeness/0/value', /expected (number|int)/],
  ['limits.json', '/intake.completeness/0/unit', 'days', 'limits.json#/intake.completeness/0/unit', /unit must be working-days/],
  ['limits.json', '/intake.completeness/0/from', '2021-02-30', 'limits.json#/intake.completeness/0/from', /ISO date/],
  ['limits.json', '/intake.completeness/0/basis', undefined, 'limits.json#/intake.completeness/0/basis', /expected object/],
  ['limits.json', '/intake.completeness/0/certainty', 'sure', 'limits.json#/intake.completeness/0/certainty', /expected one of/],
  ['limits.json', '/intake.cutoff/0/value', '31/3', 'limits.json#/intake.cutoff/0/value', /month and day/],
  ['council.json', '/council.majority/0/value/count', 4, 'council.json#/council.majority/0/value', /at most the whole/],
  ['contents.json', '/kinds/0/title/vi', undefined, 'contents.json#/kinds/0/title/vi', /expected string/],
  ['documents.json', '/0/title/en', '', 'documents.json#/0/title/en', /Too small/],
  ['pack.json', '/valid', undefined, 'pack.json#/valid', /expected object/],
  // keys and files that are too many or too few
  ['limits.json', '', undefined, 'limits.json', /missing/],
  ['limit.json', '', {}, 'limit.json', /no part of a pack/],
  ['limits.json', '/intake.completeness', undefined, 'limits.json#/intake.completeness', /no value/],
  ['limits.json', '/intake.speed', 'intake.completeness', 'limits.json#/intake.speed', /knows no key/],
  ['rules.json', '/*', undefined, 'rules.json#/*', /general ground/],
  // what refers to nothing
  [
    'limits.json',
    '/intake.completeness/0/basis/instrument',
    '1/2/3',
    'limits.json#/intake.completeness/0/basis/instrument',
    /not in the list of instruments/,
  ],
  ['instruments.json', '/1/replacedBy', '1/2/3', 'instruments.json#/1/replacedBy', /not in the list of instruments/],
  ['money.json', '/advance.rate/0/when/kind', 'fun', 'money.json#/advance.rate/0/when/kind', /no kind "fun"/],
  ['money.json', '/advance.rate/0/when', { colour: 'red' }, 'money.json#/advance.rate/0/when/colour', /does not differ by "colour"/],
  ['contents.json', '/groups/0/items/0/kind', 'fun', 'contents.json#/groups/0/items/0/kind', /no kind of content "fun"/],
  ['documents.json', '/0/signerRole', 'king', 'documents.json#/0/signerRole', /no role "king"/],
  ['documents.json', '/0/signerRole', 'auditor', 'documents.json#/0/signerRole', /only reads/],
  ['documents.json', '/4/legalBases/0', '1/2/3', 'documents.json#/4/legalBases/0', /not in the list of instruments/],
  ['instruments.json', '/1/amends', ['1/2/3'], 'instruments.json#/1/amends/0', /not in the list of instruments/],
  ['documents.json', '/4/approvals', approvals(2, 'signer'), 'documents.json#/4/approvals/by/1', /lets "signer" of "finance" approve/],
  ['documents.json', '/4/approvals', approvals(3, 'finance-head'), 'documents.json#/4/approvals/need', /no more approvals than/],
  // what cannot be true together
  ['limits.json', '/intake.cutoff/2/when/province', 'ubnd-tinh-dak-nong', 'limits.json#/intake.cutoff/2', /same days/],
  ['limits.json', '/settlement.review/0/to', '2026-01-01', 'limits.json#/settlement.review/1', /same days/],
  ['limits.json', '/settlement.review/0/to', '2020-12-31', 'limits.json#/settlement.review/0/to', /ends before it begins/],
  ['limits.json', '/settlement.review/0/to', '2025-06-30', 'limits.json#/settlement.review', /no value for .*2025-12-31/],
  ['limits.json', '/document.issue/0/from', '2020-01-01', 'limits.json#/document.issue/0/from', /not yet in force/],
  ['roles.json', '/roles/1/id', 'host-drafter', 'roles.json#/roles/1/id', /given twice/],
  ['calendar.json', '/days/0/date', '2021-01-02', 'calendar.json#/days/0/date', /cannot be a weekend day/],
  ['documents.json', '/0/pattern', null, 'documents.json#/0/pattern', /go together/],
  // charts
  ['central/process.json', '', undefined, 'central/process.json', /missing/],
  ['central/process.json', '/scheme/initial', 'drafting', 'central/process.json#/scheme/initial', /no state "drafting"/],
  ['central/process.json', '/scheme/states/eligible/on', {}, 'central/process.json#/scheme/states/eligible', /Nothing leads on/],
  [
    'central/process.json',
    '/scheme/states/limbo',
    { title: { vi: 'Lạc', en: 'Limbo' }, final: true },
    'central/process.json#/scheme/states/limbo',
    /Nothing leads to/,
  ],
  [
    'central/process.json',
    '/scheme/states/draft/title/vi',
    undefined,
    'central/process.json#/scheme/states/draft/title/vi',
    /expected string/,
  ],
  [
    'central/process.json',
    '/scheme/states/draft/on/strayed',
    'nowhere',
    'central/process.json#/scheme/states/draft/on/strayed',
    /no state "nowhere"/,
  ],
  [
    'central/process.json',
    '/scheme/states/draft/on/strayed',
    { target: 'discarded', guard: 'full-moon' },
    'central/process.json#/scheme/states/draft/on/strayed/guard',
    /no guard "full-moon"/,
  ],
  ['central/process.json', '/scheme/states/draft/entry', ['sing'], 'central/process.json#/scheme/states/draft/entry/0', /no effect "sing"/],
  [
    'central/process.json',
    '/scheme/commands/submit/by/0/role',
    'king',
    'central/process.json#/scheme/commands/submit/by/0/role',
    /no role "king"/,
  ],
  [
    'central/process.json',
    '/scheme/commands/submit/by/0/of',
    'council',
    'central/process.json#/scheme/commands/submit/by/0/of',
    /none of "council"/,
  ],
  [
    'central/process.json',
    '/scheme/commands/submit/in/0',
    'drafting',
    'central/process.json#/scheme/commands/submit/in/0',
    /no state "drafting"/,
  ],
  [
    'central/process.json',
    '/scheme/clocks/intake/runs/workingDays',
    'intake.speed',
    'central/process.json#/scheme/clocks/intake/runs/workingDays',
    /no limit "intake.speed"/,
  ],
  [
    'central/process.json',
    '/scheme/clocks/intake/runs/workingDays',
    'archive.deposit',
    'central/process.json#/scheme/clocks/intake/runs/workingDays',
    /counted in days, not in working-days/,
  ],
  [
    'central/process.json',
    '/scheme/clocks/year-end/runs/yearlyOn',
    'archive.deposit',
    'central/process.json#/scheme/clocks/year-end/runs/yearlyOn',
    /counted in days, not in month-day/,
  ],
  [
    'central/process.json',
    '/scheme/clocks/archive/remind/0',
    'intake.completeness',
    'central/process.json#/scheme/clocks/archive/remind/0',
    /counted in working-days, not in days/,
  ],
  [
    'central/process.json',
    '/scheme/clocks/revision/while',
    'full-moon',
    'central/process.json#/scheme/clocks/revision/while',
    /no guard "full-moon"/,
  ],
  [
    'central/process.json',
    '/scheme/states/conditional/waitsFor/0/when',
    'full-moon',
    'central/process.json#/scheme/states/conditional/waitsFor/0/when',
    /no guard "full-moon"/,
  ],
  [
    'central/process.json',
    '/scheme/clocks/intake/atEnd',
    { fact: 'sighed' },
    'central/process.json#/scheme/clocks/intake/atEnd/fact',
    /does not take "sighed"/,
  ],
];

describe('a pack does not load when', () => {
  test.each(broken)('%s#%s is %j: told at %s', (file, at, instead, seen, said) => {
    const outcome = checkPack(changed(file, at, instead));
    const told = 'problems' in outcome ? outcome.problems : [];
    const here = told.filter((problem) => `${problem.file}${problem.path && `#${problem.path}`}` === seen);
    expect(here.map(({ message }) => message.en).join('\n')).toMatch(said);
    for (const { message } of here) expect(message.vi).not.toBe('');
  });

  test('several things are wrong: all are told at once', () => {
    const twice = { ...raw, 'roles.json': undefined, 'pack.json': {} };
    const outcome = checkPack(twice);
    expect('problems' in outcome && new Set(outcome.problems.map(({ file }) => file))).toEqual(new Set(['roles.json', 'pack.json']));
  });
});

/** The pack's files with one place changed. A text that names a sibling key copies what stands there. */
function changed(file: string, at: string, instead: unknown): Record<string, unknown> {
  const copy = structuredClone(raw);
  const steps = [file, ...at.split('/').slice(1)];
  const last = steps.pop()!;
  const holder = steps.reduce<Record<string, unknown>>((here, step) => here[step] as Record<string, unknown>, copy);
  if (instead === undefined) delete holder[last];
  else holder[last] = typeof instead === 'string' && Object.hasOwn(holder, instead) ? holder[instead] : instead;
  return copy;
}
