import type { CertificateRead } from '../read-certificate.ts';
import type { ToSign } from './to-sign.ts';

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[one] ?? one);

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}
dt{font-weight:600}dd{margin:0 0 .6rem;overflow-wrap:anywhere}embed{width:100%;height:42rem;border:1px solid #666}
button{font:inherit;padding:.6rem 1.4rem}[role=alert]{border-left:.3rem solid #a00;padding:.5rem 1rem}`;

/** A page of the helper, in Vietnamese with English beside it. */
export const page = (title: string, body: string): string =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head><body><main><h1>${escaped(title)}</h1>${body}</main></body></html>`;

/** What waits to be signed. */
export function listPage(waiting: { id: string; title: string }[]): string {
  const rows = waiting.map(({ id, title }) => `<li><a href="/documents/${encodeURIComponent(id)}">${escaped(title)}</a></li>`);
  const none = '<p>Không có văn bản nào chờ ông/bà ký. · Nothing waits for your signature.</p>';
  return page('Văn bản chờ ký · To be signed', rows.length > 0 ? `<ul>${rows.join('')}</ul>` : none);
}

/** What is about to be signed, and by which certificate: title, number, issuer, digest and the pages themselves. Nothing is signed before the button. */
export function documentPage({ document, signer, shown }: ToSign, certificate: CertificateRead, mark: string): string {
  const { id, data } = document;
  const rows: [string, string][] = [
    ['Tên văn bản · Title', data.title],
    ['Trích yếu · Subject', data.content.abstract],
    ['Số, ký hiệu · Number', data.symbol ?? '–'],
    ['Ngày · Date', data.date?.split('-').reverse().join('/') ?? '–'],
    ['Cơ quan ban hành · Issuer', data.content.issuer.name],
    ['Người ký · Signer', signer],
    ['Mã băm SHA-256 của tệp · Digest of the file', shown],
    [
      'Chứng thư số · Certificate',
      `${certificate.name} (${certificate.issuerName}, đến ${certificate.until.toISOString().slice(0, 10).split('-').reverse().join('/')})`,
    ],
  ];
  const address = `/documents/${encodeURIComponent(id)}`;
  return page(
    'Ký văn bản · Sign a document',
    `<dl>${rows.map(([name, value]) => `<dt>${name}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>
<embed src="${address}/file.pdf#page=1" type="application/pdf" title="Trang 1 của văn bản · Page 1">
<form method="post" action="${address}"><input type="hidden" name="mark" value="${mark}">
<p><button>Tôi đã đọc và ký văn bản này · I have read it and sign</button></p></form>`,
  );
}

/** That it was signed, or why not. */
export const outcomePage = (refused: string | null): string =>
  refused === null
    ? page('Đã ký · Signed', '<p>Chữ ký đã được tiếp nhận. · The signature was taken.</p><p><a href="/">Văn bản khác · Others</a></p>')
    : page('Chưa ký được · Not signed', `<p role="alert">${escaped(refused)}</p><p><a href="/">Quay lại · Back</a></p>`);
