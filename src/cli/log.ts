import { pino } from 'pino';
import type { Log } from '../gate/log-port.js';

/** Keys whose values may be secrets wherever they stand in a log line. */
const secretKeys = ['env', 'headers', 'authorization', 'password', 'token', 'apiKey', 'arguments'];

/** A log to standard error (standard output belongs to the protocol), with secrets taken out. */
export function openLog(level: string): Log {
  const paths = secretKeys.flatMap((key) => [key, `*.${key}`]);
  return pino(
    { level, redact: { paths, censor: '[redacted]' }, base: { name: 'greenlight' } },
    pino.destination({ dest: 2, sync: true }),
  );
}
