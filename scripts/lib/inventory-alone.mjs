// @ts-check
// node inventory-alone.mjs CACHE: surveys a cache and takes its inventory without pip, and prints the duration of both
// in milliseconds. Uses build/, because the modules of dist/ are bundled.

/** @param {string} path @returns {Promise<any>} */
const load = (path) => import(new URL(`../../build/${path}`, import.meta.url).href);
const { survey } = await load('cache/survey.js');
const { takeInventory } = await load('inventory/take-inventory.js');
const { contentsOf } = await load('inventory/contents.js');

const [, , cache = ''] = process.argv;
const pace = () => undefined;
const workerFile = new URL('../../dist/bundle/inventory-worker.js', import.meta.url);

const started = performance.now();
const { listing } = await survey(cache, pace);
const surveyed = performance.now();
const inventory = await takeInventory(listing, { pace, signal: new AbortController().signal, workerFile });
if (!inventory) throw new Error('no inventory');
const { projects } = contentsOf(inventory);
const done = performance.now();
console.log(JSON.stringify({ survey: surveyed - started, inventory: done - surveyed, projects: projects.length }));
