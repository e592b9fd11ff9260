import { AppError } from '../../lib/model/app-error';
import type { Target } from '../../lib/sync/target';

/** What every target does, in words that run in node and in a browser's page alike. Each case gets an empty target. */
export interface ContractCase {
  name: string;
  run(target: Target): Promise<void>;
}

const FOLDER = 'pa/0123456789abcdef/log/e0001';

export const TARGET_CONTRACT: readonly ContractCase[] = [
  {
    name: 'shows nothing where nothing was put',
    async run(target) {
      equal(await target.list(''), []);
      equal(await target.list(FOLDER), []);
      equal(await target.get(`${FOLDER}/s-1.pal`), null);
      equal(await target.get('README.txt'), null);
    },
  },
  {
    name: 'makes the folders that a file needs, and lists each folder by itself',
    async run(target) {
      await target.put(`${FOLDER}/s-1.pal`, bytes(3));
      await target.put('pa/0123456789abcdef/README.txt', bytes(5));
      equal(await names(target, ''), ['pa/']);
      equal(await names(target, 'pa'), ['0123456789abcdef/']);
      equal(await names(target, 'pa/0123456789abcdef'), ['README.txt 5', 'log/']);
      equal(await names(target, FOLDER), ['s-1.pal 3']);
    },
  },
  {
    name: 'gives back what it was given, byte for byte',
    async run(target) {
      for (const size of [0, 1, 256, 300_000]) {
        const content = bytes(size);
        await target.put(`${FOLDER}/${size}.pal`, content);
        const got = await target.get(`${FOLDER}/${size}.pal`);
        equal(got?.length, size);
        if (got?.some((byte, place) => byte !== content[place])) throw new Error(`other bytes came back (${size})`);
      }
    },
  },
  {
    name: 'replaces a file, also as a whole, and leaves nothing beside it',
    async run(target) {
      await target.put(`${FOLDER}/a.pal`, bytes(3));
      await target.put(`${FOLDER}/a.pal`, bytes(4));
      equal((await target.get(`${FOLDER}/a.pal`))?.length, 4);
      await target.put(`${FOLDER}/a.pal`, bytes(5), { whole: true });
      await target.put(`${FOLDER}/b.pal`, bytes(6), { whole: true });
      equal(await names(target, FOLDER), ['a.pal 5', 'b.pal 6']);
    },
  },
  {
    name: 'makes folders for a file that is put as a whole',
    async run(target) {
      await target.put(`${FOLDER}/p-1.pal`, bytes(3), { whole: true });
      equal(await names(target, FOLDER), ['p-1.pal 3']);
    },
  },
  {
    name: 'removes a file, and does not mind one that is not there',
    async run(target) {
      await target.put(`${FOLDER}/a.pal`, bytes(3));
      await target.put(`${FOLDER}/b.pal`, bytes(3));
      await target.remove(`${FOLDER}/a.pal`);
      await target.remove(`${FOLDER}/a.pal`);
      await target.remove('no/such/folder/a.pal');
      equal(await names(target, FOLDER), ['b.pal 3']);
    },
  },
  {
    name: 'bears names as people and their programs make them',
    async run(target) {
      const odd = ['s-1 (冲突副本).pal', '李晓红的 100% & #1+1=2.pal', "it's [a] 'copy'; ok.pal", 's-1.pal.crswap'];
      for (const [place, name] of odd.entries()) await target.put(`${FOLDER}/${name}`, bytes(place + 1));
      equal(await names(target, FOLDER), odd.map((name, place) => `${name} ${place + 1}`).sort());
      for (const [place, name] of odd.entries()) equal((await target.get(`${FOLDER}/${name}`))?.length, place + 1);
    },
  },
  {
    name: 'lists hundreds of files in one go',
    async run(target) {
      const many = Array.from({ length: 150 }, (_, n) => `${FOLDER}/s-${n}.pal`);
      for (let start = 0; start < many.length; start += 15) {
        await Promise.all(many.slice(start, start + 15).map(name => target.put(name, bytes(7))));
      }
      equal((await target.list(FOLDER)).length, many.length);
    },
  },
  {
    name: 'ends with one whole file where several write the same one at once, even if some are refused',
    async run(target) {
      await target.put(`${FOLDER}/z.pal`, bytes(1));
      const writes = [1, 2, 3].map(() => target.put(`${FOLDER}/a.pal`, bytes(50_000), { whole: true }));
      const settled = await Promise.allSettled(writes);
      equal(
        settled.some(({ status }) => status === 'fulfilled'),
        true,
      );
      equal((await target.get(`${FOLDER}/a.pal`))?.length, 50_000);
    },
  },
  {
    name: 'stops when told to',
    async run(target) {
      const stop = new AbortController();
      stop.abort();
      const codes: unknown[] = [];
      for (const call of [
        () => target.list('', { signal: stop.signal }),
        () => target.get(`${FOLDER}/a.pal`, { signal: stop.signal }),
        () => target.put(`${FOLDER}/a.pal`, bytes(3), { signal: stop.signal }),
      ]) {
        try {
          await call();
          codes.push('went on');
        } catch (thrown) {
          codes.push(thrown instanceof AppError ? thrown.code : String(thrown));
        }
      }
      equal(codes, ['stopped', 'stopped', 'stopped']);
    },
  },
];

/** Every byte value, in an order that is no period of 256. */
const bytes = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, place) => (place * 7 + (place >> 8)) % 256);

async function names(target: Target, folder: string): Promise<string[]> {
  const listed = await target.list(folder);
  return listed.map(({ name, isFolder, size }) => (isFolder ? `${name}/` : `${name} ${size}`)).sort();
}

function equal(actual: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`expected ${b}, got ${a}`);
}
