import { readFileSync } from 'node:fs';
import type { Environment } from '../config/environment.ts';
import { certificatesOf } from '../workflows/activities/pdf/certificate.ts';
import { openStanding, type StandingSource } from './standing.ts';

/** Whom this system trusts, and whom it asks whether a certificate still holds. */
export type Trust = { anchors: () => Buffer[]; standing: StandingSource };

/** By the settings: TRUST_ANCHORS, OCSP_URL, CRL_URLS. The anchors are read when they are needed: a development authority makes its root when it first starts. */
export function openTrust({ trustAnchors, ocspUrl, crlUrls }: Pick<Environment, 'trustAnchors' | 'ocspUrl' | 'crlUrls'>): Trust {
  let read: Buffer[] | undefined;
  return {
    anchors() {
      read ??= certificatesOf(readFileSync(trustAnchors, 'utf8'));
      if (read.length === 0) throw new Error(`TRUST_ANCHORS names ${trustAnchors}, in which there is no certificate.`);
      return read;
    },
    standing: openStanding({ ocspUrl, crlUrls }),
  };
}
