import { fillAll, type People, pressHere } from './people.ts';

/** The agency writes the contract's number, the host agrees to the same terms, as the pages have filled them in. */
export async function contract(people: People, title: string, number: string): Promise<void> {
  const agency = await people.fromInbox('agency-head', 'Ký kết hợp đồng', title);
  await agency.fill('Số hợp đồng', number);
  await agency.press('Ký kết hợp đồng');
  const host = await people.fromInbox('host-head.binh-dinh', 'Ký kết hợp đồng', title);
  await host.press('Ký kết hợp đồng');
}

/** Asked for by the host, prepared by one of finance and approved by another, and paid by the treasury's slip. `what`: tạm ứng or thanh toán. */
export async function paid(people: People, title: string, what: 'tạm ứng' | 'thanh toán', sum: string, slip: string): Promise<void> {
  const host = await people.fromInbox('host-head.binh-dinh', `Đề nghị ${what}`, title);
  await fillAll(host, { 'Số tiền': sum, 'Mục đích': 'Theo tiến độ đã ký.' });
  await host.press(`Đề nghị ${what}`);
  const officer = await people.fromInbox('finance-officer', `Duyệt ${what}`, title);
  await officer.press('Chuẩn bị, trình duyệt');
  const head = await people.fromInbox('finance-head', `Duyệt ${what}`, title);
  await head.press('Duyệt');
  const payer = await people.fromInbox('finance-officer', 'Ghi chứng từ kho bạc', title);
  await payer.fill('Số chứng từ', slip);
  await payer.press('Ghi chứng từ kho bạc');
}

/** What the bench of the settlement is told: one voucher a row. */
export type Voucher = { number: string; date: string; payee: string; sum: string };

/** The host files what was spent, by source and by voucher. */
export async function fileSettlement(people: People, title: string, spent: { support: string; local: string }, vouchers: Voucher[]) {
  const host = await people.fromInbox('host-head.binh-dinh', 'Nộp hồ sơ quyết toán', title);
  await fillAll(host, { 'Chi từ hỗ trợ, dòng 1': spent.support, 'Ngân sách địa phương, dòng 1': spent.local });
  for (const [index, { number, date, payee, sum }] of vouchers.entries()) {
    const no = index + 1;
    if (no > 1) await pressHere(host, 'Thêm chứng từ');
    await fillAll(host, {
      [`Số chứng từ, chứng từ ${no}`]: number,
      [`Ngày, chứng từ ${no}`]: date,
      [`Người nhận tiền, chứng từ ${no}`]: payee,
      [`Số tiền (đồng), chứng từ ${no}`]: sum,
    });
  }
  await host.press('Nộp hồ sơ quyết toán');
}
