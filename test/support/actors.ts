import type { Database } from '../../commit/database.ts';
import type { Actor } from '../../domain/command.ts';

/** The sample persons as the rules see them, with their positions of today. */
export async function sampleActors(database: Database): Promise<(name: string) => Actor> {
  const { rows } = await database.query<Actor>(
    `SELECT p.id, p.name, coalesce(json_agg(json_build_object('role', h.role, 'title', h.title, 'organisationId', h.organisation_id, 'provinceId', o.province_id))
      FILTER (WHERE h.id IS NOT NULL), '[]') AS positions FROM person p LEFT JOIN position h ON h.person_id = p.id LEFT JOIN organisation o ON o.id = h.organisation_id GROUP BY p.id`,
  );
  const known = new Map(rows.map((actor) => [actor.id, actor]));
  return (name) => {
    const actor = known.get(name);
    if (!actor) throw new Error(`There is no sample person ${name}.`);
    return actor;
  };
}
