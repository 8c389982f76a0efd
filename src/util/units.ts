import prettyBytes from 'pretty-bytes';
import prettyMilliseconds from 'pretty-ms';

/** Bytes for people, in decimal units as pip prints them: `517 kB`. */
export function humanSize(bytes: number): string {
  return prettyBytes(bytes);
}

/** Bytes to the last one: `24,031 bytes`. */
export function exactSize(bytes: number): string {
  return counted(bytes, 'byte');
}

/** A count for people: `12,345`. By hand, since Intl takes 8 ms to start. */
export function humanCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A count with its noun: `1 file`, `12,345 files`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${humanCount(count)} ${count === 1 ? singular : plural}`;
}

/** A duration for people, from milliseconds: `0.8s`, `2.3s`, `1m 4.5s`. */
export function humanDuration(milliseconds: number): string {
  // Less than a second as tenths of one: milliseconds are more than anybody asks for.
  return milliseconds < 1000 ? `${(milliseconds / 1000).toFixed(1)}s` : prettyMilliseconds(milliseconds);
}

/**
 * A moment by ISO 8601, in UTC, from milliseconds since 1970.
 *
 * @returns undefined for 0, which stands for none, and outside of the years 0 to 9999: a file can have any time.
 */
export function isoTime(milliseconds: number): string | undefined {
  const date = new Date(milliseconds);
  const year = date.getUTCFullYear();
  return milliseconds !== 0 && year >= 0 && year <= 9999 ? date.toISOString() : undefined;
}

/** An age for people, from milliseconds, in its largest unit: `3d`, `2h`. */
export function humanAge(milliseconds: number): string {
  return milliseconds < 1000 ? '0s' : prettyMilliseconds(milliseconds, { compact: true });
}

/** A duration in whole seconds, for lines of progress: `4 s`. */
export function seconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 1000)} s`;
}
