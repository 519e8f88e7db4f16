import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readFaultPlan } from './faults.js';

/** How long each kind of work pretends to take, in milliseconds. */
export interface Latency {
  image: number;
  video: number;
  audio: number;
}

/** The studio's settings from the command line. */
export interface StudioOptions {
  /** Folder for everything made. */
  out: string;
  latency: Latency;
  /** File for the charges, if any. */
  journal?: string | undefined;
  /** True to offer the `fault` argument. */
  faults: boolean;
  /** File with the faults to come, if any. */
  faultPlan?: string | undefined;
  /** Address under which the folder of everything made is served, when answers shall name outputs by address only. */
  handOut?: string | undefined;
  verbose: boolean;
  help: boolean;
}

/** A mistake on the command line; the message says what to write instead. */
export class OptionError extends Error {
  override name = 'OptionError';
}

/** What `--help` prints. */
export const USAGE = `greenlight studio: a demo generation server over stdio (MCP). It draws procedural scenes and charges pretend credits.

  --out DIR          folder for everything made (default: greenlight-studio in the temporary folder)
  --latency LIST     how long work takes in ms (default: image=150,video=2500,audio=150)
  --journal FILE     append one JSON line per charge, before the call is answered
  --faults           offer a "fault" argument on every paid tool
  --fault-plan FILE  JSON list of faults (null = none); every paid call takes the first entry off the file
  --hand-out URL     answer with addresses under this one, where the folder is served, instead of the media
  --verbose          log to stderr
`;

const DEFAULT_LATENCY: Latency = { image: 150, video: 2500, audio: 150 };

function parseLatency(text: string | undefined): Latency {
  const latency = { ...DEFAULT_LATENCY };
  for (const part of (text ?? '').split(',').filter((piece) => piece.trim() !== '')) {
    const [kind = '', value = ''] = part.split('=').map((piece) => piece.trim());
    if (kind !== 'image' && kind !== 'video' && kind !== 'audio') {
      throw new OptionError(`--latency: unknown kind "${kind}", expected image, video or audio`);
    }
    if (!/^\d+$/.test(value)) throw new OptionError(`--latency: "${part}" needs whole milliseconds, as in ${kind}=0`);
    latency[kind] = Number(value);
  }
  return latency;
}

function parseFlags(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      strict: true,
      options: {
        out: { type: 'string' },
        latency: { type: 'string' },
        journal: { type: 'string' },
        faults: { type: 'boolean', default: false },
        'fault-plan': { type: 'string' },
        'hand-out': { type: 'string' },
        verbose: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new OptionError(error instanceof Error ? error.message : String(error));
  }
}

/** Reads the command line; throws OptionError with a clear message when it is wrong. */
export function parseOptions(argv: string[]): StudioOptions {
  const flags = parseFlags(argv);
  const faultPlan = flags['fault-plan'];
  if (faultPlan !== undefined) {
    try {
      readFaultPlan(faultPlan);
    } catch (error) {
      throw new OptionError(`--fault-plan: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return {
    out: flags.out ?? join(tmpdir(), 'greenlight-studio'),
    latency: parseLatency(flags.latency),
    journal: flags.journal,
    faults: flags.faults,
    faultPlan,
    handOut: flags['hand-out'],
    verbose: flags.verbose,
    help: flags.help,
  };
}
