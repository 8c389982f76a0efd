const UNITS: Readonly<Record<string, number>> = {
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  kib: 1024,
  mib: 1024 ** 2,
  gib: 1024 ** 3,
  tib: 1024 ** 4,
};

/**
 * Parses a size such as `500MB`, `2 GB` or `1.5GiB`: decimal units (kB, MB, GB, TB), binary units (KiB, MiB, GiB, TiB),
 * or plain bytes. No parser on npm fits: they read `12 bananas` as 12, or kB as 1024 bytes.
 *
 * @returns bytes, rounded up; undefined if the text is not a size.
 */
export function parseSize(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?) ?([a-z]+)?$/i.exec(text);
  const unit = UNITS[match?.[2]?.toLowerCase() ?? 'b'];
  // Rounded to thousandths first, because 0.067 times a billion is 67,000,000.00000001 as a double.
  const bytes = Math.ceil(Number((Number(match?.[1]) * (unit ?? Number.NaN)).toFixed(3)));
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}
