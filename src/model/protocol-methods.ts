/**
 * What a client may say to a server by the protocol itself, in every revision up to 2026-07-28 with its tasks extension.
 * Source: https://modelcontextprotocol.io/specification
 */
const protocolMethods: ReadonlySet<string> = new Set([
  'initialize',
  'ping',
  'server/discover',
  'subscriptions/listen',
  'tools/list',
  'tools/call',
  'prompts/list',
  'prompts/get',
  'resources/list',
  'resources/templates/list',
  'resources/read',
  'resources/subscribe',
  'resources/unsubscribe',
  'completion/complete',
  'logging/setLevel',
  'tasks/get',
  'tasks/result',
  'tasks/list',
  'tasks/cancel',
  'tasks/update',
  'notifications/initialized',
  'notifications/cancelled',
  'notifications/progress',
  'notifications/roots/list_changed',
  'notifications/tasks/status',
]);

/** Whether a method is one of the protocol's own: none of them makes anything but `tools/call`, which is judged itself. */
export function isProtocolMethod(method: string): boolean {
  return protocolMethods.has(method);
}
