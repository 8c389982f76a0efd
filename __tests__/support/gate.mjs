// @ts-check
import { createServer } from 'node:http';

/**
 * Starts a server on 127.0.0.1 that makes builds wait. The backend of an sdist with this `gate` requests its URL before
 * it builds the wheel, and continues when it has a response.
 *
 * @param {() => Promise<unknown>} pass called for each build; the response is sent when its promise is fulfilled
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function startGate(pass) {
  const server = createServer((_request, response) => {
    pass().then(
      () => response.end(),
      () => response.destroy(),
    );
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/**
 * Starts a gate that is closed.
 *
 * @returns {Promise<{ url: string, reached: Promise<void>, open: () => void, close: () => Promise<void> }>} `reached`
 *   is fulfilled when a build waits; `open` lets this build and all later ones continue
 */
export async function startClosedGate() {
  let arrive = () => {};
  let open = () => {};
  /** @type {Promise<void>} */
  const reached = new Promise((resolve) => {
    arrive = resolve;
  });
  /** @type {Promise<void>} */
  const opened = new Promise((resolve) => {
    open = resolve;
  });
  const gate = await startGate(() => {
    arrive();
    return opened;
  });
  return { ...gate, reached, open };
}
