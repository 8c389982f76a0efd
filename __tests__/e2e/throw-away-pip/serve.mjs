// @ts-check
// A package index in a separate process. Prints a line of JSON with its URL.
import { startPackageIndex } from '../../support/package-index.mjs';

// Ends after half an hour, because the post step does not run if the runner is killed.
setTimeout(() => process.exit(), 30 * 60_000);

const { url, trustedHost } = await startPackageIndex({
  projects: [
    { name: 'alpha', versions: ['1.0'], payloadBytes: 150_000 },
    { name: 'beta', versions: ['2.0'], payloadBytes: 90_001 },
    { name: 'scikit-learn', versions: ['1.5.0'], kind: 'sdist', spelling: 'scikit_learn', payloadBytes: 40_000 },
    { name: 'PyYAML', versions: ['6.0'], kind: 'sdist', spelling: 'PyYAML', payloadBytes: 60_000 },
  ],
});
console.log(JSON.stringify({ process: process.pid, url, trustedHost }));
