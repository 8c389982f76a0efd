// @ts-check
// node removal-alone.mjs CACHE PACKAGE: surveys a cache, examines it and finds the entries of a package, without pip.
// Prints the CPU time of all threads in milliseconds, and the peak memory in kB. Uses build/, which has the modules of
// the bundle one by one.

/** @param {string} path @returns {Promise<any>} */
const part = (path) => import(new URL(`../../build/${path}`, import.meta.url).href);
const { survey } = await part('cache/survey.js');
const { parsePackages } = await part('inputs/packages.js');
const { packageEntries } = await part('inventory/package-entries.js');
const { takeInventory } = await part('inventory/take-inventory.js');
const { startPace } = await part('util/pace.js');

const [, , cache = '', name = ''] = process.argv;
const { signal } = new AbortController();
const workerFile = new URL('../../dist/bundle/inventory-worker.js', import.meta.url);

const began = process.cpuUsage();
const pace = startPace(() => {});
const { listing } = await survey(cache, pace);
const inventory = await takeInventory(listing, { pace, signal, workerFile });
if (!inventory) throw new Error('no inventory');
const indexes = ['https://pypi.org/simple'];
const { matched } = await packageEntries(inventory, parsePackages(name), { indexes, pace, signal });
const { user, system } = process.cpuUsage(began);
console.log(
  JSON.stringify({ cpu: (user + system) / 1000, rss: process.resourceUsage().maxRSS, matched: matched.size }),
);
