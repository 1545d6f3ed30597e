/** What a form needs of a JSON schema (as `z.toJSONSchema` writes it). */
export type JsonSchema = {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  enum?: (string | number)[];
  const?: string | number | boolean;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  default?: unknown;
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
};

/** Leads a reference to what it names, in the schema that holds all definitions. */
export function resolved(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const name = /^#\/(?:\$defs|definitions)\/(.+)$/.exec(schema.$ref ?? '')?.[1];
  const found = name === undefined ? undefined : root.$defs?.[name];
  return found ? { ...found, ...(schema.default !== undefined && { default: schema.default }) } : schema.$ref === '#' ? root : schema;
}

/** The ways in which a value may be given; one where there is no choice. Whether it may be null is told apart. */
export function waysOf(schema: JsonSchema, root: JsonSchema): { ways: JsonSchema[]; nullable: boolean } {
  const here = resolved(schema, root);
  const all = (here.anyOf ?? here.oneOf ?? [here]).map((one) => resolved(one, root));
  const ways = all.filter(({ type }) => type !== 'null');
  return { ways, nullable: ways.length < all.length };
}

/** By which of its ways a union of objects is told apart: the property that is a constant in each of them, and its values. */
export function discriminatorOf(ways: JsonSchema[]): { name: string; values: string[] } | null {
  const [first] = ways;
  if (ways.length < 2 || !first?.properties) return null;
  const name = Object.keys(first.properties).find((key) => ways.every((way) => way.properties?.[key]?.const !== undefined));
  return name === undefined ? null : { name, values: ways.map((way) => String(way.properties?.[name]?.const)) };
}

export const isHash = ({ format, pattern }: JsonSchema): boolean =>
  format === 'sha256_hex' || pattern === '^[0-9a-f]{64}$' || /\[0-9a-fA-F\]\{64\}/.test(pattern ?? '');

/** Whether a value has fields of its own: no list, and not nothing. */
export const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
