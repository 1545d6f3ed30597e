import { describe, expect, test } from 'vitest';
import { loadPacks } from '../../config/regulations.ts';
import { isWorkingDay } from '../time/working-days.ts';
import { contentItem } from './contents.ts';

const pack = loadPacks().get('645-2021-2025')!;

describe('the programme of 645/QĐ-TTg', () => {
  test('has the 59 contents of Annex II in 8 groups', () => {
    expect(pack.contents.groups.map((group) => group.items.length)).toEqual([11, 5, 5, 13, 3, 6, 9, 7]);
    expect(contentItem(pack.contents, '7d')?.kind).toBe('enforcement-training');
    expect(contentItem(pack.contents, '9a')).toBeUndefined();
  });

  test('has the 48 activities of Annex I, blank cells left blank', () => {
    const { activities } = pack.masterPlan.activities;
    expect(activities).toHaveLength(48);
    expect(activities.filter(({ startYear, endYear }) => startYear === null && endYear === null)).toHaveLength(5);
  });

  test('aims at 55 % of the people shopping online, in the country and in both provinces', () => {
    expect(pack.masterPlan.targets.targets[0]?.aims.map(({ plan, value }) => [plan, value])).toEqual([
      ['national', '55'],
      ['dak-nong', '≥55'],
      ['binh-dinh', '55'],
    ]);
  });

  test('works on Saturday 4 May 2024 and not on Tết 2022', () => {
    expect(isWorkingDay(pack.calendar, '2024-05-04')).toBe(true);
    expect(isWorkingDay(pack.calendar, '2022-02-01')).toBe(false);
  });

  test('signs decisions, and issues the rest at once', () => {
    const signed = pack.documents.filter(({ route }) => route === 'signed').map(({ type }) => type);
    expect(signed).toEqual([
      'council-appointment',
      'submission',
      'approval-decision',
      'refusal',
      'allocation-decision',
      'adjustment-decision',
      'termination-decision',
      'local-plan-decision',
      'correction',
      'recall-notice',
    ]);
  });

  test('is written in composed Unicode', () => {
    const text = JSON.stringify(pack);
    expect(text).toBe(text.normalize('NFC'));
  });
});
