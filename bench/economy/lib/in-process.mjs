import { ScriptedStudio } from './studio.mjs';

/** What the bench takes out of the sources. */
export const ENTRY = `
export { createGreenlight } from './src/index.ts';
export { entryOf, modelsOf } from './src/studio/catalog.ts';
export { imagePrice, clipPrice, speechPrice } from './src/studio/pricing.ts';
import { z } from 'zod';
import { textToImage } from './src/studio/tools/text-to-image.ts';
import { editImage } from './src/studio/tools/edit-image.ts';
import { reframeImage } from './src/studio/tools/reframe-image.ts';
import { upscaleImage } from './src/studio/tools/upscale-image.ts';
import { removeBackground } from './src/studio/tools/remove-background.ts';
import { imageToVideo } from './src/studio/tools/image-to-video.ts';
import { textToSpeech } from './src/studio/tools/text-to-speech.ts';
import { generateMusic } from './src/studio/tools/generate-music.ts';
const tools = [textToImage, editImage, reframeImage, upscaleImage, removeBackground, imageToVideo, textToSpeech, generateMusic];
export const schemas = Object.fromEntries(tools.map((make) => {
  const { name, shape } = make(undefined);
  return [name, z.toJSONSchema(z.object(shape), { io: 'input' })];
}));`;

/** What a person's config says about a job: its budget, the rest as shipped. */
export function settingsOf(job, mode, wallet) {
  const budget = { limit: wallet, soft: Math.round(wallet * 0.8) };
  return {
    ...{ project: `job-${job.number}`, mode },
    budgets: [
      { scope: 'session', ...budget },
      { scope: 'project', limit: wallet },
    ],
  };
}

/** The gate as a library around a scripted studio, on a store in memory. */
export async function openInProcess(source, job, { mode, wallet, person }) {
  const studio = new ScriptedStudio(source, wallet);
  person.spent = () => studio.spent;
  const greenlight = await source.createGreenlight({
    ...settingsOf(job, mode, wallet),
    ...{ presets: ['studio'], schemas: source.schemas, principal: 'bench' },
    askPerson: (question) => person.answers(question),
  });
  const own = new Map(greenlight.tools().map((tool) => [tool.name, tool]));
  return {
    tool: (name) => name,
    spent: () => studio.spent,
    async paid(tool, args) {
      const ran = await greenlight.run({ tool, arguments: args }, (allowed) => studio.call(tool, allowed));
      return { kind: ran.kind, data: ran.data, result: ran.result };
    },
    own: (name, args) => own.get(name).run(args),
    close: () => greenlight.close(0),
  };
}
