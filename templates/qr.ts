import QRCode from 'qrcode';

/** The QR code of a text: so many squares a side, and the dark ones as one path of bars. */
export function qrSquares(text: string): { size: number; squares: string } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const squares: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      let wide = 0;
      while (column + wide < modules.size && modules.get(row, column + wide)) wide += 1;
      if (wide > 0) squares.push(`M${column} ${row}h${wide}v1h-${wide}z`);
      column += wide;
    }
  }
  return { size: modules.size, squares: squares.join('') };
}
