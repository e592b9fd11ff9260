import { Button } from 'antd';
import { type ReactNode, useRef } from 'react';

interface FileButtonProps {
  label: string;
  /** Of the hidden input, which is what a test gives the file to. */
  testId: string;
  /** Endings and types, as of an input; left out, any file. */
  accept?: string;
  icon?: ReactNode;
  title?: string;
  disabled?: boolean;
  onFile: (file: File) => void;
}

/** Asks for one file. The same file can be chosen twice in a row. */
export function FileButton({ label, testId, accept, icon, title, disabled = false, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon={icon} title={title} disabled={disabled} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={label}
        data-testid={testId}
        onChange={event => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
