/** A day of the database as it is told: `2022-03-31`; null where there is none. */
export const dayOf = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;
