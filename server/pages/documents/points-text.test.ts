import { describe, expect, test } from 'vitest';
import { editedPoints, pointsOf, textOfPoints } from './points-text.ts';

const points = [
  {
    mark: '1.',
    text: 'Cục Thương mại điện tử và Kinh tế số:',
    points: [
      { mark: 'a)', text: 'Hướng dẫn đơn vị chủ trì;', points: [{ mark: '-', text: 'Từng đề án.', points: [] }] },
      { mark: 'b)', text: 'Kiểm tra.', points: [] },
    ],
  },
  { mark: '', text: 'Các đơn vị có liên quan phối hợp.', points: [] },
];
const text = `1. Cục Thương mại điện tử và Kinh tế số:
   a) Hướng dẫn đơn vị chủ trì;
      - Từng đề án.
   b) Kiểm tra.
Các đơn vị có liên quan phối hợp.`;

describe('points as lines', () => {
  test('are written one a line, and read back as they were', () => {
    expect(textOfPoints(points)).toBe(text);
    expect(pointsOf(text)).toEqual(points);
  });

  test('a line set in by hand belongs under the one before, by however much', () => {
    expect(pointsOf('1. Một\n a) Hai\n a1 Ba\n2. Bốn')).toMatchObject([
      {
        mark: '1.',
        points: [
          { mark: 'a)', text: 'Hai' },
          { mark: '', text: 'a1 Ba' },
        ],
      },
      { mark: '2.', points: [] },
    ]);
  });

  test('what nobody touched stays as it was, also where lines cannot say it', () => {
    const odd = [{ mark: '', text: '1. không phải số thứ tự', points: [] }];
    expect(editedPoints(odd, textOfPoints(odd))).toEqual(odd);
    expect(editedPoints(odd, '1. số thứ tự')).toEqual([{ mark: '1.', text: 'số thứ tự', points: [] }]);
  });
});
