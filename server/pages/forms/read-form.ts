import { readNumber } from '../../../domain/money/read-number.ts';
import type { Posted } from '../page.ts';
import { discriminatorOf, isGroup, type JsonSchema, resolved, waysOf } from './json-schema.ts';

/**
 * A posted form as the JSON that a command takes: numbers as they are written in Vietnam (1.234.567,5), ticks as booleans, what was left
 * empty and need not be there left out, rows in which nothing stands left out. What cannot be read stays as it was typed, so that the
 * command's own schema says what is wrong with it.
 */
export function readForm(schema: JsonSchema, posted: Posted): unknown {
  return readValue(schema, posted, schema) ?? {};
}

function readValue(schema: JsonSchema, posted: unknown, root: JsonSchema): unknown {
  const { ways, nullable } = waysOf(schema, root);
  const way = wayOf(ways, posted, root);
  if (!way) return posted;
  const value = plainValue(way, posted, root);
  return value === undefined && nullable ? null : value;
}

function wayOf(ways: JsonSchema[], posted: unknown, root: JsonSchema): JsonSchema | undefined {
  const told = discriminatorOf(ways);
  if (told && isGroup(posted)) return ways.find((way) => String(way.properties?.[told.name]?.const) === posted[told.name]) ?? ways[0];
  if (ways.length < 2) return ways[0];
  const fits = (way: JsonSchema) => isGroup(posted) && Object.keys(posted).every((key) => way.properties?.[key] !== undefined);
  return ways.find((way) => resolved(way, root).type === 'object' && fits(way)) ?? ways.find(({ type }) => type !== 'object') ?? ways[0];
}

function plainValue(schema: JsonSchema, posted: unknown, root: JsonSchema): unknown {
  switch ([schema.type].flat()[0]) {
    case 'object':
      return objectOf(schema, posted, root);
    case 'array':
      return listOf(schema, posted, root);
    case 'integer':
    case 'number':
      return typeof posted === 'string' ? (posted.trim() === '' ? undefined : (readNumber(posted) ?? posted)) : posted;
    case 'boolean':
      return ['on', 'true', '1'].includes(String(posted));
    default:
      return textOf(schema, posted);
  }
}

function objectOf(schema: JsonSchema, posted: unknown, root: JsonSchema): unknown {
  const given = isGroup(posted) ? posted : {};
  const entries = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const value = readValue(property, given[name], root);
    const needed = schema.required?.includes(name) ?? false;
    if (value === undefined) return needed && isText(property, root) ? [[name, '']] : [];
    if (!needed && isBare(value) && given[name] === undefined) return [];
    return [[name, value]];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function listOf(schema: JsonSchema, posted: unknown, root: JsonSchema): unknown {
  const { items } = schema;
  if (!items || posted === undefined) return [];
  const rows = Array.isArray(posted)
    ? posted
    : isGroup(posted)
      ? Object.entries(posted)
          .toSorted(([a], [b]) => Number(a) - Number(b))
          .map(([, row]) => row)
      : [posted];
  return rows.filter((row) => !isEmpty(row)).map((row) => readValue(items, row, root));
}

function textOf({ const: only }: JsonSchema, posted: unknown): unknown {
  if (typeof posted !== 'string') return posted ?? undefined;
  const text = posted.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  if (text === '') return undefined;
  return typeof only === 'number' ? Number(text) : text;
}

const isText = (schema: JsonSchema, root: JsonSchema): boolean =>
  waysOf(schema, root).ways.some(({ type, enum: choices }) => type === 'string' && !choices);
const isBare = (value: unknown): boolean => value === false || (Array.isArray(value) && value.length === 0);
const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' ? value.trim() === '' : typeof value === 'object' && Object.values(value).every(isEmpty));
