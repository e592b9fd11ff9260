import type { MergeWork } from './work';

/** One contender in a process of its own; prints its result as JSON. */
const [name = '', json = ''] = process.argv.slice(2);
const work = JSON.parse(json) as MergeWork;

async function run() {
  if (name === 'ours') return (await import('./ours')).mergeOurs(work);
  const peers = await import('./peers');
  return name === 'Yjs' ? peers.mergeYjs(work) : peers.mergeAutomerge(work);
}

console.log(JSON.stringify(await run()));
