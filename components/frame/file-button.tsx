import { Button } from 'antd';
import { type ReactNode, useRef } from 'react';

interface FileButtonBase {
  label: string;
  /** Of the hidden input, which is what a test gives the file to. */
  testId: string;
  /** Endings and types, as of an input; left out, any file. */
  accept?: string;
  icon?: ReactNode;
  title?: string;
  size?: 'small' | 'middle';
  disabled?: boolean;
}

type FileButtonProps = FileButtonBase &
  ({ multiple?: false; onFile: (file: File) => void } | { multiple: true; onFiles: (files: readonly File[]) => void });

/** Asks for one file, or several. The same can be chosen twice in a row. */
export function FileButton(props: FileButtonProps) {
  const { label, testId, accept, icon, title, size = 'middle', disabled = false } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon={icon} title={title} size={size} disabled={disabled} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={props.multiple === true}
        aria-label={label}
        data-testid={testId}
        onChange={event => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          const [first] = files;
          if (!first) return;
          if (props.multiple) props.onFiles(files);
          else props.onFile(first);
        }}
      />
    </>
  );
}
