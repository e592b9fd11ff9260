import { App } from 'antd';
import { useTexts } from '../../components/texts/texts-context';
import { exportFileName } from '../../lib/tasks/file-names';
import { download } from './download';
import { useServices } from './services';
import { forgetPassword } from './sharing/passwords';

/** Asks, downloads a backup, deletes. */
export function useRemoveCampaign(onFailure: (thrown: unknown) => void, onRemoved?: () => void) {
  const { store } = useServices();
  const texts = useTexts();
  const { modal, message } = App.useApp();

  async function remove(id: string, name: string): Promise<void> {
    try {
      const backup = await store.campaigns.remove(id, { confirmed: true });
      await forgetPassword(id);
      download(backup, exportFileName(texts.settings.backupName(name), '', 'pingan'));
      message.success(texts.settings.removed(name));
      onRemoved?.();
    } catch (thrown) {
      onFailure(thrown);
    }
  }

  return ({ id, name }: { id: string; name: string }): void => {
    modal.confirm({
      title: texts.settings.removeTitle,
      content: `${name}。${texts.settings.removeText}`,
      okText: texts.settings.removeConfirm,
      okButtonProps: { danger: true },
      cancelText: texts.app.cancel,
      autoFocusButton: 'cancel',
      onOk: () => remove(id, name),
    });
  };
}
