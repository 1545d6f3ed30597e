export { titleOf } from '../things/title-of.ts';
