import type { Label } from '../label.js';
import { parseDistributionFileName } from '../names/distribution-name.js';

/** An address of more characters is not followed: servers refuse a request line of more than 8 KiB. */
export const MOST_ADDRESS = 8192;

/** What all of an index page says. */
export interface PageFacts {
  /** The project that it names, or whose files alone it has; undefined when it names none. */
  readonly label: Label | undefined;
  /** What the addresses on it are relative to, where it says so itself. */
  readonly base: string | undefined;
}

/** Reads an index page part by part, and keeps little of it. */
export interface PageReader {
  /** Takes the bytes that come next. */
  write(chunk: Buffer): void;
  /** The addresses of files that it has met, up to `MOST_ADDRESS` long. Whoever uses them takes them out. */
  readonly links: string[];
  /** To be called once, after the last byte. */
  end(): PageFacts;
}

/** File names of sdists that are looked into at the most; no project has nearly as many. */
const MOST_SDISTS = 20_000;

/** Finds out whether files are all of one project. */
export function projectOfFiles() {
  let project: string | undefined;
  let several = false;
  let sdists = 0;
  let known = '';
  return {
    add(fileName: string): void {
      // The name in a wheel's file name has no dash in it: another wheel of that name takes no parsing.
      if (several || (known !== '' && fileName.startsWith(known) && fileName.endsWith('.whl'))) return;
      const found = parseDistributionFileName(fileName);
      // Beside them stand eggs, installers and signatures, from other times.
      if (found?.project === undefined) return;
      if (found.kind === 'sdist') sdists += 1;
      else known = fileName.slice(0, fileName.indexOf('-') + 1);
      several = sdists > MOST_SDISTS || (project !== undefined && project !== found.project);
      project ??= found.project;
    },
    label: (): Label | undefined => (project === undefined || several ? undefined : { kind: 'index page', project }),
  };
}
