import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTexts } from '../texts/texts-context';

interface ListExportsProps {
  /** How many pieces of evidence and how many findings there are. */
  evidence: number;
  findings: number;
  disabled: boolean;
  onCatalogue: () => void;
  onFindings: () => void;
}

/** 佐证目录 and 问题整改清单 as workbooks of their own: what is in no cell of the table. */
export function ListExports({ evidence, findings, disabled, onCatalogue, onFindings }: ListExportsProps) {
  const words = useTexts().entries.export;
  return (
    <section aria-labelledby="lists-heading">
      <h2 id="lists-heading">{words.title}</h2>
      <p className="quiet">{evidence + findings === 0 ? words.nothing : words.hint}</p>
      {evidence + findings > 0 && (
        <div className="button-row">
          <Button
            icon={<DownloadOutlined />}
            disabled={disabled || evidence === 0}
            onClick={onCatalogue}
            data-testid="export-catalogue"
          >
            {words.catalogue(evidence)}
          </Button>
          <Button
            icon={<DownloadOutlined />}
            disabled={disabled || findings === 0}
            onClick={onFindings}
            data-testid="export-findings"
          >
            {words.findings(findings)}
          </Button>
        </div>
      )}
    </section>
  );
}
