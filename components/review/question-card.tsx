import { Button, Radio } from 'antd';
import type { ColumnRole } from '../../lib/model/columns';
import { whyText } from '../../lib/model/question-texts';
import type { RecognitionQuestion } from '../../lib/model/table';
import { useLanguage, useTexts } from '../texts/texts-context';

interface QuestionCardProps {
  question: RecognitionQuestion;
  answer: ColumnRole | 'ignore' | undefined;
  onAnswer: (role: ColumnRole | 'ignore') => void;
  onJump: () => void;
}

/** One heading that could mean several things. */
export function QuestionCard({ question, answer, onAnswer, onJump }: QuestionCardProps) {
  const texts = useTexts();
  const language = useLanguage();
  const title = texts.review.question(question.header);
  return (
    <div className={`question-card${answer === undefined ? '' : ' is-answered'}`} data-testid="question">
      <p>
        <strong>{title}</strong>
        <Button type="link" size="small" aria-label={texts.review.jump(question.cell)} onClick={onJump}>
          {question.cell}
        </Button>
      </p>
      <p className="quiet">{whyText(question, language)}</p>
      <Radio.Group
        vertical
        aria-label={title}
        value={answer ?? question.suggested}
        onChange={event => onAnswer(event.target.value as ColumnRole | 'ignore')}
        options={question.choices.map(choice => ({
          value: choice,
          label: `${choice === 'ignore' ? texts.review.ignore : texts.roles[choice]}${
            choice === question.suggested ? texts.review.suggested : ''
          }`,
        }))}
      />
    </div>
  );
}
