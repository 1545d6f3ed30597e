import { z } from 'zod';
import type { Json } from '../../../domain/command.ts';
import { ProposalEdit, type Section, sections } from '../../../domain/scheme/proposal.ts';
import type { Language } from '../../http/language.ts';
import type { FieldError } from '../../http/problem.ts';
import { inputSchema } from '../../things/input-schema.ts';
import type { Choices, Field } from '../forms/fields.ts';
import { fieldsOf } from '../forms/fields.ts';
import type { JsonSchema } from '../forms/json-schema.ts';
import { readForm } from '../forms/read-form.ts';
import type { Posted } from '../page.ts';
import { sectionName } from '../schemes/field-names.ts';

const forms = new Map(sections.map((section) => [section, z.object({ [section]: ProposalEdit.shape[section] })]));
const schemaOf = (section: Section): JsonSchema => inputSchema(forms.get(section) ?? z.object({})) as JsonSchema;
const isList = (section: Section): boolean => section === 'outputs' || section === 'schedule' || section === 'lines';

/** A section as a form gives it; left empty it is an empty text or list. What cannot be read stays as it was typed. */
export function readSection(section: Section, posted: Posted): Json {
  const read = readForm(schemaOf(section), posted) as Record<string, Json | undefined>;
  return read[section] ?? (isList(section) ? [] : '');
}

type Shown = { value: Json; errors?: FieldError[]; more?: string[]; choices?: Choices };

/** The fields of a section with what stands in them; an empty list begins with one row, which may be left empty. */
export function sectionFields(
  section: Section,
  { value, errors = [], more = [], choices = () => undefined }: Shown,
  language: Language,
): Field[] {
  const fields = fieldsOf({
    name: 'edit-proposal',
    schema: schemaOf(section),
    values: { [section]: isList(section) && Array.isArray(value) && value.length === 0 ? [{}] : value },
    errors,
    choices,
    language,
    more,
  });
  return fields.map((field) => ({ ...field, label: sectionName(section, language) }));
}

/** What of a form is the section's own, without the form's own running. */
export const valuesIn = (posted: Posted): Posted => Object.fromEntries(Object.entries(posted).filter(([name]) => !name.startsWith('_')));
