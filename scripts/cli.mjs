import { runBundled } from './bootstrap.mjs';

await runBundled('./cli.ts');
