import { onFailureMain } from '../bundle/index.js';

await onFailureMain();
