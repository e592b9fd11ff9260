import { createContext, useContext } from 'react';
import type { Who } from '../../components/settings/who-form';
import type { Language } from '../../lib/model/app-error';
import type { Store } from '../../lib/store/open-store';
import type { WorkbookClient } from './workbook-client';

/** What every page of the workspace works with. */
export interface Services {
  store: Store;
  workbooks: WorkbookClient;
  /** null until the person has been asked. */
  who: Who | null;
  setWho: (who: Who) => void;
  setLanguage: (language: Language) => void;
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('no services around this page');
  return services;
}
