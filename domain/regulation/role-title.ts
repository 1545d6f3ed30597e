import type { RegulationPack } from './pack.ts';

/** What a role is called in both languages; its bare name where the pack knows none. */
export const roleTitle = ({ roles }: Pick<RegulationPack, 'roles'>, role: string): { vi: string; en: string } =>
  roles.find(({ id }) => id === role)?.title ?? { vi: role, en: role };
