import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import { PNG } from 'pngjs';

/** A picture in shades of grey, a byte a pixel, row by row. */
export type Picture = { width: number; height: number; grey: Uint8Array };

/** Draws the pages of PDFs, the same on every machine. */
export type Draughtsman = {
  /** Pages `from` to `to` (counted from 1; all where left out) at so many pixels an inch. */
  pages(pdf: Uint8Array, dpi: number, from?: number, to?: number): Promise<Picture[]>;
  count(pdf: Uint8Array): Promise<number>;
  close(): void;
};

const white = 255;

export async function openDraughtsman(): Promise<Draughtsman> {
  const library = await PDFiumLibrary.init();
  const withDocument = async <T>(pdf: Uint8Array, work: (document: PDFiumDocument) => T | Promise<T>): Promise<T> => {
    const document = await library.loadDocument(pdf);
    try {
      return await work(document);
    } finally {
      document.destroy();
    }
  };
  return {
    pages: (pdf, dpi, from = 1, to = Number.POSITIVE_INFINITY) =>
      withDocument(pdf, async (document) => {
        const pictures: Picture[] = [];
        for (let number = from; number <= Math.min(to, document.getPageCount()); number += 1) {
          const { width, height, data } = await document
            .getPage(number - 1)
            .render({ scale: dpi / 72, render: 'bitmap', colorSpace: 'BGRA' });
          pictures.push({ width, height, grey: greyOf(data) });
        }
        return pictures;
      }),
    count: (pdf) => withDocument(pdf, (document) => document.getPageCount()),
    close: () => library.destroy(),
  };
}

/** Luminance of each pixel, by whole numbers. */
function greyOf(bgra: Uint8Array): Uint8Array {
  const grey = new Uint8Array(bgra.length / 4);
  for (let at = 0; at < grey.length; at += 1) {
    grey[at] = (29 * (bgra[4 * at] ?? 0) + 150 * (bgra[4 * at + 1] ?? 0) + 77 * (bgra[4 * at + 2] ?? 0)) >> 8;
  }
  return grey;
}

/** Many small pages on one picture, so many a row. */
export function sheet(pictures: readonly Picture[], columns: number): Picture {
  const wide = Math.max(...pictures.map(({ width }) => width)) + 2;
  const high = Math.max(...pictures.map(({ height }) => height)) + 2;
  const width = wide * Math.min(columns, pictures.length);
  const height = high * Math.ceil(pictures.length / columns);
  const grey = new Uint8Array(width * height).fill(128);
  pictures.forEach((picture, index) => {
    const left = wide * (index % columns);
    const top = high * Math.floor(index / columns);
    for (let row = 0; row < picture.height; row += 1) {
      grey.set(picture.grey.subarray(row * picture.width, (row + 1) * picture.width), (top + row) * width + left);
    }
  });
  return { width, height, grey };
}

export function toPng({ width, height, grey }: Picture): Buffer {
  const png = new PNG({ width, height, colorType: 0, inputColorType: 0, inputHasAlpha: false, bitDepth: 8 });
  png.data = Buffer.from(grey);
  return PNG.sync.write(png, { colorType: 0, inputColorType: 0, inputHasAlpha: false, deflateLevel: 9 });
}

export function fromPng(bytes: Buffer): Picture {
  const { width, height, data } = PNG.sync.read(bytes);
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at += 1) grey[at] = data[4 * at] ?? white;
  return { width, height, grey };
}

/** The picture as RGBA, as comparisons want it. */
export function toRgba({ grey }: Picture): Uint8Array {
  const rgba = new Uint8Array(4 * grey.length).fill(white);
  grey.forEach((shade, at) => {
    rgba.fill(shade, 4 * at, 4 * at + 3);
  });
  return rgba;
}
