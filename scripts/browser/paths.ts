import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** The project's own folders, absolute. */
export const AppPaths = {
  root,
  chromeBuild: path.join(root, '.output/chrome-mv3'),
  firefoxBuild: path.join(root, '.output/firefox-mv3'),
  /** The profile that `npm start` keeps: the user's work of the development copy lives in it. */
  profile: path.join(root, '.local/profile'),
  output: path.join(root, 'output'),
} as const;
