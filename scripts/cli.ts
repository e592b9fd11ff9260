import { toAppError } from '../lib/model/app-error';
import { collectCommand } from './cli/collect';
import { type Command, reportRefusal, UsageError } from './cli/command';
import { fillCommand } from './cli/fill';
import { inspectCommand } from './cli/inspect';
import { mergeCommand } from './cli/merge';
import { rulesCommand } from './cli/rules';

const VERBS: Record<string, Command> = {
  inspect: inspectCommand,
  fill: fillCommand,
  merge: mergeCommand,
  collect: collectCommand,
  rules: rulesCommand,
};

const [verb = '', ...args] = process.argv.slice(2);
process.exitCode = await main();

async function main(): Promise<number> {
  const command = Object.hasOwn(VERBS, verb) ? VERBS[verb]! : null;
  if (!command) {
    console.error(
      `usage: npm run --silent cli -- <verb> …\n${Object.values(VERBS)
        .map(v => v.usage)
        .join('\n')}`,
    );
    return 2;
  }
  try {
    await command.run(args);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\nusage: ${command.usage}`);
      return 2;
    }
    reportRefusal(toAppError(error));
    return 3;
  }
}
