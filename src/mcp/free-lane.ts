import type {
  LaneCall,
  LaneListener,
  RawAnswer,
  Upstreams,
  UpstreamFailure,
  UpstreamTool,
} from '../gate/upstream-port.js';
import { isJsonObject } from '../model/json.js';
import type { JsonObject } from '../model/json.js';
import type { FaceOptions } from './face-options.js';
import { lightened } from './lightened.js';
import { namesAsset } from './names-asset.js';
import { hasHint } from './paid-tool.js';
import { failureText, toolError } from './results.js';

/** What the lane needs. */
export interface FreeLaneOptions extends Pick<FaceOptions, 'isJudged' | 'isPaid' | 'watch' | 'lighten' | 'log'> {
  readonly upstreams: Upstreams;
  /** Writes one line, given in parts without its newline. */
  writeLine(parts: readonly Uint8Array[]): void;
}

/**
 * The short way for free calls in the 2025 era: from the client's line to the upstream's and back without the protocol
 * library. Paid calls, own tools and everything unusual are left to the long way.
 */
export class FreeLane {
  private readonly calls = new Map<unknown, LaneCall>();
  /** Off until the client has shaken hands in the 2025 era. */
  enabled = false;

  constructor(private readonly options: FreeLaneOptions) {}

  /** How many calls wait for their answer. */
  get openCalls(): number {
    return this.calls.size;
  }

  /** Takes a message if it is a free call that can go at once, or the cancellation of one. */
  take(message: JsonObject): boolean {
    if (!this.enabled) return false;
    const { method, params } = message;
    if (!isJsonObject(params)) return false;
    if (method === 'tools/call') return this.call(message['id'], params);
    return method === 'notifications/cancelled' && this.cancel(params);
  }

  private call(id: unknown, params: JsonObject): boolean {
    const { upstreams } = this.options;
    if ((typeof id !== 'string' && typeof id !== 'number') || typeof params['name'] !== 'string') return false;
    const tool = upstreams.findTool(params['name']);
    if (tool === undefined || hasHint(params) || this.options.isJudged?.(tool) === false) return false;
    if (this.isPaid(tool, params['arguments']) || namesAsset(params['arguments'])) return false;
    const meta = params['_meta'];
    const token = isJsonObject(meta) ? meta['progressToken'] : undefined;
    const lane = upstreams.lane(tool.server);
    const call = lane?.call(
      { ...params, name: tool.name },
      token !== undefined,
      this.listener(id, token, tool, params),
    );
    if (call === undefined) return false;
    this.calls.set(id, call);
    return true;
  }

  private listener(id: string | number, token: unknown, tool: UpstreamTool, params: JsonObject): LaneListener {
    const watcher = this.options.watch?.(tool, params['arguments']);
    return {
      answer: (line) => {
        const { lighten } = this.options;
        if (lighten !== undefined && line.length > lighten.aboveBytes) {
          void this.answerLightened(line, id, tool, watcher);
          return;
        }
        this.calls.delete(id);
        this.options.writeLine(withId(line, id));
        if (watcher !== undefined) this.watched(line, watcher);
      },
      progress: (progress) =>
        this.write({ jsonrpc: '2.0', method: 'notifications/progress', params: { ...progress, progressToken: token } }),
      failed: (failure) => {
        this.calls.delete(id);
        this.write({ jsonrpc: '2.0', id, result: failedResult(failure) });
      },
    };
  }

  private cancel(params: JsonObject): boolean {
    const id = params['requestId'];
    const call = this.calls.get(id);
    if (call === undefined) return false;
    this.calls.delete(id);
    call.cancel(typeof params['reason'] === 'string' ? params['reason'] : undefined);
    return true;
  }

  private isPaid(tool: UpstreamTool, args: unknown): boolean {
    try {
      return this.options.isPaid(tool, args);
    } catch {
      return true;
    }
  }

  /** A long answer passes byte for byte too, unless there is media in it that an answer must not hold. */
  private async answerLightened(
    line: RawAnswer,
    id: string | number,
    tool: UpstreamTool,
    watcher: ((result: JsonObject) => void) | undefined,
  ): Promise<void> {
    const result = this.resultIn(line);
    const light = result === undefined ? undefined : await lightened(this.options, tool, result);
    // A call that was given up meanwhile is not answered.
    if (this.calls.delete(id)) {
      if (light === undefined) this.options.writeLine(withId(line, id));
      else this.write({ jsonrpc: '2.0', id, result: light });
    }
    if (result !== undefined) watcher?.(result);
  }

  private watched(line: RawAnswer, watcher: (result: JsonObject) => void): void {
    const result = this.resultIn(line);
    if (result !== undefined) watcher(result);
  }

  private resultIn(line: RawAnswer): JsonObject | undefined {
    try {
      const message: unknown = JSON.parse(Buffer.concat(withId(line, 0)).toString());
      if (isJsonObject(message) && isJsonObject(message['result'])) return message['result'];
    } catch (error) {
      this.options.log.warn({ error: String(error) }, 'a free answer could not be read');
    }
    return undefined;
  }

  private write(message: JsonObject): void {
    this.options.writeLine([Buffer.from(JSON.stringify(message))]);
  }
}

function withId(line: RawAnswer, id: string | number): readonly Uint8Array[] {
  return [...line.before, Buffer.from(JSON.stringify(id)), ...line.after];
}

function failedResult(failure: UpstreamFailure): JsonObject {
  return toolError(failureText(failure));
}
