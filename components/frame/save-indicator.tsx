import { CheckCircleOutlined, EditOutlined, ExclamationCircleOutlined, SaveOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { type AppError, errorText } from '../../lib/model/app-error';
import { useLanguage, useTexts } from '../texts/texts-context';

export interface SaveState {
  /** typing: in a cell's editor, not yet taken over. */
  state: 'saved' | 'typing' | 'saving' | 'failed';
  failed: number;
  error: AppError | null;
}

/** Saved, being typed, saving or not saved: never more than the disk has confirmed. */
export function SaveIndicator({ save, onRetry }: { save: SaveState; onRetry: () => void }) {
  const texts = useTexts();
  const language = useLanguage();
  const common = { className: `save-state is-${save.state}`, 'data-testid': 'save-state', 'data-state': save.state };
  if (save.state === 'failed') {
    const text = save.error && errorText(save.error, language);
    return (
      <Popover
        trigger={['click', 'hover', 'focus']}
        getPopupContainer={button => button.parentElement ?? document.body}
        content={
          <div className="save-failure">
            <p>{text?.message}</p>
            <p>{text?.next}</p>
            <Button size="small" type="primary" onClick={onRetry}>
              {texts.save.retry}
            </Button>
          </div>
        }
      >
        <Button {...common} danger size="small" icon={<ExclamationCircleOutlined />} aria-live="assertive">
          {texts.save.failed(save.failed)}
        </Button>
      </Popover>
    );
  }
  if (save.state === 'typing') {
    return (
      <span {...common} role="status" title={texts.save.typingHint}>
        <EditOutlined /> {texts.save.typing}
      </span>
    );
  }
  const saved = save.state === 'saved';
  return (
    <span {...common} role="status" title={saved ? texts.save.savedHint : texts.save.savingHint}>
      {saved ? <CheckCircleOutlined /> : <SaveOutlined />} {saved ? texts.save.saved : texts.save.saving}
    </span>
  );
}
