import { begin } from './packages.mjs';

await begin('scripts/start.ts');
