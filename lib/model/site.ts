/**
 * The site of an address as browsers grant it: "https://oa.example.cn/*", all ports of the host. null for what is no web page.
 */
export function sitePattern(address: string): string | null {
  const url = parsed(address);
  return url && /^https?:$/.test(url.protocol) ? `${url.protocol}//${url.hostname}/*` : null;
}

/** For people: "oa.example.cn", with its port where it has one. */
export function siteName(addressOrPattern: string): string {
  return parsed(addressOrPattern.replace(/\*$/, ''))?.host ?? addressOrPattern;
}

function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
