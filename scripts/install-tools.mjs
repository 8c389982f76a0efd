// node scripts/install-tools.mjs act actionlint zizmor: installs these tools into .cache/tools and prints their paths.
import { installTool } from './lib/tools.mjs';

try {
  for (const name of process.argv.slice(2)) console.log(await installTool(name));
} catch (thrown) {
  console.error(/** @type {Error} */ (thrown).message);
  process.exitCode = 1;
}
