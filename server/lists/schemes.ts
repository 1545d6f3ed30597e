import { z } from 'zod';
import { endpoint } from '../http/endpoint.ts';
import { PageQuery, pageOf } from '../http/page.ts';
import { SchemeRow } from '../things/rows.ts';
import { findSchemes, SchemeQuery } from './find-schemes.ts';

export const listSchemes = endpoint({
  method: 'get',
  path: '/api/schemes',
  id: 'listSchemes',
  summary: 'Schemes that the caller may know of',
  tag: 'schemes',
  input: { query: z.strictObject({ ...SchemeQuery, ...PageQuery }) },
  answers: { 200: { description: 'A page.', schema: pageOf(SchemeRow) } },
  async run({ query, caller }, parts) {
    const { rows, next } = await findSchemes(query, caller, parts);
    return { status: 200, body: { items: rows, next } };
  },
});
