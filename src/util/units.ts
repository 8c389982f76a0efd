import prettyBytes from 'pretty-bytes';
import prettyMilliseconds from 'pretty-ms';

/** Formats a number of bytes in decimal units, as pip does: `517 kB`. */
export function humanSize(bytes: number): string {
  return prettyBytes(bytes);
}

/** Formats a number of bytes exactly: `24,031 bytes`. */
export function exactSize(bytes: number): string {
  return counted(bytes, 'byte');
}

/** Formats a count with thousands separators: `12,345`. Does not use Intl, because loading it takes 8 ms. */
export function humanCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Formats a count with its noun: `1 file`, `12,345 files`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${humanCount(count)} ${count === 1 ? singular : plural}`;
}

/** Formats a duration, given in milliseconds: `0.8s`, `2.3s`, `1m 4.5s`. */
export function humanDuration(milliseconds: number): string {
  // prettyMilliseconds would print durations below a second in milliseconds, which is more precise than useful.
  return milliseconds < 1000 ? `${(milliseconds / 1000).toFixed(1)}s` : prettyMilliseconds(milliseconds);
}

/**
 * Formats a time, given in milliseconds since 1970, by ISO 8601 in UTC.
 *
 * @returns undefined for 0, which stands for an unknown time, and outside of the years 0 to 9999, because a file can
 *   have any time.
 */
export function isoTime(milliseconds: number): string | undefined {
  const date = new Date(milliseconds);
  const year = date.getUTCFullYear();
  return milliseconds !== 0 && year >= 0 && year <= 9999 ? date.toISOString() : undefined;
}

/** Formats an age, given in milliseconds, in its largest unit: `3d`, `2h`. */
export function humanAge(milliseconds: number): string {
  return milliseconds < 1000 ? '0s' : prettyMilliseconds(milliseconds, { compact: true });
}

/** Formats a duration, given in milliseconds, in whole seconds for lines of progress: `4 s`. */
export function seconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 1000)} s`;
}
