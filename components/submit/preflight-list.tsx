import { CheckCircleOutlined, ExclamationCircleOutlined, InfoCircleOutlined, WarningOutlined } from '@ant-design/icons';
import type { Item } from '../../lib/model/item';
import { useTexts } from '../texts/texts-context';
import type { Finding } from './preflight';

const ICONS = {
  error: <ExclamationCircleOutlined aria-hidden />,
  warning: <WarningOutlined aria-hidden />,
  info: <InfoCircleOutlined aria-hidden />,
};

interface PreflightListProps {
  findings: readonly Finding[];
  linkTo: (item: Item) => string;
}

export function PreflightList({ findings, linkTo }: PreflightListProps) {
  const texts = useTexts();
  if (findings.length === 0) {
    return (
      <p className="preflight-clean">
        <CheckCircleOutlined aria-hidden /> {texts.export.preflightClean}
      </p>
    );
  }
  return (
    <ul className="preflight-list" data-testid="preflight">
      {findings.map(finding => (
        <li key={finding.key} className={`is-${finding.severity}`}>
          {ICONS[finding.severity]}
          <span>{finding.text}</span>
          {finding.item && <a href={linkTo(finding.item)}>{texts.export.show}</a>}
        </li>
      ))}
    </ul>
  );
}
