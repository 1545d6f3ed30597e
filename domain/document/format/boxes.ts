/** The boxes of Decree 30/2020/NĐ-CP, Annex I, as far as they are used; "annex", "page" and "text" stand for what has no box of its own. */
export const boxes = ['1', '2', '3', '4', '5a', '5b', '6', '7a', '7c', '8', '9a', '9b', 'annex', 'page', 'text'] as const;
export type Box = (typeof boxes)[number];

/** Parts that a form may be required to have (Decree 30/2020/NĐ-CP, Article 8 and Annex III). */
export const parts = ['symbol', 'typeName', 'addressees', 'authority', 'bases', 'articles', 'name', 'seal', 'recipients'] as const;
export type Part = (typeof parts)[number];

/** What is printed in a size and weight of its own (Decree 30/2020/NĐ-CP, Annex I, V). */
export const textParts = [
  'country',
  'motto',
  'parent',
  'issuer',
  'number',
  'place-and-date',
  'type-name',
  'abstract',
  'subject',
  'authority',
  'basis',
  'body',
  'signature',
  'recipients-heading',
  'recipients',
  'page-number',
  'annex-heading',
  'annex-reference',
  'table',
] as const;
export type TextPart = (typeof textParts)[number];
