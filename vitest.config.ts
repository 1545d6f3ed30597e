import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // With threads, Temporal's native bridge fails when two files load the worker.
    pool: 'forks',
    projects: [
      { extends: true, test: { name: 'unit', include: ['{domain,config,scripts,signatures}/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'system',
          include: ['{commit,files,verification,server,workflows,prisma,templates,regulations,test}/**/*.test.ts'],
          globalSetup: 'test/setup/services.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
