/** The keys of a campaign's cells: an empty array sorts after every string. */
export const fieldsOf = (campaign: string): [[string, string, string], unknown[], true, true] => [
  [campaign, '', ''],
  [campaign, []],
  true,
  true,
];
