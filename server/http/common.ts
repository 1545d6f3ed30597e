import { z } from 'zod';

/** Id of a thing: a UUID, or made of what it is (`645-2021-2025.2022.central`). */
export const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/);
export const WithId = z.strictObject({ id: Id });

/** SHA-256 of a file, hexadecimal. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** đồng. */
export const Dong = z.int();
export const Instant = z.iso.datetime();
export const Day = z.iso.date();
export const TitleText = z.object({ vi: z.string(), en: z.string() }).meta({ id: 'Title' });

/** Headers that say in which language an answer speaks. */
export const LanguageHeader = {
  'Accept-Language': z.string().optional().meta({ description: 'vi (default) or en, for texts of problems.' }),
};

/** `"12"`, as the entity tag of a thing at its sequence 12. */
export const etagOf = (seq: number): string => `"${seq}"`;
/** The sequence behind an entity tag. */
export const seqOf = (etag: string): number => Number(etag.replaceAll('"', ''));

/** A whole number in a query or a path, where everything is text. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= min && value <= max)
    .meta({
      override: ({ jsonSchema }) => {
        for (const key of Object.keys(jsonSchema)) delete jsonSchema[key as keyof typeof jsonSchema];
        Object.assign(jsonSchema, { type: 'integer', minimum: min, maximum: max });
      },
    });
export const BudgetYear = wholeNumber(2000, 2100);
