import { Tabs } from 'antd';
import { useTexts } from '../../components/texts/texts-context';
import type { CampaignSession } from './campaign-session';
import { HandOutPanel } from './hand-out-panel';
import { TakeBackPanel } from './take-back-panel';

/** Excel as the way between departments: workbooks go out, and come back. */
export function ExchangePage({ session }: { session: CampaignSession }) {
  const { tabs } = useTexts().exchange;
  return (
    <div className="exchange">
      <Tabs
        items={[
          { key: 'hand-out', label: tabs.handOut, children: <HandOutPanel session={session} /> },
          { key: 'take-back', label: tabs.takeBack, children: <TakeBackPanel session={session} /> },
        ]}
      />
    </div>
  );
}
