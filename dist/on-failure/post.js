import { onFailurePost } from '../bundle/index.js';

await onFailurePost();
