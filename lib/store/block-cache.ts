import { LogIndex } from './log-index';

/** The blocks of one campaign as last read, and which they were. */
export interface ReadBlocks {
  readonly campaign: string;
  readonly numbers: readonly number[];
  readonly index: LogIndex;
}

/**
 * Blocks unpacked, once a tab: they never change, so only new ones are read. One campaign at a time is held, as one is open
 * at a time; unpacking 100,000 ops takes about two seconds of CPU, and nothing needs them to show a table.
 */
export class BlockCache {
  private held: ReadBlocks = { campaign: '', numbers: [], index: new LogIndex() };

  /** What is held of this campaign and is still a beginning of the given numbers; else nothing. */
  beginning(campaign: string, numbers: readonly number[]): ReadBlocks {
    const { held } = this;
    const isBeginning = held.campaign === campaign && held.numbers.every((number, place) => numbers[place] === number);
    return isBeginning ? held : { campaign, numbers: [], index: new LogIndex() };
  }

  hold(blocks: ReadBlocks): void {
    this.held = blocks;
  }
}
