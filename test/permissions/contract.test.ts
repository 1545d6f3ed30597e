import { describe, expect, test } from 'vitest';
import type { ThingKind } from '../../domain/process/chart.ts';
import { thingKinds } from '../../domain/process/chart.ts';
import { chartOf, type Route, routes } from './things.ts';

/** Who gives which command, as the programme's contract lists them; written down apart from the charts, so that these cannot go astray alone. */
const seats = ['chair', 'deputy', 'reviewer', 'secretary', 'member'];
const leads = ['chair', 'deputy', 'secretary'];
const scheme: Record<string, string[]> = {
  'draft-scheme': ['host-drafter'],
  'edit-proposal': ['host-drafter'],
  'discard-scheme': ['host-drafter'],
  'submit-to-province': ['host-head'],
  submit: ['host-head'],
  'give-opinion': ['province-officer', 'province-head'],
  'accept-file': ['agency-officer'],
  'request-supplement': ['agency-officer'],
  'declare-ineligible': ['agency-officer'],
  supplement: ['host-head'],
  withdraw: ['host-head'],
  'submit-revision': ['host-head'],
  'confirm-revision': ['chair'],
  'return-revision': ['chair'],
  'accept-reduction': ['host-head'],
  'decline-reduction': ['host-head'],
  'conclude-contract': ['agency-head', 'host-head'],
  lapse: ['agency-head'],
  'request-advance': ['host-head'],
  'approve-advance': ['finance-officer', 'finance-head'],
  'refuse-advance': ['finance-head'],
  'request-payment': ['host-head'],
  'approve-payment': ['finance-officer', 'finance-head'],
  'refuse-payment': ['finance-head'],
  'record-payment': ['finance-officer'],
  'file-progress-report': ['host-drafter'],
  'record-inspection': ['agency-officer'],
  suspend: ['agency-head'],
  resume: ['agency-head'],
  'request-adjustment': ['host-head'],
  'decide-adjustment': ['agency-head'],
  'propose-termination': ['agency-head', 'host-head'],
  'report-results': ['host-head'],
  'record-acceptance': ['agency-officer'],
  'file-settlement': ['host-head'],
  'return-settlement': ['finance-officer'],
  'review-settlement': ['finance-officer'],
  'confirm-settlement': ['finance-head'],
  'record-repayment': ['finance-officer'],
  'carry-over': ['finance-officer'],
  'close-scheme': ['agency-head'],
  'archive-scheme': ['clerk'],
};
const contract: Partial<Record<ThingKind, Record<string, string[]>>> = {
  scheme,
  round: {
    'open-round': ['agency-head'],
    'extend-round': ['agency-head'],
    'rank-schemes': ['agency-officer'],
    'propose-decision': ['agency-officer'],
    'propose-allocation': ['agency-officer', 'finance-officer'],
    'promote-from-waiting-list': ['agency-officer'],
    'finish-round': ['agency-head'],
  },
  council: {
    'propose-council': ['agency-head', 'agency-officer'],
    'accept-appointment': seats,
    'decline-appointment': seats,
    'call-session': ['secretary', 'chair', 'agency-officer'],
    'cancel-session': ['chair', 'secretary'],
    'declare-interest': seats,
    'record-attendance': ['secretary'],
    'delegate-chair': ['chair'],
    'open-item': leads,
    'submit-score-sheet': seats,
    'submit-written-view': seats,
    'open-ballot': leads,
    'cast-ballot': seats,
    'close-ballot': leads,
    'record-dissent': seats,
    'adjourn-item': ['chair', 'deputy'],
    'adopt-minutes': leads,
    'close-session': leads,
    'dissolve-council': ['agency-head'],
  },
  clock: { 'move-clock': ['administrator'] },
};
const people = (route: Route, kind: ThingKind) =>
  Object.entries(chartOf(route, kind).commands)
    .map(([name, { by }]) => [name, by.filter(({ of }) => of !== 'process').map(({ role }) => role)] as const)
    .filter(([, roles]) => roles.length > 0);

describe('the charts keep to the contract', () => {
  test.each(Object.entries(contract))('%s: who gives which command', (kind, roles) => {
    const charted = Object.fromEntries(people('central', kind as ThingKind).map(([name, by]) => [name, by.toSorted()]));
    expect(charted).toEqual(Object.fromEntries(Object.entries(roles).map(([name, by]) => [name, by.toSorted()])));
  });

  test('the auditor reads and never acts; an administrator moves the rehearsal’s clock and nothing else', () => {
    const given = routes.flatMap((route) =>
      thingKinds.flatMap((kind) => people(route, kind).flatMap(([name, by]) => by.map((role) => ({ role, name })))),
    );
    expect(given.filter(({ role }) => role === 'auditor')).toEqual([]);
    expect(new Set(given.filter(({ role }) => role === 'administrator').map(({ name }) => name))).toEqual(new Set(['move-clock']));
  });

  test.each([
    ['who checks the format did not draft', 'document', 'check-format', ['document-drafted', 'draft-edited']],
    ['who signs neither drafted nor checked', 'document', 'embed-signature', ['document-drafted', 'draft-edited', 'format-checked']],
    [
      'the clerk neither drafted nor signed',
      'document',
      'issue',
      ['document-drafted', 'draft-edited', 'format-checked', 'draft-approved', 'signature-given'],
    ],
    ['who confirms a settlement did not review it', 'scheme', 'confirm-settlement', ['settlement-reviewed']],
  ] as const)('%s', (_, kind, command, facts) => {
    for (const route of routes)
      expect(chartOf(route, kind).commands[command]?.apartFrom, route).toEqual(expect.arrayContaining([...facts]));
  });
  test.each([
    ['approve-advance', 'approve', 'advance-prepared'],
    ['approve-payment', 'approve', 'payment-prepared'],
    ['give-opinion', 'sign', 'opinion-prepared'],
  ])('who prepares does not %s', (command, as, fact) => {
    for (const route of routes) {
      const charted = chartOf(route, 'scheme').commands[command];
      if (charted) expect(charted.apartAs?.[as], route).toContain(fact);
    }
  });
});
