import { inventoryWorker } from '../bundle/index.js';

await inventoryWorker();
