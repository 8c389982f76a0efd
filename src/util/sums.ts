/** Adds up the named properties of some records: `sums(tallies, 'files', 'bytes')` has the total of each. */
export function sums<Name extends string>(
  records: Iterable<Readonly<Record<Name, number>>>,
  ...names: readonly Name[]
): Record<Name, number> {
  const total = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  for (const record of records) for (const name of names) total[name] += record[name];
  return total;
}
