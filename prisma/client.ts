import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client.ts';

export type Reader = PrismaClient;

/** Opens the door through which everything is read. `url` is the database by the role of the running system, `size` the connections it may hold. */
export function openReader(url: string, size = 10): Reader {
  const adapter = new PrismaPg({ connectionString: url, max: size, application_name: 'reader', keepAlive: true });
  return new PrismaClient({ adapter });
}
