import { z } from 'zod';
import { Line } from '../table.ts';

export const CouncilRole = z.enum(['chair', 'deputy', 'reviewer', 'secretary', 'member']);
export type CouncilRole = z.infer<typeof CouncilRole>;

/** What a council concludes on a scheme. */
export const Conclusion = z.enum(['recommended', 'conditional', 'not-recommended', 'adjourned']);
export type Conclusion = z.infer<typeof Conclusion>;

/** Valid ballots by what they say. */
export const Votes = z.object({ pass: z.int().nonnegative(), conditional: z.int().nonnegative(), fail: z.int().nonnegative() });
export type Votes = z.infer<typeof Votes>;

/** A member as minutes name one. */
export const CouncilMember = z.object({ name: Line, role: CouncilRole, organisation: Line });
export type CouncilMember = z.infer<typeof CouncilMember>;

export function councilRoleName(role: CouncilRole): string {
  const names: Record<CouncilRole, string> = {
    chair: 'Chủ tịch Hội đồng',
    deputy: 'Phó Chủ tịch Hội đồng',
    reviewer: 'Ủy viên phản biện',
    secretary: 'Ủy viên thư ký',
    member: 'Ủy viên',
  };
  return names[role];
}

/** The council's conclusion as a clause: "đề nghị phê duyệt đề án". */
export function conclusionClause(conclusion: Conclusion): string {
  const clauses: Record<Conclusion, string> = {
    recommended: 'đề nghị phê duyệt đề án',
    conditional: 'đề nghị phê duyệt đề án sau khi chỉnh sửa, hoàn thiện',
    'not-recommended': 'đề nghị không phê duyệt đề án',
    adjourned: 'tạm hoãn thẩm định đề án để làm rõ thêm',
  };
  return clauses[conclusion];
}

/** "07 phiếu": a count as minutes write it. */
export function counted(value: number, unit: string): string {
  return `${String(value).padStart(2, '0')} ${unit}`;
}
