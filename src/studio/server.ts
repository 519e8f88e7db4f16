import { McpServer } from '@modelcontextprotocol/server';
import { registerPaidTool } from './paid-tool.js';
import type { Studio } from './studio.js';
import { editImage } from './tools/edit-image.js';
import { generateMusic } from './tools/generate-music.js';
import { imageToVideo } from './tools/image-to-video.js';
import { registerJobStatus } from './tools/job-status.js';
import { registerListModels } from './tools/list-models.js';
import { reframeImage } from './tools/reframe-image.js';
import { removeBackground } from './tools/remove-background.js';
import { textToImage } from './tools/text-to-image.js';
import { textToSpeech } from './tools/text-to-speech.js';
import { upscaleImage } from './tools/upscale-image.js';

const INSTRUCTIONS =
  'A demo renderer, not a generation service: it draws procedural scenes and plays synthetic sound that follow the words ' +
  'of a prompt, runs no AI model in spite of the model names, and charges pretend credits. The same words and seed ' +
  'always give the same result. list_models has the prices.';

/** Builds an MCP server with the studio's tools; called once for every connection. */
export function createServer(studio: Studio): McpServer {
  const server = new McpServer(
    { name: 'greenlight-studio', version: '0.1.0', title: 'Greenlight demo studio' },
    { instructions: INSTRUCTIONS },
  );
  const { shelf } = studio;
  registerListModels(server);
  const paid = [
    textToImage(),
    editImage(shelf),
    reframeImage(shelf),
    upscaleImage(shelf),
    removeBackground(shelf),
    imageToVideo(shelf),
    textToSpeech(),
    generateMusic(),
  ];
  for (const tool of paid) registerPaidTool(server, studio, tool);
  registerJobStatus(server, studio, paid);
  return server;
}
