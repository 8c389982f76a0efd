// @ts-check
// node inventory-alone.mjs CACHE: surveys a cache and looks into it, without pip, and prints how long each took in milliseconds.
// Uses build/, in which the parts of the bundle are apart.

/** @param {string} path @returns {Promise<any>} */
const part = (path) => import(new URL(`../../build/${path}`, import.meta.url).href);
const { survey } = await part('cache/survey.js');
const { takeInventory } = await part('inventory/take-inventory.js');
const { contentsOf } = await part('inventory/contents.js');

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
