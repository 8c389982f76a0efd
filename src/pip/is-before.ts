/**
 * Returns whether a version of pip is older than another. Only the first two numbers count, which all versions of pip
 * have: 9.0.3, 20.3.4, 26.3.dev0.
 *
 * @param version what pip reports as its version. An unknown version is not older than any other.
 * @param other major and minor version, such as 26.3.
 */
export function isBefore(version: string, other: string): boolean {
  const [major = Number.NaN, minor = Number.NaN] = version.split('.').map((part) => Number.parseInt(part, 10));
  const [otherMajor = 0, otherMinor = 0] = other.split('.').map(Number);
  return major < otherMajor || (major === otherMajor && minor < otherMinor);
}
