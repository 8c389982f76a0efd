// @ts-check
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { which } from '@actions/io';
import { renderSummary, summaryPage } from './lib/render-summary.mjs';

const USAGE = `Usage: node scripts/render-summary.mjs SUMMARY.md PICTURE.png [options]

Takes a picture of a job summary as GitHub shows it on the page of the run.

  --open-details  open every <details>
  --width N       width of the box in CSS pixels, 200 to 4000 (default 900)
  --job NAME      name of the job in the header (default "reset")
  --mermaid FILE  the script that draws mermaid blocks, dist/mermaid.min.js of the npm package mermaid; without it they
                  stay text

Needs Chromium: the program that $CHROMIUM names, or else the first of chromium,
chromium-browser and google-chrome on PATH. Debian: apt-get install chromium fonts-liberation
(without fonts-liberation, the text is in DejaVu, which is wider than on GitHub).`;

const NO_CHROMIUM = `no Chromium found: neither chromium, chromium-browser nor google-chrome is on PATH.
Install one (Debian: apt-get install chromium fonts-liberation), or set CHROMIUM to its path.`;

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  '--remote-debugging-pipe',
];

/** Device pixels per CSS pixel, tried in turn until the picture is small enough. */
const SCALES = [2, 1.5, 1];
const MAX_BYTES = 150_000;
/** The limit of Chromium's software renderer, in device pixels. Anything below may be missing from the picture. */
const MAX_HEIGHT = 16_384;
const TIMEOUT_MS = 60_000;

/** @typedef {import('node:stream').Readable} Readable */
/** @typedef {import('node:stream').Writable} Writable */

class UsageError extends Error {}

/**
 * @typedef {object} Arguments
 * @property {string} summary path of the job summary, in Markdown
 * @property {string} picture path of the PNG to write
 * @property {boolean} openDetails
 * @property {number} width width of the box in CSS pixels
 * @property {string} job
 * @property {string | undefined} mermaid path of mermaid's script
 */

/**
 * @param {string[]} args the command line, without node and the script
 * @returns {Arguments}
 * @throws {UsageError} if an option is unknown, or an argument is missing or out of range
 */
function readArguments(args) {
  /** @type {ReturnType<typeof parse>} */
  let parsed;
  try {
    parsed = parse(args);
  } catch (error) {
    throw new UsageError(messageOf(error));
  }
  const [summary, picture, ...rest] = parsed.positionals;
  if (summary === undefined || picture === undefined || rest.length > 0) {
    throw new UsageError('give one SUMMARY.md and one PICTURE.png');
  }
  const { 'open-details': openDetails, width, job, mermaid } = parsed.values;
  if (!/^\d+$/.test(width) || Number(width) < 200 || Number(width) > 4000) {
    throw new UsageError(`--width must be a whole number from 200 to 4000, not "${width}"`);
  }
  return { summary, picture, openDetails, width: Number(width), job, mermaid };
}

/** @param {string[]} args */
function parse(args) {
  return parseArgs({
    args,
    allowPositionals: true,
    options: {
      'open-details': { type: 'boolean', default: false },
      width: { type: 'string', default: '900' },
      job: { type: 'string', default: 'reset' },
      mermaid: { type: 'string' },
    },
  });
}

/**
 * @returns {Promise<string>} the path of a Chromium
 * @throws {Error} if there is none. The message says what to install.
 */
async function findChromium() {
  const chosen = process.env.CHROMIUM;
  if (chosen) {
    const path = await which(chosen);
    if (!path) throw new Error(`CHROMIUM is "${chosen}", which is no program that can be run`);
    return path;
  }
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    const path = await which(name);
    if (path) return path;
  }
  throw new Error(NO_CHROMIUM);
}

/**
 * Starts a headless Chromium and controls it by the DevTools protocol over a pipe, without opening a port.
 *
 * @param {string} chromium path of the program
 * @param {string} profile an empty folder, for `--user-data-dir`
 * @returns {{
 *   send: (method: string, params?: object, sessionId?: string) => Promise<any>,
 *   close: () => Promise<void>
 * }} `send` runs a command and resolves to its result; it rejects if the command fails, Chromium ends or
 *   {@link TIMEOUT_MS} have passed. `close` ends Chromium and never rejects.
 */
function startChromium(chromium, profile) {
  const child = spawn(chromium, [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  const [, , stderr, input, output] = /** @type {[null, null, Readable, Writable, Readable]} */ (
    /** @type {unknown} */ (child.stdio)
  );
  /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */
  const pending = new Map();
  /** @type {Error | undefined} */
  let failure;
  let printed = '';
  let received = '';
  let lastId = 0;

  /** @param {string} reason */
  const fail = (reason) => {
    failure ??= new Error(`${chromium} ${reason}${printed && `; it said:\n${printed.trim()}`}`);
    for (const { reject } of pending.values()) reject(failure);
    pending.clear();
  };
  const ended = new Promise((done) => {
    child.on('error', (error) => {
      fail(`could not be started: ${error.message}`);
      done(undefined);
    });
    child.on('close', (code, signal) => {
      fail(`ended early (${signal ?? `exit code ${code}`})`);
      done(undefined);
    });
  });
  const timer = setTimeout(() => {
    fail(`took more than ${TIMEOUT_MS / 1000} s`);
    child.kill('SIGKILL');
  }, TIMEOUT_MS);

  stderr.setEncoding('utf8').on('data', (text) => {
    printed = (printed + text).slice(-2000);
  });
  // The pipe breaks when Chromium ends, which the handler of `close` reports.
  input.on('error', () => {});
  output.setEncoding('utf8').on('data', (text) => {
    const messages = (received + text).split('\0');
    received = /** @type {string} */ (messages.pop());
    for (const { id, result, error } of messages.map((message) => JSON.parse(message))) {
      const command = pending.get(id);
      pending.delete(id);
      if (error) command?.reject(new Error(`Chromium: ${error.message}`));
      else command?.resolve(result);
    }
  });

  return {
    send(method, params = {}, sessionId) {
      if (failure) return Promise.reject(failure);
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        pending.set(id, { resolve, reject });
        input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      });
    },
    async close() {
      this.send('Browser.close').catch(() => {});
      await ended;
      clearTimeout(timer);
    },
  };
}

/**
 * Takes a screenshot of the box on a page made by `summaryPage`.
 *
 * @param {string} chromium path of the program
 * @param {string} profile an empty folder for Chromium's own files
 * @param {string} url the page
 * @param {{ openDetails: boolean, width: number }} options
 * @param {string} [mermaid] the source of mermaid's script
 * @returns {Promise<Buffer>} a PNG in the highest resolution that keeps it below {@link MAX_BYTES}, or in the lowest
 *   resolution if none does
 * @throws {Error} if Chromium can't be started, fails or hangs, or the box is too high
 */
async function takePicture(chromium, profile, url, { openDetails, width }, mermaid) {
  const browser = startChromium(chromium, profile);
  try {
    const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
    /** @type {(method: string, params: object) => Promise<any>} */
    const send = (method, params) => browser.send(method, params, sessionId);
    /** @type {(deviceScaleFactor: number) => Promise<any>} */
    const setScale = (deviceScaleFactor) =>
      send('Emulation.setDeviceMetricsOverride', {
        width,
        height: 600,
        deviceScaleFactor,
        mobile: false,
      });

    await setScale(1);
    const { errorText } = await send('Page.navigate', { url });
    if (errorText) throw new Error(`Chromium cannot open the page: ${errorText}`);
    /** @type {(what: string, expression: string) => Promise<any>} */
    const evaluate = async (what, expression) => {
      const { result, exceptionDetails } = await send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(`Chromium cannot ${what}: ${result.description}`);
      return result.value;
    };
    if (mermaid !== undefined) await evaluate('draw', `${mermaid}\n;(${draw})()`);
    /** @type {number} */
    const height = await evaluate('measure the page', `(${measure})(${openDetails})`);

    const scales = SCALES.filter((scale) => height * scale <= MAX_HEIGHT);
    if (scales.length === 0) {
      throw new Error(`the summary is ${height} px high, a picture can have ${MAX_HEIGHT} px`);
    }
    let png = Buffer.alloc(0);
    for (const scale of scales) {
      await setScale(scale);
      const { data } = await send('Page.captureScreenshot', {
        clip: { x: 0, y: 0, width, height, scale: 1 },
        captureBeyondViewport: true,
      });
      png = Buffer.from(data, 'base64');
      if (png.length < MAX_BYTES) break;
    }
    return png;
  } finally {
    await browser.close();
  }
}

/** Runs in the page, after mermaid's script: replaces each mermaid block with a drawing. */
async function draw() {
  const { document, addEventListener, mermaid } = /** @type {any} */ (globalThis);
  if (document.readyState !== 'complete') {
    await new Promise((loaded) => addEventListener('load', loaded));
  }
  mermaid.initialize({ startOnLoad: false });
  let number = 0;
  for (const code of document.querySelectorAll('code.language-mermaid')) {
    number += 1;
    const { svg } = await mermaid.render(`drawing-${number}`, code.textContent);
    code.parentElement.outerHTML = `<p align="center">${svg}</p>`;
  }
}

/**
 * Runs in the page: waits until it has loaded, opens the details if requested, and measures the box.
 *
 * @param {boolean} openDetails
 * @returns {Promise<number>} the height of the box in CSS pixels
 */
async function measure(openDetails) {
  const { document, addEventListener } = /** @type {any} */ (globalThis);
  if (document.readyState !== 'complete') {
    await new Promise((loaded) => addEventListener('load', loaded));
  }
  if (openDetails) {
    for (const details of document.querySelectorAll('details')) details.open = true;
  }
  return Math.ceil(document.querySelector('#summary').getBoundingClientRect().height);
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * @param {string[]} args the command line, without node and the script
 * @throws {UsageError} if the command line is wrong
 * @throws {Error} if a file can't be read or written, or Chromium is missing or fails
 */
async function main(args) {
  const options = readArguments(args);
  const markdown = await readFile(options.summary, 'utf8');
  const chromium = await findChromium();
  const folder = await mkdtemp(join(tmpdir(), 'render-summary-'));
  try {
    const page = join(folder, 'summary.html');
    await writeFile(page, summaryPage(await renderSummary(markdown), options));
    const url = pathToFileURL(page).href;
    const mermaid = options.mermaid === undefined ? undefined : await readFile(options.mermaid, 'utf8');
    const png = await takePicture(chromium, join(folder, 'profile'), url, options, mermaid);
    await writeFile(options.picture, png);

    const size = `${png.readUInt32BE(16)} x ${png.readUInt32BE(20)}, ${Math.ceil(png.length / 1000)} kB`;
    console.log(`${options.picture}: ${size}`);
    if (png.length >= MAX_BYTES) console.warn(`The picture is not below ${MAX_BYTES / 1000} kB.`);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(`render-summary: ${messageOf(error)}`);
  if (error instanceof UsageError) console.error(`\n${USAGE}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
