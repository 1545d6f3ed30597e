import QRCode from 'qrcode';
import { expect, test } from 'vitest';
import { openDraughtsman } from '../../scripts/gallery/pictures.ts';
import { samples } from '../../templates/gallery.ts';
import { testRenderer } from '../../workflows/activities/pdf/test-kit.ts';

const dpi = 300;
/** Where the QR code stands on page 1, in millimetres: left and upper edge, and its side. */
const place = { left: 30, top: 258.45, side: 18 };

test('the QR code on page 1 leads to the address beside it: each of its squares is as it shall be', async () => {
  const document = samples(['normal']).find(({ type }) => type === 'approval-decision')?.document;
  if (!document?.lookup) throw new Error('no sample decision');
  const [renderer, draughtsman] = await Promise.all([testRenderer({ pages: 1 }), openDraughtsman()]);
  try {
    const [page] = await draughtsman.pages(await renderer.render(document), dpi, 1, 1);
    const { modules } = QRCode.create(document.lookup.url, { errorCorrectionLevel: 'M' });
    const across = (millimetres: number) => Math.round((millimetres * (page?.width ?? 0)) / 209.9);
    const down = (millimetres: number) => Math.round((millimetres * (page?.height ?? 0)) / 297);
    const wrong: string[] = [];
    for (let row = 0; row < modules.size; row += 1) {
      for (let column = 0; column < modules.size; column += 1) {
        const x = across(place.left + (place.side * (column + 0.5)) / modules.size);
        const y = down(place.top + (place.side * (row + 0.5)) / modules.size);
        const dark = (page?.grey[y * (page?.width ?? 0) + x] ?? 0) < 128;
        if (dark !== Boolean(modules.get(row, column))) wrong.push(`${row},${column}`);
      }
    }
    expect(wrong).toEqual([]);
  } finally {
    draughtsman.close();
    await renderer.close();
  }
});
