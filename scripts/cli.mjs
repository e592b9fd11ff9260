import { run } from './bootstrap.mjs';

await run('./cli.ts');
