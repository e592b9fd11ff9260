import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

export interface SitePage {
  html: string;
  headers?: Record<string, string>;
}

/** A web site of a few pages, by path. Also reachable as another site, for frames: `other`. */
export interface WebSite {
  origin: string;
  other: string;
  posts: string[];
  close(): void;
}

export async function serveSite(pages: (other: string) => Record<string, SitePage>): Promise<WebSite> {
  const posts: string[] = [];
  let served: Record<string, SitePage> = {};
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    if (request.method === 'POST') posts.push(pathname);
    const page = served[pathname];
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...page?.headers });
    response.end(page?.html ?? '');
  });
  await new Promise<void>(resolve => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const site = {
    origin: `http://127.0.0.1:${port}`,
    other: `http://localhost:${port}`,
    posts,
    close: () => server.close(),
  };
  served = pages(site.other);
  return site;
}

interface WorkbookIndicator {
  code: string;
  text: string;
}

const { indicators } = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../fixtures/pages/workbook.json'), 'utf8'),
) as { indicators: WorkbookIndicator[] };

export const indicatorText = (place: number): string => indicators[place]!.text;

/** As a portal draws it: a table with a row an indicator. */
export function portalTable(count = 4, more = ''): string {
  const rows = indicators.slice(0, count).map(
    ({ text }, index) => `<tr><td>${index + 1}</td><td>${text}</td>
      <td><textarea id="c${index + 1}" name="wcqk" rows="3" cols="30"></textarea></td>
      <td><input id="s${index + 1}" name="score" size="6"></td></tr>`,
  );
  return `<table border="1"><tr><th>序号</th><th>考评内容</th><th>完成情况</th><th>自评分</th></tr>${rows.join('')}</table>${more}`;
}

export const portalPage = (body: string, head = ''): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>平安单位创建自评</title>${head}</head>
  <body><h1>平安单位创建自评</h1><form method="post" action="/submitted">${body}<p><button>提交</button></p></form></body></html>`;
