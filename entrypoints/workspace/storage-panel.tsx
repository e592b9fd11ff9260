import { useEffect, useState } from 'react';
import { StorageNote, type StorageState } from '../../components/start/storage-note';
import { askToPersist, measureRoom } from '../../lib/store/storage-room';

/** How safe and how full the browser's storage is. */
export function StoragePanel() {
  const [storage, setStorage] = useState<StorageState | null>(null);
  const [refused, setRefused] = useState(false);

  useEffect(() => {
    let ended = false;
    void readStorage().then(state => {
      if (!ended) setStorage(state);
    });
    return () => {
      ended = true;
    };
  }, []);

  async function request(): Promise<void> {
    const answer = await askToPersist(navigator.storage);
    setRefused(answer !== 'granted');
    setStorage(await readStorage());
  }

  return <StorageNote storage={storage} refused={refused} onRequest={() => void request()} />;
}

async function readStorage(): Promise<StorageState> {
  const room = await measureRoom(navigator.storage);
  const persisted = (await navigator.storage?.persisted?.()) ?? false;
  return { persisted, usage: room?.usedBytes ?? null, quota: room?.quotaBytes ?? null, isLow: room?.isLow ?? false };
}
