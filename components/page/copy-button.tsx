import { CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTexts } from '../texts/texts-context';

/** How long the button says that it was done. */
const SAID_MS = 1_500;

/** Copies a text to the clipboard. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const words = useTexts().page.copy;
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const name = copied ? words.copied : words.copy;
  return (
    <Button
      size="small"
      icon={<CopyOutlined />}
      aria-label={label === undefined ? name : `${name} ${label}`}
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      {name}
    </Button>
  );
}
