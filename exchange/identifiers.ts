import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Environment, EnvironmentError } from '../config/environment.ts';

const Listed = z.record(z.string().min(1), z.string().min(1).max(13));

/** By what identifier the exchange knows an organisation, and which organisation it means by one; null where it knows none. */
export type Identifiers = { organId(organisationId: string): string | null };

/**
 * The identifiers of the settings' file (QCVN 102:2016/BTTTT gives them, 13 characters). In a rehearsal whoever is not listed has an invented one,
 * so that packets can be looked at. Throws an EnvironmentError where the file is not what it has to be.
 */
export function openIdentifiers({
  exchangeOrganisations,
  samplePersons,
}: Pick<Environment, 'exchangeOrganisations' | 'samplePersons'>): Identifiers {
  const listed = exchangeOrganisations === null ? {} : read(exchangeOrganisations);
  return { organId: (id) => listed[id] ?? (samplePersons ? invented(id) : null) };
}

const invented = (id: string): string => `MAU.${createHash('sha256').update(id).digest('hex').slice(0, 9)}`;

function read(path: string): Record<string, string> {
  try {
    return Listed.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new EnvironmentError(
      `EXCHANGE_ORGANISATIONS names ${path}, which cannot be used (${error instanceof Error ? error.message : String(error)}). It holds { "organisation": "identifier of 13 characters" }; correct it, or unset EXCHANGE_ORGANISATIONS.`,
    );
  }
}
