import { CloseOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Checkpoint } from '../../lib/model/people';
import { useTexts } from '../texts/texts-context';

interface CheckpointListProps {
  checkpoints: readonly Checkpoint[];
  onAdd: (date: string, name: string) => void;
  onRemove: (checkpoint: Checkpoint) => void;
}

export function CheckpointList({ checkpoints, onAdd, onRemove }: CheckpointListProps) {
  const texts = useTexts().people;
  const [name, setName] = useState('');
  const [date, setDate] = useState('');
  return (
    <>
      <p className="quiet">{checkpoints.length === 0 ? texts.checkpointsEmpty : texts.checkpointsHint}</p>
      <ul className="checkpoint-list">
        {checkpoints.map(checkpoint => (
          <li key={`${checkpoint.date}/${checkpoint.name}`} data-testid="checkpoint">
            <time dateTime={checkpoint.date}>{checkpoint.date}</time>
            <span>{checkpoint.name}</span>
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined />}
              aria-label={texts.removeCheckpoint(checkpoint.name)}
              onClick={() => onRemove(checkpoint)}
            />
          </li>
        ))}
      </ul>
      <form
        className="add-form"
        onSubmit={event => {
          event.preventDefault();
          if (name.trim() === '' || date === '') return;
          onAdd(date, name);
          setName('');
        }}
      >
        <Input
          size="small"
          type="date"
          aria-label={texts.checkpointDate}
          value={date}
          data-testid="checkpoint-date"
          onChange={event => setDate(event.target.value)}
        />
        <Input
          size="small"
          aria-label={texts.checkpointName}
          placeholder={texts.checkpointName}
          value={name}
          maxLength={60}
          data-testid="checkpoint-name"
          onChange={event => setName(event.target.value)}
        />
        <Button size="small" htmlType="submit" data-testid="add-checkpoint">
          {texts.add}
        </Button>
      </form>
    </>
  );
}
