/**
 * Whether a pip is older than another, by the two numbers that pip's versions begin with: 9.0.3, 20.3.4, 26.3.dev0.
 *
 * @param version what pip says of itself; of an unknown one it can't be said, so that it is before none.
 * @param other major and minor, such as 26.3.
 */
export function isBefore(version: string, other: string): boolean {
  const [major = Number.NaN, minor = Number.NaN] = version.split('.').map((part) => Number.parseInt(part, 10));
  const [otherMajor = 0, otherMinor = 0] = other.split('.').map(Number);
  return major < otherMajor || (major === otherMajor && minor < otherMinor);
}
