import { shortDate } from '../domain/document/dates.ts';
import type { Manifest } from './package.ts';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const states: Record<string, string> = { corrected: 'đã đính chính', replaced: 'đã được thay thế', recalled: 'đã thu hồi' };

/** A page by which a person reads the package: what it is, and every document with a link. It loads nothing. */
export function indexPage({ scheme, depositedOn, documents }: Pick<Manifest, 'scheme' | 'depositedOn' | 'documents'>): string {
  const rows = documents.map(
    ({ path, symbol, date, title, state }, n) =>
      `<tr><td>${n + 1}</td><td>${escaped(symbol ?? '')}</td><td>${date === null ? '' : shortDate(date)}</td><td><a href="${escaped(path)}">${escaped(title)}</a></td><td>${escaped(states[state] ?? '')}</td></tr>`,
  );
  return `<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>Hồ sơ lưu trữ: ${escaped(scheme.title)}</title>
<style>body{font:16px/1.5 serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}td,th{border:1px solid #888;padding:.3rem .5rem;text-align:left;vertical-align:top}</style></head>
<body><h1>Hồ sơ lưu trữ đề án</h1>
<p><strong>${escaped(scheme.title)}</strong><br>Đơn vị chủ trì: ${escaped(scheme.host)}<br>Nộp lưu ngày ${shortDate(depositedOn)}</p>
<table><thead><tr><th>STT</th><th>Số, ký hiệu</th><th>Ngày</th><th>Văn bản</th><th>Ghi chú</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>
<p>Danh mục tệp và mã băm: <a href="manifest.json">manifest.json</a>. Diễn biến của hồ sơ: thư mục <code>facts</code>, mỗi dòng một sự kiện, nối chuỗi bằng mã băm.</p>
</body></html>
`;
}
