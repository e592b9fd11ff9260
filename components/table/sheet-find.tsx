import { SearchOutlined } from '@ant-design/icons';
import { App, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../texts/texts-context';

interface SheetFindProps {
  /** Goes to the next cell that holds the text; false when there is none. */
  onFind: (text: string) => boolean;
  /** Back to the sheet, to the cell that was found. */
  onLeave: () => void;
}

/** Ctrl+F for a sheet of which only the part in sight is in the page. Enter goes from one to the next. */
export function SheetFind({ onFind, onLeave }: SheetFindProps) {
  const texts = useTexts();
  const { message } = App.useApp();
  const field = useRef<InputRef>(null);
  const [query, setQuery] = useState('');

  useEffect(() => {
    const ended = new AbortController();
    window.addEventListener(
      'keydown',
      event => {
        if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'f') return;
        event.preventDefault();
        field.current?.focus({ cursor: 'all' });
      },
      { signal: ended.signal },
    );
    return () => ended.abort();
  }, []);

  return (
    <Input
      ref={field}
      size="small"
      className="sheet-find"
      allowClear
      prefix={<SearchOutlined />}
      aria-label={texts.table.find}
      placeholder={texts.table.find}
      title="Ctrl+F"
      value={query}
      onChange={event => setQuery(event.target.value)}
      onKeyDown={event => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onLeave();
      }}
      onPressEnter={event => {
        if (!event.nativeEvent.isComposing && query !== '' && !onFind(query)) message.info(texts.table.findNone(query));
      }}
    />
  );
}
