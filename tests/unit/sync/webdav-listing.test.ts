import { describe, expect, it } from 'vitest';
import { readListing } from '../../../lib/sync/targets/webdav-listing';

const FOLDER = 'https://dav.example.cn/dav/%E5%B9%B3%E5%AE%89/log/e0001/';
const file = (name: string, size: number | null) => ({ name, isFolder: false, size });

describe('listings as servers write them', () => {
  it('by Apache mod_dav: two propstats, prefixes for each namespace', () => {
    const xml = `<?xml version="1.0" encoding="utf-8"?>
<D:multistatus xmlns:D="DAV:" xmlns:ns0="DAV:">
<D:response xmlns:lp1="DAV:" xmlns:lp2="http://apache.org/dav/props/">
<D:href>/dav/%e5%b9%b3%e5%ae%89/log/e0001/</D:href>
<D:propstat><D:prop><lp1:resourcetype><D:collection/></lp1:resourcetype></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat>
<D:propstat><D:prop><D:getcontentlength/></D:prop><D:status>HTTP/1.1 404 Not Found</D:status></D:propstat>
</D:response>
<D:response xmlns:lp1="DAV:"><D:href>/dav/%e5%b9%b3%e5%ae%89/log/e0001/s-1%20(%e5%86%b2%e7%aa%81%e5%89%af%e6%9c%ac).pal</D:href>
<D:propstat><D:prop><lp1:resourcetype/><lp1:getcontentlength>412</lp1:getcontentlength></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat>
</D:response></D:multistatus>`;
    expect(readListing(xml, FOLDER)).toEqual([file('s-1 (冲突副本).pal', 412)]);
  });

  it('by rclone: no line breaks, resourcetype with an attribute', () => {
    const xml =
      '<?xml version="1.0" encoding="UTF-8"?><D:multistatus xmlns:D="DAV:"><D:response><D:href>/dav/平安/log/e0001/</D:href><D:propstat><D:prop>' +
      '<D:resourcetype><D:collection xmlns:D="DAV:"/></D:resourcetype></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>' +
      '<D:response><D:href>/dav/平安/log/e0001/a&amp;b.pal</D:href><D:propstat><D:prop><D:getcontentlength>0</D:getcontentlength><D:resourcetype></D:resourcetype></D:prop>' +
      '<D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response></D:multistatus>';
    expect(readListing(xml, FOLDER)).toEqual([file('a&b.pal', 0)]);
  });

  it('by lighttpd: whole addresses, length for folders too', () => {
    const xml = `<?xml version="1.0" encoding="utf-8"?>
<D:multistatus xmlns:D="DAV:" xmlns:ns0="urn:uuid:c2f41010-65b3-11d1-a29f-00aa00c14882/">
<D:response><D:href>https://dav.example.cn/dav/%E5%B9%B3%E5%AE%89/log/e0001/</D:href><D:propstat><D:prop><D:resourcetype><D:collection/></D:resourcetype><D:getcontentlength>4096</D:getcontentlength></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>
<D:response><D:href>https://dav.example.cn/dav/%E5%B9%B3%E5%AE%89/log/e0001/sub/</D:href><D:propstat><D:prop><D:resourcetype><D:collection/></D:resourcetype><D:getcontentlength>4096</D:getcontentlength></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>
</D:multistatus>`;
    expect(readListing(xml, FOLDER)).toEqual([{ name: 'sub', isFolder: true, size: null }]);
  });

  it('by sabre (Nextcloud) and 坚果云: lower-case prefixes, entities, folder named otherwise than asked for', () => {
    const xml = `<?xml version="1.0"?>
<d:multistatus xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns" xmlns:oc="http://owncloud.org/ns">
 <d:response><d:href>/remote.php/dav/files/pa/log/e0001/</d:href><d:propstat><d:prop><d:resourcetype><d:collection/></d:resourcetype></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>
 <d:response><d:href>/remote.php/dav/files/pa/log/e0001/100%25.pal</d:href><d:propstat><d:prop><d:resourcetype/><d:getcontentlength>7</d:getcontentlength></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>
 <d:response><d:href>/remote.php/dav/files/pa/log/e0001/&#x5E73;.pal</d:href><d:propstat><d:prop><d:getcontentlength>8</d:getcontentlength></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>
</d:multistatus>`;
    expect(readListing(xml, FOLDER)).toEqual([file('100%.pal', 7), file('平.pal', 8)]);
  });

  it('by IIS and others: no prefix at all, no length for a file', () => {
    const xml = `<multistatus xmlns="DAV:"><response><href>${FOLDER}</href><propstat><status>HTTP/1.1 200 OK</status><prop><resourcetype><collection/></resourcetype></prop></propstat></response>
<response><href>${FOLDER}a.pal</href><propstat><status>HTTP/1.1 200 OK</status><prop><resourcetype/></prop></propstat></response></multistatus>`;
    expect(readListing(xml, FOLDER)).toEqual([file('a.pal', null)]);
  });

  it('of an empty folder, with and without the folder itself', () => {
    const self = `<D:response><D:href>${FOLDER}</D:href><D:propstat><D:prop><D:resourcetype><D:collection/></D:resourcetype></D:prop></D:propstat></D:response>`;
    expect(readListing(`<D:multistatus xmlns:D="DAV:">${self}</D:multistatus>`, FOLDER)).toEqual([]);
    expect(readListing('<D:multistatus xmlns:D="DAV:"/>', FOLDER)).toEqual([]);
  });

  it('not of a login page, nor of an answer that was cut', () => {
    expect(readListing('<html><body>请先登录</body></html>', FOLDER)).toBeNull();
    expect(readListing('<D:multistatus xmlns:D="DAV:"><D:response><D:href>/a</D:href>', FOLDER)).toBeNull();
  });
});
