import { parseArgs } from 'node:util';

/** How much is measured. Every phase has at least seven rounds in a full run. */
const FULL = { cold: 7, warmUp: 50, rounds: 40, block: 25, burstRounds: 9, burst: 320, largeRounds: 9, largeBlock: 4 };
const QUICK = { cold: 3, warmUp: 20, rounds: 12, block: 15, burstRounds: 4, burst: 160, largeRounds: 4, largeBlock: 2 };

const HELP = `usage: node bench/overhead/run.mjs [--quick] [--client sdk|raw] [--only NAME,NAME] [--program FILE]
         [--data FOLDER] [--wait-load N] [--wait-seconds N] [--out FOLDER]

--quick         fewer rounds, under 90 seconds
--client        the SDK's client (what agents run, default), or a hand-written one that costs less
--only          only these targets; bars that need others are left out
--program       the gateway, default dist/greenlight.cjs
--data          folder for the gateway's data, default the system's folder for temporary files; must be a disk
--wait-load N   first wait until the machine's load is below N, at most --wait-seconds (300)
--out           where the results go, default bench/overhead/results`;

/** The command line as settings; prints help and ends the process when asked to. */
export function readOptions(argv) {
  const { values } = parseArgs({
    args: argv,
    options: {
      quick: { type: 'boolean', default: false },
      client: { type: 'string', default: 'sdk' },
      only: { type: 'string' },
      program: { type: 'string' },
      data: { type: 'string' },
      'wait-load': { type: 'string' },
      'wait-seconds': { type: 'string', default: '300' },
      out: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    process.exit(0);
  }
  return {
    counts: { ...(values.quick ? QUICK : FULL), inFlight: 32 },
    isQuick: values.quick,
    client: values.client,
    only: values.only?.split(','),
    program: values.program,
    data: values.data,
    waitLoad: values['wait-load'] === undefined ? undefined : Number(values['wait-load']),
    waitMs: Number(values['wait-seconds']) * 1000,
    out: values.out,
  };
}
