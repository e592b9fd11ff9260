import { Alert, Button } from 'antd';
import { type AppError, errorText } from '../../lib/model/app-error';
import { useLanguage, useTexts } from '../texts/texts-context';

interface FailureNoticeProps {
  error: AppError;
  onRetry?: (() => void) | undefined;
  onDismiss?: (() => void) | undefined;
}

/** What happened, what is safe, what to do next; the code and the cause for whoever is called for help. */
export function FailureNotice({ error, onRetry, onDismiss }: FailureNoticeProps) {
  const texts = useTexts();
  const language = useLanguage();
  const text = errorText(error, language);
  const cause = error.cause instanceof Error ? (error.cause.stack ?? error.cause.message) : '';
  const details = Object.entries(error.details).map(
    ([name, value]) => `${name}: ${typeof value === 'object' ? value[language] : value}`,
  );
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      data-testid="failure"
      data-code={error.code}
      title={text.message}
      description={
        <div className="failure-text">
          <p>
            <strong>{texts.failure.safe}</strong>
            {text.safe}
          </p>
          <p>
            <strong>{texts.failure.next}</strong>
            {text.next}
          </p>
          <details>
            <summary>{texts.app.details}</summary>
            <pre>{[texts.failure.code(error.code), ...details, cause].filter(Boolean).join('\n')}</pre>
          </details>
          <div className="button-row">
            {onRetry && (
              <Button size="small" onClick={onRetry}>
                {texts.app.retry}
              </Button>
            )}
            {onDismiss && (
              <Button size="small" onClick={onDismiss}>
                {texts.failure.dismiss}
              </Button>
            )}
          </div>
        </div>
      }
    />
  );
}
