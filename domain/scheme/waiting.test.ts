import { describe, expect, test } from 'vitest';
import { conditional } from './test-kit.ts';
import { filed, implementing, million, reviewed, type SchemeGiven, settling } from './test-kit-execution.ts';

type Step = [command: string, input?: object, as?: string];
const roleOf = (key: string): string => (key.startsWith('person:') ? 'chair' : (key.split('@')[0] ?? ''));
/** In whose inboxes the scheme waits after a command, and who gets a letter of it. */
function led(scheme: SchemeGiven, ...steps: Step[]): { waits: string[]; told: string[] } {
  const last = steps.pop();
  const before = steps.reduce((left, [command, input = {}, as]) => left.when(command, input, as ? { as } : {}).left, scheme);
  if (!last) throw new Error('A command is needed.');
  const { accepted } = before.when(last[0], last[1] ?? {}, last[2] ? { as: last[2] } : {});
  const letters = accepted.owed.filter(({ what }) => what === 'notify').flatMap(({ params }) => params.to as string[]);
  return { waits: accepted.waiting.map(roleOf), told: letters.map(roleOf) };
}

const host = ['host-drafter', 'host-head'];
const advance: Step = ['request-advance', { amountDong: million, purpose: 'Mở lớp' }];
const prepared: Step = ['approve-advance', {}, 'finance-officer'];
const approved: Step = ['approve-advance', {}, 'finance-head'];
const paid: Step = ['record-payment', { slipNumber: 'CT-1', date: '2022-06-01', amountDong: million }];
const wish: Step = ['propose-termination', { text: 'Không còn khả năng.' }, 'host-head'];
const proposal: Step = ['propose-termination', { ground: 'host-request', text: 'Theo đề nghị.' }, 'agency-head'];
const answers: Step = [
  'submit-revision',
  {
    answers: [
      { no: 1, answer: 'accepted', text: 'Đã giảm.' },
      { no: 2, answer: 'explained', text: 'Đã rõ.' },
    ],
  },
];
const edit: Step = ['edit-proposal', { proposal: { aims: 'Rõ hơn.' } }];

describe('for whom a scheme waits, and who hears of it', () => {
  test.each<[string, Step[], string[], string[]]>([
    ['an advance asked for', [advance], [...host, 'finance-officer'], ['finance-officer']],
    ['an advance prepared', [advance, prepared], [...host, 'finance-head'], ['finance-head']],
    ['an advance approved', [advance, prepared, approved], [...host, 'finance-officer'], ['finance-officer']],
    ['an advance paid', [advance, prepared, approved, paid], host, ['host-head']],
    ['an advance refused', [advance, ['refuse-advance', { reason: 'Chưa đủ hồ sơ.' }]], host, []],
    ['the host asks for an end', [wish], [...host, 'agency-head'], ['agency-head']],
    ['the end proposed', [wish, proposal], host, []],
  ])('%s', (_, steps, waits, told) => {
    expect(led(implementing(), ...steps)).toEqual({ waits, told });
  });

  test.each<[string, Step[], string[], string[]]>([
    ['handed in as it was', [answers], ['chair'], ['chair']],
    ['handed in after an edit', [edit, answers], ['chair'], ['chair']],
    ['given back', [answers, ['return-revision', { reason: 'Chưa giảm.' }]], ['host-drafter', 'host-head'], ['host-head']],
  ])('a revision %s', (_, steps, waits, told) => {
    expect(led(conditional(), ...steps)).toEqual({ waits, told });
  });

  test('a settlement filed waits for the review, a reviewed one for the confirmation besides', () => {
    expect(filed(settling()).data.settlement.reviewedBy).toBeNull();
    const review: Step = [
      'review-settlement',
      { lines: [{ lineNo: 1, allowedDong: 70 * million, reason: 'Theo chứng từ' }], treasuryDong: 70 * million },
    ];
    expect(led(filed(settling()), review).waits).toEqual(['finance-officer', 'finance-head']);
    expect(led(reviewed(filed(settling()), 70 * million), ['return-settlement', { reason: 'Thiếu bảng kê.' }]).waits).toEqual([
      'host-head',
    ]);
  });
});
