import type { Trust } from '../signatures/trust.ts';
import { openExaminer } from '../verification/examine-apart.ts';
import type { Judgement } from './take-in.ts';

/** Without roots at hand (a development authority that has not started yet) a packet is still taken in: whose its signatures are is then not proven. */
function rootsOf(trust: Pick<Trust, 'anchors'>): Buffer[] {
  try {
    return trust.anchors();
  } catch {
    return [];
  }
}

/** Judges a PDF by what it proves itself, in a process of its own. What nothing proves is said; only what speaks against the file breaks it. */
export function openJudge(trust: Pick<Trust, 'anchors'>): { judge(pdf: Buffer): Promise<Judgement>; close(): void } {
  const examiner = openExaminer({ atOnce: 1, waiting: 20 });
  return {
    async judge(pdf) {
      const report = await examiner.examine(pdf, { roots: rootsOf(trust), now: new Date() });
      if (!report.readable) {
        const broken = report.reason === 'malformed' || report.reason === 'not-a-pdf' ? 'tệp PDF hỏng' : null;
        return { broken, said: broken === null ? [`không kiểm tra được chữ ký số (${report.reason})`] : [] };
      }
      if (report.signatures.length === 0) return { broken: null, said: ['không có chữ ký số'] };
      if (report.changes.length > 0) return { broken: 'nội dung bị thay đổi sau khi ký', said: [] };
      const bad = report.signatures.find(({ range, integrity }) => range.result === 'failed' || integrity.result === 'failed');
      if (bad) return { broken: `chữ ký ${bad.field} không khớp với nội dung`, said: [] };
      return {
        broken: null,
        said: report.signatures.map(
          ({ kind, signer, chain }) =>
            `${kind === 'signature' ? `chữ ký số của ${signer || 'người chưa rõ'}` : 'dấu thời gian'} nguyên vẹn${chain.result === 'passed' ? ', chứng thư tin cậy' : ', chưa xác định được chứng thư gốc'}`,
        ),
      };
    },
    close: () => examiner.close(),
  };
}
