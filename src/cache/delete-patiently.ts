import { setTimeout as sleep } from 'node:timers/promises';
import type { Pace } from '../util/pace.js';
import { AREAS, type Area } from './areas.js';
import { type Deletion, deleteSelected, type FileSystem } from './delete.js';
import type { Selection } from './selection.js';
import type { Failure, Survey } from './survey.js';
import { type Count, countByArea, sumOfCounts } from './tally.js';

/** What a deletion needs from outside. */
export interface DeletionOptions {
  /** Looks at the cache again. */
  readonly look: () => Promise<Survey>;
  readonly pace: Pace;
  /** Asked before each entry that is to go; once it says yes, the rest stays, for now. */
  readonly stop: () => boolean;
  /** Waits after that until the rest may go. No: it stays. */
  readonly resume: () => Promise<boolean>;
  /** The system's; a test puts in the answers of others. */
  readonly fileSystem?: FileSystem;
  readonly platform?: NodeJS.Platform;
  /** Waits between the tries. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/** What a deletion came to in the end. */
export interface DeletionResult {
  /** What it took away. */
  readonly deleted: Readonly<Record<Area, Count>>;
  readonly failures: readonly Failure[];
  /** The survey after it. */
  readonly after: Survey;
}

// Windows doesn't delete what a virus scanner or an indexer has open at that moment, and a deleted file stays in its
// directory until the last handle is closed. pip, too, tries for a second where it replaces a file
// (utils/filesystem.py, replace). On other systems these codes don't pass.
const PASSES_ON_WINDOWS = new Set(['EBUSY', 'EPERM', 'EACCES']);
const WAITS_MS = [100, 300, 600];

/** Deletes as `deleteSelected` does, and on Windows tries again what is in use. */
export async function deletePatiently(
  before: Survey,
  selection: Selection,
  options: DeletionOptions,
): Promise<DeletionResult> {
  const { look, pace, stop, resume, fileSystem, platform = process.platform, wait = sleep } = options;
  const deleted = countByArea();
  const waits = platform === 'win32' ? [...WAITS_MS] : [];
  let now = await look();
  for (;;) {
    const deletion = await deleteSelected(before, now, { selection, pace, stop, fileSystem });
    for (const area of AREAS) {
      deleted[area].files += deletion.deleted[area].files;
      deleted[area].directories += deletion.deleted[area].directories;
    }
    if (deletion.stopped && (await resume())) {
      // What was put there meanwhile isn't ours.
      now = await look();
      continue;
    }
    const milliseconds = waits.shift();
    if (milliseconds === undefined || deletion.stopped || !mayPass(deletion)) {
      const mayDiffer = deletion.stopped || didAnything(deletion);
      return { deleted, failures: deletion.failures, after: mayDiffer ? await lastLook(deletion, now, look) : now };
    }
    await wait(milliseconds);
    now = await look();
  }
}

// While the rest waited, others may have changed the cache. A cancelled job may leave no time to count again.
async function lastLook(deletion: Deletion, now: Survey, look: DeletionOptions['look']): Promise<Survey> {
  const last = await look();
  return last.listing.complete || didAnything(deletion) ? last : now;
}

function mayPass({ failures, notEmpty }: Deletion): boolean {
  return failures.length > 0 ? failures.some(({ code }) => PASSES_ON_WINDOWS.has(code)) : notEmpty > 0;
}

function didAnything({ deleted, failures }: Deletion): boolean {
  const { files, directories } = sumOfCounts(Object.values(deleted));
  return files + directories + failures.length > 0;
}
