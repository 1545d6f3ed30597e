import type { Request } from 'express';
import { pageText } from '../../templates/page-texts.ts';
import { renderPage, renderView } from '../../templates/pages.ts';
import { type Language, languageOf } from '../http/language.ts';
import { ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { shellOf } from '../pages/shell.ts';
import type { Parts } from '../parts.ts';
import type { Verdict } from './verdict.ts';

/** How a verdict is marked beside its words. */
const signs: Record<Verdict['verdict'], { icon: string; tone: string }> = {
  valid: { icon: 'check', tone: 'success' },
  'valid-but': { icon: 'warning', tone: 'warning' },
  incomplete: { icon: 'warning', tone: 'warning' },
  altered: { icon: 'cross', tone: 'danger' },
  'not-ours': { icon: 'cross', tone: 'danger' },
  'cannot-judge': { icon: 'warning', tone: 'warning' },
};
const resultIcons = { passed: 'check', failed: 'cross', unproven: 'warning' } as const;

/** The verdict as a page for anybody. */
export function verifyPage(verdict: Verdict, request: Request, parts: Parts): Promise<string> {
  const language = languageOf(request);
  const { document, since, grounds, signatures, sha256 } = verdict;
  return framed(
    'verify/verdict',
    {
      ...signs[verdict.verdict],
      text: pageText(`verify.verdict.${verdict.verdict}`, language),
      document,
      since: since.map(({ kind, symbol, date }) => ({ label: pageText(`verify.since.${kind}`, language), symbol, date })),
      grounds: grounds.map((one) => ({
        title: one.title[language],
        icon: resultIcons[one.result],
        state: one.result === 'passed' ? 'up' : one.result === 'failed' ? 'down' : 'degraded',
        result: pageText(`verify.result.${one.result}`, language),
        explanation: one.explanation[language],
        signer: one.signer,
        cited: cited(one, language),
      })),
      signatures: signatures.map(({ kind, signer, organisation, at, atIsProven }) => ({
        who: [signer, organisation].filter((part) => part !== '').join(', ') || '–',
        kind: pageText(`verify.${kind}`, language),
        at,
        proof: pageText(atIsProven ? 'verify.proven' : 'verify.claimed', language),
      })),
      sha256,
    },
    request,
    parts,
  );
}

/** The page on which a code is asked for or a file is sent. */
export const verifyForm = (request: Request, parts: Parts): Promise<string> => framed('verify/form', {}, request, parts);

/** A page of the verification in the frame of all pages, with the menu of whoever has signed in. */
async function framed(view: string, model: object, request: Request, parts: Parts): Promise<string> {
  const language = languageOf(request);
  const caller = await whoever(request, parts);
  const shell = await shellOf({ caller, language, title: pageText('verify.title', language), here: '/verify' }, parts);
  return renderPage(shell, renderView(view, model, language), language);
}

const whoever = (request: Request, { identity }: Parts): Promise<Caller | null> =>
  identity.callerOf(request).catch((error: unknown) => {
    if (error instanceof ProblemError && error.status === 401) return null;
    throw error;
  });

/** The law with how certain it is, then the standards likewise: "Luật 20/2023/QH15, Điều 10 khoản 1 (theo văn bản); RFC 3161 (chưa kiểm chứng)". */
const cited = ({ basis, certainty, standards }: Verdict['grounds'][number], language: Language): string =>
  [{ name: basis, certainty }, ...standards].map((one) => `${one.name} (${pageText(`certainty.${one.certainty}`, language)})`).join('; ');
