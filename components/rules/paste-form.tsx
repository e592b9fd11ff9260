import { Button, Input } from 'antd';
import { useState } from 'react';
import { formatTabbedText } from '../table/pasted-block';
import { parseHtmlTable } from '../table/pasted-html';
import { useTexts } from '../texts/texts-context';

interface PasteFormProps {
  /** Nothing was found in what was pasted last. */
  nothing: boolean;
  onRead: (text: string) => void;
  onBack: () => void;
}

/** A place for a superior's paper, as text or as cells. */
export function PasteForm({ nothing, onRead, onBack }: PasteFormProps) {
  const texts = useTexts();
  const words = texts.rules.import;
  const [text, setText] = useState('');
  return (
    <form
      className="rule-paste"
      onSubmit={event => {
        event.preventDefault();
        onRead(text);
      }}
    >
      <Input.TextArea
        autoFocus
        autoSize={{ minRows: 10, maxRows: 24 }}
        aria-label={words.pasteLabel}
        placeholder={words.pasteHint}
        value={text}
        data-testid="paste-rules"
        onChange={event => setText(event.target.value)}
        onPaste={event => {
          // A table of a document: its plain text loses where the cells end.
          const html = event.clipboardData.getData('text/html');
          const block = /<table/i.test(html) ? parseHtmlTable(html) : null;
          if (!block || block.length === 0) return;
          event.preventDefault();
          setText(formatTabbedText(block));
        }}
      />
      <p className="quiet">{words.pasteHint}</p>
      {nothing && (
        <p className="clause-doubt" role="alert">
          {words.nothing}
        </p>
      )}
      <div className="button-row">
        <Button type="primary" htmlType="submit" disabled={text.trim() === ''} data-testid="read-rules">
          {words.read}
        </Button>
        <Button onClick={onBack}>{texts.app.cancel}</Button>
      </div>
    </form>
  );
}
