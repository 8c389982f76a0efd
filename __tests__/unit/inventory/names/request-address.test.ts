import { describe, expect, it } from 'vitest';
import { fileNameIn, requestAddress } from '../../../../src/inventory/names/request-address.js';
import { responseName } from '../../../../src/inventory/names/response-names.js';

const PAGE = 'https://idx.example:443/simple/torch/';

/** Links of that page, each with the name that pip 26.3 itself gave the response. */
const NAMES: readonly [link: string, name: string][] = [
  ['https://h.example/p/torch-2.0+cpu-py3-none-any.whl', '9b6fac3468ff2ac70c7cfb278afdfdbd46e04720f21fc43c6335cf4e'],
  ['https://h.example/p/torch-2.0%2Bcpu-py3-none-any.whl', '9b6fac3468ff2ac70c7cfb278afdfdbd46e04720f21fc43c6335cf4e'],
  ['https://h.example/p/torch-2.0%2bcpu-py3-none-any.whl', '9b6fac3468ff2ac70c7cfb278afdfdbd46e04720f21fc43c6335cf4e'],
  ['https://h.example/p/foo-1!2.0-py3-none-any.whl', '57fa9a1048e76e34939bc8a0eb53e824be2f1b459ff195570e53b3bd'],
  ['https://h.example:443/p/foo-1.0.tar.gz', '865f0a7326efd909f5620c0750e7fede2f50254c6190b236059b5de1'],
  ['HTTPS://H.Example/P/foo-1.0.tar.gz', '7ea6b3ee998f7064de549eadcb3dda36280d8108aa991cb012fb8177'],
  ['../../p/foo-1.0.tar.gz#sha256=ab', 'ee394ae4567750797e87756b2bf922ae3efdfdcb13f387f28b006d02'],
  ['/p/foo-1.0+x.tar.gz', '161900295abf62417b30e8c52602a20d7bab7557e9d0e7e71e2504d6'],
  ['foo-1.0.tar.gz?a=b', '216b23271af8db8150761624624a2cc8844c24ced171b146938192cf'],
  ['https://h.example/p/foo-1.0.tar.gz?sig=a+b', '3e2675912d2afe9bb8140ce35ea737b45425fbf39919bb0d2eb6637c'],
  ['https://h.example/a b/foo-1.0.tar.gz', 'a629feb228d8d4c839aa363bd6d39ae60c4ad2c9ad8407c06c11996a'],
  ['https://h.example/p(1)/foo-1.0.tar.gz', '5c7e111a5156651b5839602147e7c3a0243476a7de71154e4dcf6aa2'],
  ['https://u:p@h.example/p/foo-1.0.tar.gz', '5e9833792d3183b76aa66726c803e30a52e0dff7eddd1a8370eae85c'],
  ['https://h.example/p@1/x%2fy/foo-1.0.tar.gz', 'a658241df01ac6dd0cda98f57fa1d71365cb37651aae13b663ac0661'],
  ['https://h.example/caf%C3%A9/foo-1.0.tar.gz', 'fd0a94da910877f0fa7f9e3a2b363c3bbfabd08e02d34c1242052ca5'],
  ['https://h.example/caf\u00e9/foo-1.0.tar.gz', 'fd0a94da910877f0fa7f9e3a2b363c3bbfabd08e02d34c1242052ca5'],
  ['https://h.example/p/100%/foo-1.0.tar.gz', '2782b91dbd07ce8c05b986ce0a1ef21346b567d0901e6ac53eae20bf'],
  ['https://h.example/p/~u/foo-1.0.tar.gz', '2edd5cd21cda5c0afceb05b76f2d99735b3172bc0c49dd14d88168a1'],
  ["https://h.example/p/'*$&,;=:/foo-1.0.tar.gz", '83841f6b0ee14e57b122579effc0615d8fc1498860f64498d728c0bc'],
];

describe('requestAddress', () => {
  it.each(NAMES)('of %j leads to the response that pip stored', (link, name) => {
    expect(responseName(requestAddress(link, PAGE) ?? '')).toBe(name);
  });

  it.each(['../a-1.0.tar.gz', 'ftp://h.example/a-1.0.tar.gz', 'data:text/plain,a', ''])(
    'is none of %j on no page',
    (link) => {
      expect(requestAddress(link, undefined)).toBeUndefined();
    },
  );

  it('is none of another scheme on a page', () => {
    expect(requestAddress('ftp://h.example/a-1.0.tar.gz', PAGE)).toBeUndefined();
  });
});

describe('fileNameIn', () => {
  it.each([
    ['https://h.example/a/b.whl', 'b.whl'],
    ['b.whl', 'b.whl'],
    ['/a/b.whl?c=/d#e/f', 'b.whl'],
    ['/a/b%2B1.whl', 'b+1.whl'],
    ['/a/b%zz.whl', 'b%zz.whl'],
    ['/a/', ''],
    ['', ''],
  ])('%s', (address, name) => {
    expect(fileNameIn(address)).toBe(name);
  });
});
