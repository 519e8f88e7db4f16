// An agent of the AI SDK whose paid tools wait for the green light. It needs no keys: model and provider are scripted.
// Run it with: npm run build && node examples/ai-sdk/agent.mjs
import { generateImage, generateText, stepCountIs, tool } from 'ai';
import { createGreenlight } from 'greenlight-mcp';
import { greenlightImageModel, guardTools, imageModelProfile, ownTools, paidDefaults } from 'greenlight-mcp/ai-sdk';
import { z } from 'zod';
import { pictureModel, scriptedModel } from './scripted.mjs';

const greenlight = await createGreenlight({
  project: 'fox-page',
  budgets: [{ scope: 'session', limit: 200 }],
  quickLane: { perCall: 25, perDay: 100 },
  tools: {
    draw: {
      paid: true,
      kind: 'image',
      arguments: { prompt: 'prompt', model: 'model', count: 'count' },
      price: { unit: 'output', models: { sketch: { credits: 20, tier: 'budget' }, photo: { credits: 60 } } },
    },
    generateImage: imageModelProfile({ credits: 20 }),
  },
  // Your own dialog. This person says yes to everything; yours should look first.
  askPerson: ({ title, amount }) => {
    console.log(`person   is asked for ${amount} credits: ${title}. “Yes.”`);
    return 'yes';
  },
});

/** The paid tool as you would write it anyway. */
const draw = tool({
  description: 'Draws pictures (paid)',
  inputSchema: z.object({ prompt: z.string(), model: z.enum(['sketch', 'photo']), count: z.number().default(1) }),
  execute: ({ prompt, model, count }) => {
    console.log(`provider draws ${count} with ${model}: ${prompt}`);
    return { files: Array.from({ length: count }, (_, index) => `fox-${model}-${index + 1}.png`) };
  },
});

// With a real model: `model: openai('gpt-5')`, and everything else stays as it is.
const model = scriptedModel();
const { text } = await generateText({
  model,
  system: greenlight.instructions,
  prompt: 'A header picture for our page on foxes, please.',
  tools: { ...ownTools(greenlight), ...guardTools(greenlight, { draw }) },
  stopWhen: stepCountIs(12),
  onStepFinish: ({ toolCalls, response }) => {
    const told = response.messages.at(-1);
    for (const { toolName, input } of toolCalls) {
      console.log(`agent    ${toolName} ${JSON.stringify(input).slice(0, 110)}`);
    }
    if (told?.role === 'tool') for (const { output } of told.content) console.log(`gate     ${headOf(output)}`);
  },
});
console.log(`agent    ${text}`);

// Image models are guarded the same way. Four were asked for: one is made, and the receipt says why.
const guarded = greenlightImageModel(greenlight, pictureModel);
const prompt = 'A lighthouse on a cliff in a storm, oil painting';
const { images, providerMetadata } = await generateImage({ model: guarded, prompt, n: 4, ...paidDefaults });
console.log(`images   ${images.length}, paid ${providerMetadata.greenlight.images[0].paid} credits`);

const report = await greenlight
  .tools()
  .find(({ name }) => name === 'report')
  .run({});
console.log(report.text);
await greenlight.close();

/** First line of what the model is told of a tool call. */
function headOf({ type, value }) {
  const said = type === 'content' ? value[0].text : String(value);
  return said.split('\n')[0];
}
