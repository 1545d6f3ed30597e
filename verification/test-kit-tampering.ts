import type { Original } from './test-kit.ts';
import { alteredBytes } from './test-kit-tampering-bytes.ts';
import { alteredContent } from './test-kit-tampering-content.ts';
import { alteredSignatures } from './test-kit-tampering-signatures.ts';
import type { GroundRule } from './verdict.ts';

/** One way to pass a changed document off as the issued one, and the ground on which it must be refused, beside its bytes. */
export type Tampering = { name: string; ground: [GroundRule, string]; make(of: Original): Buffer | Promise<Buffer> };

export const tamperings: Tampering[] = [...alteredContent, ...alteredSignatures, ...alteredBytes];
