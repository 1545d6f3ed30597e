import { begin } from './packages.mjs';

await begin('scripts/test.ts');
