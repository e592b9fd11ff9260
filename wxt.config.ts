import { defineConfig } from 'wxt';

/** Public half of a key that nobody keeps: it only pins the extension's id, so that an unpacked copy finds its database again after being moved. */
const EXTENSION_ID_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAv0Ftt9rw42WWVy0FLsS9xpCaVVATN0MtNbRUvZQ5rs7dujHiT83CBiS8UXmQDG1KiCBEQHEB41+uEzT4KTZqrqGaAjqlZOtknfk8KIO4qzYD8YskaQ7skOVC23cegjXEUtOkLr7f8DvORkaRqcOnFsUJkafxhr7sK3nX3FzOZC0qSBTgh82wsqd9IF8O4D01gglZcrAoWXrUbP1mlMOBu9djtiS/7+Ph8OAmWSf1+uTdMo+wzLbiUlzNK3sfKBzXoLxkPGjl2y6sNfWcUOKcwGclKhoIdy6uGompvvp62fkVDVZiaDwki7PFSqH3ofaCz0mBCPyp5wg+luXm8eYyfQIDAQAB';

/** dexie holds a raw U+FFFF, for which Chromium refuses a whole script as "not UTF-8 encoded". Escapes say the same. */
const escapeNoncharacters = {
  name: 'escape-noncharacters',
  enforce: 'post' as const,
  generateBundle(_options: unknown, bundle: Record<string, { type: string; code?: string }>) {
    for (const output of Object.values(bundle)) {
      if (output.code === undefined) continue;
      output.code = output.code.replace(/[\ufdd0-\ufdef\ufffe\uffff]/g, c => `\\u${c.charCodeAt(0).toString(16)}`);
    }
  },
};

/**
 * What goes onto pages is weighed by the byte, and `?.` written out is a tenth of it. Chromium knows it from 80 on; what makes compilers
 * wait for 91 is a bug with spread arguments behind it, f?.(...a, b), which these scripts do not have.
 */
const keepOptionalChaining = {
  name: 'keep-optional-chaining-on-pages',
  config({ build }: { build?: { lib?: unknown; target?: unknown } }) {
    if (build && /entrypoints.overlay/.test(JSON.stringify(build.lib ?? ''))) build.target = 'chrome91';
  },
};

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  webExt: { disabled: true },
  outDir: '.output',
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'zh_CN',
    minimum_chrome_version: '90',
    // "sidePanel" is added for Chromium by the side panel's own page.
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'notifications', 'activeTab', 'scripting'],
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    action: { default_title: '__MSG_openWorkspace__' },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'pingan-fill@local.invalid',
              strict_min_version: '121.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { key: EXTENSION_ID_KEY }),
  }),
  vite: () => ({
    plugins: [escapeNoncharacters, keepOptionalChaining],
    // Chunks come from disk, not over a network: the default warning at 500 kB says nothing here.
    build: { target: ['chrome90', 'firefox121'], chunkSizeWarningLimit: 1200 },
    worker: { format: 'es' },
  }),
});
