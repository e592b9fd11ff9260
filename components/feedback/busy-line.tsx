import { Button, Progress } from 'antd';
import { useEffect, useState } from 'react';
import { useTexts } from '../texts/texts-context';

/** What takes longer than this is shown; shorter work would only flicker. */
const PATIENCE = 300;

interface BusyLineProps {
  label: string;
  /** 0 to 1 where it is known. */
  share?: number | undefined;
  onStop?: (() => void) | undefined;
}

export function BusyLine({ label, share, onStop }: BusyLineProps) {
  const texts = useTexts();
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setVisible(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  if (!visible) return null;
  return (
    <div className="busy-line" role="status" data-testid="busy">
      <span>{label}</span>
      <Progress
        percent={share === undefined ? 100 : Math.round(share * 100)}
        status="active"
        showInfo={share !== undefined}
        size="small"
        aria-label={label}
      />
      {onStop && (
        <Button size="small" onClick={onStop}>
          {texts.busy.stop}
        </Button>
      )}
    </div>
  );
}
