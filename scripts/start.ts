import { explain } from './setup/progress.ts';

/** `npm start`: sets up what is missing, starts everything, keeps it running, and stops it in order. */
try {
  const { runSystem } = await import('./supervise/run-system.ts');
  await runSystem();
} catch (error) {
  console.error(`Not started. ${explain(error)}`);
  process.exit(1);
}
