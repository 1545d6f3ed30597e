import { type DestinationStream, type Logger, pino } from 'pino';

/** What an error of the database quotes of the rows and values it speaks of: such words are of people, and stay out of the log. */
const quoted = ['detail', 'where', 'meta'].flatMap((name) => [`err.${name}`, `err.cause.${name}`]);

/** The log of the server: a line of JSON for each answer and each trouble. */
export const openLog = (level: string, to?: DestinationStream): Logger =>
  pino({ level, base: { part: 'server' }, redact: { paths: quoted, remove: true } }, to);
