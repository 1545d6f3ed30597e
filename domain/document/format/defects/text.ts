import { article, edit, last, paragraphAt, points, type Row } from './spoil.ts';

export const text: Row[] = [
  [
    'an article left out',
    'approval-decision',
    'article.numbering',
    (d) => {
      d.body.splice(2, 1);
    },
  ],
  [
    'an article twice',
    'approval-decision',
    'article.numbering',
    (d) => {
      article(d, 3).number = 2;
    },
  ],
  [
    'beginning with Article 2',
    'refusal',
    'article.numbering',
    (d) => {
      article(d, 1).number = 2;
    },
  ],
  [
    'an article that is not there',
    'termination-decision',
    'article.reference',
    (d) => {
      article(d, 3).text = edit(article(d, 3).text, 'Điều 2', 'Điều 12');
    },
  ],
  [
    'nobody carries it out',
    'approval-decision',
    'execution.missing',
    (d) => {
      article(d, 5).text = 'Quyết định này được đăng trên Cổng Thông tin điện tử Bộ Công Thương./.';
    },
  ],
  [
    'who carries it out has no number',
    'approval-decision',
    'execution.unnumbered',
    (d) => {
      const { text: said = '' } = article(d, 5);
      d.body.pop();
      d.body.push({ kind: 'paragraph', text: said, style: 'plain' });
    },
  ],
  [
    'no “./.”',
    'approval-decision',
    'closing.missing',
    (d) => {
      article(d, 5).text = edit(article(d, 5).text, './.', '.');
    },
  ],
  [
    'a letter without “./.”',
    'reminder',
    'closing.missing',
    (d) => {
      const said = paragraphAt(d, -1);
      said.text = edit(said.text, './.', '.');
    },
  ],
  [
    '“./.” too early',
    'approval-decision',
    'closing.misplaced',
    (d) => {
      article(d, 4).text = edit(article(d, 4).text, /\.$/u, './.');
    },
  ],
  [
    'text after “./.”',
    'reminder',
    'closing.misplaced',
    (d) => {
      d.body.push({ kind: 'paragraph', text: 'Trân trọng.', style: 'plain' });
    },
  ],
  [
    'clause 3 after clause 1',
    'approval-decision',
    'points.order',
    (d) => {
      last(points(d, 1)).mark = '3.';
    },
  ],
  [
    'point c) after a)',
    'approval-decision',
    'points.order',
    (d) => {
      points(d, 1)[0]?.points.splice(1, 1);
    },
  ],
  [
    '“e)” where “đ)” is due',
    'minutes',
    'points.order',
    (d) => {
      for (const block of d.body) if (block.kind === 'list') for (const point of block.points) if (point.mark === 'đ)') point.mark = 'e)';
    },
  ],
  [
    'a lead number twice',
    'call-letter',
    'points.order',
    (d) => {
      for (const block of d.body)
        if (block.kind === 'paragraph' && block.lead?.startsWith('3.')) block.lead = block.lead.replace('3.', '2.');
    },
  ],
  [
    'a term’s number left out',
    'score-sheet',
    'points.order',
    (d) => {
      for (const block of d.body) if (block.kind === 'definitions') block.entries.splice(1, 1);
    },
  ],
  [
    '“1)” for a clause',
    'approval-decision',
    'points.mark',
    (d) => {
      for (const [at, point] of points(d, 2).entries()) point.mark = `${at + 1})`;
    },
  ],
  [
    '“a.” for a point',
    'approval-decision',
    'points.mark',
    (d) => {
      for (const point of points(d, 1)[0]?.points ?? []) point.mark = point.mark.replace(')', '.');
    },
  ],
  [
    '“+” for a dash',
    'refusal',
    'points.mark',
    (d) => {
      for (const point of points(d, 1)[0]?.points ?? []) point.mark = '+';
    },
  ],
  [
    'a dash among clauses',
    'approval-decision',
    'points.level',
    (d) => {
      last(points(d, 2)).mark = '-';
    },
  ],
  [
    'clauses under a point',
    'approval-decision',
    'points.level',
    (d) => {
      const first = points(d, 1)[0]?.points[0];
      first?.points.push({ mark: '1.', text: 'Năm 2022.', points: [] });
    },
  ],
  [
    'a colon and nothing',
    'approval-decision',
    'points.missing',
    (d) => {
      article(d, 2).points = [];
    },
  ],
  [
    'an article without a word',
    'approval-decision',
    'points.missing',
    (d) => {
      delete article(d, 4).text;
    },
  ],
  [
    'a list item without a mark',
    'call-letter',
    'points.punctuation',
    (d) => {
      for (const block of d.body)
        if (block.kind === 'list' && block.points[0]) block.points[0].text = block.points[0].text.replace(/;$/u, '');
    },
  ],
  [
    'a list ending with a semicolon',
    'termination-decision',
    'points.punctuation',
    (d) => {
      const point = last(points(d, 1));
      point.text = edit(point.text, /\.$/u, ';');
    },
  ],
  [
    'heading III after I',
    'submission',
    'heading.numbering',
    (d) => {
      for (const block of d.body) if (block.kind === 'heading' && block.number === 'II.') block.number = 'III.';
    },
  ],
  [
    'an Arabic number at the first level',
    'submission',
    'heading.numbering',
    (d) => {
      for (const block of d.body) if (block.kind === 'heading' && block.number === 'I.') block.number = '1.';
    },
  ],
  [
    'a sentence without an end',
    'approval-decision',
    'text.end',
    (d) => {
      article(d, 4).text = edit(article(d, 4).text, /\.$/u, '');
    },
  ],
  [
    'a sentence beginning small',
    'submission',
    'text.capital',
    (d) => {
      paragraphAt(d, 2).text = `đã ${paragraphAt(d, 2).text}`;
    },
  ],
];
