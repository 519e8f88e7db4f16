// Stand-ins for a language model and an image provider, so that the example runs without keys.
import { MockImageModelV3, MockLanguageModelV3 } from 'ai/test';

const prompt = 'A red fox sitting in fresh snow at dawn, soft light';
const shot = { shot: 'header', phase: 'explore' };

/** The take of the last receipt in a conversation. */
function takeIn(messages) {
  return [...JSON.stringify(messages).matchAll(/Take (t_\w+)/g)].at(-1)?.[1] ?? 'none';
}

/** What the agent does, turn by turn; it makes the usual mistakes. */
const turns = [
  () => ['draw', { prompt, model: 'photo', count: 4 }],
  () => [
    'brainstorm',
    {
      goal: 'A header picture that makes readers stay on the page',
      audience: 'Readers of a nature magazine',
      tone: 'calm, cold, close',
      constraints: ['landscape format', 'no text in the picture'],
      directions: [
        { name: 'portrait', idea: 'One fox, sitting, looking at the reader' },
        { name: 'chase', idea: 'A fox leaping after a mouse in deep snow' },
      ],
      chosen: 'portrait',
      why: 'It leaves room for the headline',
    },
  ],
  () => ['plan', { steps: [{ ...shot, tool: 'draw', model: 'sketch', prompt }] }],
  () => ['draw', { prompt, model: 'sketch', count: 4, greenlight: shot }],
  () => ['draw', { prompt: `${prompt}, masterpiece, 8k`, model: 'sketch', greenlight: shot }],
  (messages) => ['feedback', { take: takeIn(messages), verdict: 'refine', change: ['the fox should look at us'] }],
  () => ['draw', { prompt: `${prompt}, masterpiece, 8k`, model: 'sketch', greenlight: shot }],
  () => [
    'draw',
    { prompt: 'A red fox facing the viewer, head-on portrait, snowy forest', model: 'sketch', greenlight: shot },
  ],
  (messages) => ['feedback', { take: takeIn(messages), verdict: 'approve' }],
];

const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
};

/** A language model that plays the agent above. */
export function scriptedModel() {
  let turn = 0;
  return new MockLanguageModelV3({
    doGenerate: async ({ prompt: messages }) => {
      const next = turns[turn]?.(messages);
      turn += 1;
      const reason = next === undefined ? 'stop' : 'tool-calls';
      const said = { type: 'text', text: 'The header picture is approved.' };
      const call = {
        type: 'tool-call',
        toolCallId: `call-${turn}`,
        toolName: next?.[0],
        input: JSON.stringify(next?.[1]),
      };
      return {
        content: [next === undefined ? said : call],
        finishReason: { unified: reason, raw: reason },
        usage,
        warnings: [],
      };
    },
  });
}

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** An image provider that sells one pixel at a time. */
export const pictureModel = new MockImageModelV3({
  modelId: 'pixel-1',
  doGenerate: async ({ n }) => ({
    images: Array.from({ length: n }, () => pixel),
    warnings: [],
    response: { timestamp: new Date(), modelId: 'pixel-1', headers: {} },
  }),
});
