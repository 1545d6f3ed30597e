import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OfficialDocument } from '../../../domain/document/model.ts';
import { samples } from '../../../templates/gallery.ts';
import { openPdf } from './increment.ts';
import { mendTags } from './mend-tags.ts';
import { prepare } from './prepare.ts';
import type { Renderer } from './renderer.ts';
import { childProcesses, folded, pageScales, testRenderer, textsOf } from './test-kit.ts';

let renderer: Renderer;
beforeAll(async () => {
  renderer = await testRenderer();
});
afterAll(() => renderer.close());

const everyday = samples(['normal', 'short']);
const all = samples();
const decision = samples(['normal']).find(({ type }) => type === 'approval-decision')?.document;
if (!decision) throw new Error('no sample decision');

describe.each(all)('$type ($size)', ({ document }) => {
  test('reads back word for word, and no page was made smaller to fit', async () => {
    const doc = await openPdf(await renderer.render(document));
    expect(Math.min(...pageScales(doc))).toBeGreaterThan(0.999);
    const text = folded(mendTags(doc));
    expect(textsOf(document).filter((part) => !text.includes(part))).toEqual([]);
  });
});

test.each(everyday.filter(({ document }) => document.sample))('$type ($size) is marked as a sample on each page', async ({ document }) => {
  const marked = await renderer.render(document);
  const plain = await renderer.render({ ...document, sample: false, rehearsal: false });
  expect((await openPdf(marked)).getPageCount()).toBe((await openPdf(plain)).getPageCount());
  expect(marked.length).toBeGreaterThan(plain.length);
});

describe('the renderer', () => {
  test('shows text as text, whatever signs it holds', async () => {
    const abstract = '<script>document.body.textContent = "trống"</script> <img src=x onerror="alert(1)"> & "ngoặc" \u{1D49C}';
    const text = folded(mendTags(await openPdf(await renderer.render({ ...decision, abstract }))));
    expect(text.replaceAll(' ', '')).toContain(abstract.replaceAll(' ', ''));
    expect(text).toContain('QUYẾT ĐỊNH:');
  });

  test('writes one Unicode spelling', async () => {
    const text = mendTags(await openPdf(await renderer.render({ ...decision, abstract: 'Về việc phê duyệt đề án'.normalize('NFD') })));
    expect(folded(text)).toContain('Về việc phê duyệt đề án');
  });

  test('goes on when its browser dies', async () => {
    const earlier = childProcesses();
    const own = await testRenderer({ pages: 2 });
    try {
      const printing = Promise.all([own.render(decision), own.render(decision), own.render(decision)]);
      for (const browser of childProcesses().filter((pid) => !earlier.includes(pid))) process.kill(browser, 'SIGKILL');
      const [first] = await printing;
      expect(first?.length).toBeGreaterThan(50_000);
      expect((await own.render(decision)).length).toBeGreaterThan(50_000);
    } finally {
      await own.close();
    }
  });

  test('prints the same bytes again, on a page that printed others, on a fresh page and in another browser', async () => {
    const others = samples(['short']).slice(0, 4);
    const [reused, fresh] = await Promise.all([testRenderer({ pages: 1 }), testRenderer({ pages: 1, documentsPerPage: 1 })]);
    try {
      const printed = [await reused.render(decision)];
      for (const { document } of others) await Promise.all([reused.render(document), fresh.render(document)]);
      printed.push(
        await reused.render(decision),
        await fresh.render(decision),
        await fresh.render(decision),
        await renderer.render(decision),
      );
      expect(new Set(printed.map((bytes) => createHash('sha256').update(bytes).digest('hex'))).size).toBe(1);
      const prepared = await Promise.all(printed.map((bytes) => prepare(bytes, decision, new Date('2026-01-05T02:00:00Z'))));
      expect(new Set(prepared.map((bytes) => createHash('sha256').update(bytes).digest('hex'))).size).toBe(1);
    } finally {
      await Promise.all([reused.close(), fresh.close()]);
    }
  });

  test('refuses a document that is too long to be printed', async () => {
    const paragraph = { kind: 'paragraph' as const, text: 'dài '.repeat(4_000), style: 'plain' as const };
    await expect(renderer.render({ ...decision, body: Array.from({ length: 1_100 }, () => paragraph) })).rejects.toThrow(
      'the document is too long to be printed',
    );
  });

  test('gives up on a document that takes too long, and says so', async () => {
    const own = await testRenderer({ pages: 1, timeLimitMs: 1 });
    try {
      await expect(own.render(decision)).rejects.toThrow('not done within 1 ms');
    } finally {
      await own.close();
    }
  });
});

describe('hostile content', () => {
  let address = '';
  let asked = 0;
  const server = createServer((_, answer) => {
    asked += 1;
    answer.end('body{display:none}');
  });
  beforeAll(
    () =>
      new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', () => {
          address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
          resolve();
        });
      }),
  );
  afterAll(() => {
    server.close();
  });

  const kinds: [string, () => string][] = [
    ['a script', () => `<script src="${address}/a.js"></script><script>document.body.innerHTML=""</script>`],
    ['a picture from elsewhere', () => `<img src="${address}/a.png" onerror="fetch('${address}')">`],
    ['a frame with a local file', () => '<iframe src="file:///etc/passwd"></iframe><object data="file:///etc/passwd"></object>'],
    [
      'a style sheet',
      () => `<style>@import url(${address}/a.css); body{display:none}</style><link rel="stylesheet" href="${address}/a.css">`,
    ],
    ['the end of the style sheet', () => `</style><script>1</script>"} @import url("${address}/b.css"); @page{size:A0}`],
    ['a meta refresh', () => `<meta http-equiv="refresh" content="0;url=${address}"><base href="${address}">`],
    ['a template of its own', () => '{{#each this}}{{@key}}{{/each}} {{{lookup . "constructor"}}}'],
  ];
  test.each(kinds)('%s is text, wherever it stands', async (_, hostile) => {
    const text = hostile();
    const row = { kind: 'item' as const, cells: ['1', text] };
    const document: OfficialDocument = {
      ...decision,
      abstract: text,
      recipients: [`- ${text};`],
      body: [
        { kind: 'paragraph', lead: text, text, style: 'plain' },
        {
          kind: 'table',
          table: {
            head: [
              { title: 'STT', align: 'left' },
              { title: text, align: 'left' },
            ],
            rowHead: 1,
            rows: [row],
          },
        },
      ],
      annexes: [],
      lookup: { code: text, url: `${address}/verify?"} @import url(${address}/c.css);` },
    };
    const doc = await openPdf(await renderer.render(document));
    const said = mendTags(doc).replace(/\s+/gu, '');
    const expected = text.replace(/\s+/gu, '');
    expect(said.split(expected).length - 1).toBeGreaterThanOrEqual(6);
    expect(said).not.toContain('root:x:0:0');
    expect(doc.getPages().every((page) => Math.round(page.getHeight()) === 842)).toBe(true);
    expect(asked).toBe(0);
  });

  test('what turns text round or hides in it is not printed', async () => {
    const abstract = `Phê duyệt 1\u202e000.000.9\u202c đồng${'\u0335'.repeat(300)}`;
    const text = folded(mendTags(await openPdf(await renderer.render({ ...decision, abstract }))));
    expect(text).toContain('Phê duyệt 1000.000.9 đồng');
  });

  test('what is printed otherwise than it is written is not prepared for signing', async () => {
    const abstract = 'Phê duyệt 1\u202e000.000.9\u202c đồng';
    const turned = { ...decision, abstract };
    await expect(prepare(await renderer.render(turned), turned, new Date())).rejects.toThrow('does not show');
  });

  test('a great deal of it is printed, and memory is given back', { timeout: 120_000 }, async () => {
    const rows = Array.from({ length: 3_000 }, (_, n) => ({ kind: 'item' as const, cells: [String(n), `Đề án thứ ${n}`, n * 1_000] }));
    const head = [
      { title: 'STT', align: 'left' as const },
      { title: 'Tên', align: 'left' as const },
      { title: 'Số tiền', align: 'right' as const },
    ];
    const long = { ...decision, body: [{ kind: 'table' as const, table: { head, rowHead: 1, rows } }] };
    const doc = await openPdf(await renderer.render(long));
    expect(doc.getPageCount()).toBeGreaterThan(50);
    expect(folded(mendTags(doc))).toContain('Đề án thứ 2999');
    expect((await renderer.render(decision)).length).toBeGreaterThan(50_000);
  });
});
