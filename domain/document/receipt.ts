import { z } from 'zod';

/** What a receiver says of a document that was sent to it (Decision 28/2018/QĐ-TTg; QCVN 102:2016/BTTTT). */
const receiptStatuses = {
  '01': { vi: 'Đã đến', en: 'Arrived' },
  '02': { vi: 'Từ chối tiếp nhận', en: 'Refused' },
  '03': { vi: 'Đã tiếp nhận', en: 'Received' },
  '04': { vi: 'Đã phân công xử lý', en: 'Assigned' },
  '05': { vi: 'Đang xử lý', en: 'In hand' },
  '06': { vi: 'Đã hoàn thành', en: 'Done' },
  '13': { vi: 'Yêu cầu lấy lại', en: 'Asked back' },
  '15': { vi: 'Đồng ý lấy lại', en: 'Taken back' },
  '16': { vi: 'Từ chối lấy lại', en: 'Taking back refused' },
} as const;
export type ReceiptStatus = keyof typeof receiptStatuses;
const codes = Object.keys(receiptStatuses) as [ReceiptStatus, ...ReceiptStatus[]];
export const ReceiptStatus = z.enum(codes).meta({ description: codes.map((code) => `${code} ${receiptStatuses[code].en}`).join(', ') });

/** What a receiver may say while the document holds, and once it is recalled; that it is asked back, the sender alone says. */
export const whileItHolds: readonly ReceiptStatus[] = ['01', '02', '03', '04', '05', '06'];
export const onceRecalled: readonly ReceiptStatus[] = ['15', '16'];

/** That it arrived says a machine: the sender still waits for a word. Everything else is one. */
export const answers = (status: ReceiptStatus): boolean => status !== '01' && status !== '13';

/** Whether a receiver may say this after that: each status once, and none behind the last; from a refusal nothing leads on. */
export function mayFollow(next: ReceiptStatus, last: ReceiptStatus | null): boolean {
  if (last === null || last === '13') return true;
  if (last === '16') return next === '15';
  return last !== '02' && last !== '15' && next > last;
}
