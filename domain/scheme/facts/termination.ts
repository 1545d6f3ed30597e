import type { Scheme } from '../state.ts';
import type { Evolutions } from './evolve.ts';

export type TerminationFact =
  | { type: 'termination-asked'; text: string }
  /** `ground`: one of the pack's list, with its title. */
  | { type: 'termination-proposed'; ground: string; title: { vi: string; en: string }; text: string }
  | { type: 'termination-returned'; reason: string }
  /** `keptDong`: what the contract still covers: paid, approved, or accepted; the rest comes free. */
  | { type: 'terminated'; documentId: string; symbol: string | null; date: string; keptDong: number };

const none: NonNullable<Scheme['termination']> = { grounds: '', text: '', askedByHost: false, proposed: false, document: null };

export const termination = {
  'termination-asked': (scheme, { text }) => ({ ...scheme, termination: { ...none, text, askedByHost: true } }),
  'termination-proposed': (scheme, { ground, text }) => ({
    ...scheme,
    termination: { ...(scheme.termination ?? none), grounds: ground, text, proposed: true },
  }),
  'termination-returned': (scheme) => ({ ...scheme, termination: null }),
  /** Requests that nobody has approved end with the scheme, as does an adjustment still asked for. */
  terminated: (scheme, { documentId, symbol, date }) => ({
    ...scheme,
    termination: { ...(scheme.termination ?? none), document: { documentId, symbol, date } },
    suspension: null,
    requests: scheme.requests.map((request) =>
      request.status === 'requested' || request.status === 'prepared' ? { ...request, status: 'refused', reason: 'terminated' } : request,
    ),
    adjustment: scheme.adjustment && (scheme.adjustment.decision ? scheme.adjustment : { ...scheme.adjustment, status: 'refused' }),
  }),
} satisfies Evolutions<TerminationFact>;
