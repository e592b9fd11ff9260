import { LogIndex } from './log-index';

/** The blocks of one campaign as last read, and which they were. */
export interface ReadBlocks {
  readonly campaign: string;
  readonly numbers: readonly number[];
  readonly index: LogIndex;
}

export const nothingRead = (campaign: string): ReadBlocks => ({ campaign, numbers: [], index: new LogIndex() });

/**
 * Blocks unpacked, once a tab: they never change, so only new ones are read, and of joined ones nothing that is held. One campaign at a time is held, as one is open
 * at a time; unpacking 100,000 ops takes about a second of CPU, and nothing needs them to show a table.
 */
export class BlockCache {
  private held = nothingRead('');

  /** What is held of this campaign; nothing where that is another's. */
  of(campaign: string): ReadBlocks {
    return this.held.campaign === campaign ? this.held : nothingRead(campaign);
  }

  hold(blocks: ReadBlocks): void {
    this.held = blocks;
  }
}
