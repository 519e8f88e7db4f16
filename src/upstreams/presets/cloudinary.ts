import type { ProfileInput } from '../../model/profile.js';
import type { Preset } from './preset.js';

/** A picture that was asked for in the background is a task; what is answered at once is the picture. */
const outcome: ProfileInput['outcome'] = {
  job: {
    id: { json: 'data.task_id' },
    when: { at: { json: 'data.status' }, values: ['pending', 'processing'] },
    status: {
      tool: 'get-generation-task',
      argument: 'task_id',
      everySeconds: 2,
      state: { json: 'data.status' },
      running: ['pending', 'processing'],
      succeeded: ['completed'],
      failed: ['failed'],
    },
  },
};

const drawn = {
  prompt: 'request.prompt',
  model: 'request.model.id',
  width: 'request.image_size.width',
  height: 'request.image_size.height',
  aspect: 'request.image_size.aspect_ratio',
  resolution: 'request.image_size.resolution',
  seed: 'request.seed',
} as const;

/**
 * Pictures and films in a library, and what is made of them. A plan's credits pay for all of it: a transformation costs by
 * what it does, an upload or an update by the analyses and add-ons that it asks for, so none of them has one price.
 */
export const cloudinaryPreset: Preset = {
  name: 'cloudinary',
  title: 'Cloudinary asset management MCP (official)',
  packages: ['@cloudinary/asset-management-mcp'],
  hosts: ['asset-management.mcp.cloudinary.com'],
  servers: ['CloudinaryAssetMgmt'],
  free: [
    'asset-rename',
    'download-asset-backup',
    'delete-asset',
    'list-images',
    'list-videos',
    'list-files',
    'get-asset-details',
    'list-tags',
    'delete-derived-assets',
    'manage-asset-tags',
    'manage-asset-context',
    'manage-asset-metadata',
    'get-usage-details',
    'create-asset-relations',
    'delete-asset-relations',
    'move-folder',
    'create-folder',
    'delete-folder',
    'search-folders',
    'search-assets',
    'visual-search-assets',
    'get-generation-task',
    'get-tx-reference',
  ],
  paid: {
    'generate-image': { paid: true, kind: 'image', arguments: drawn, outcome },
    'generate-image-from-images': {
      paid: true,
      kind: 'edit',
      arguments: { ...drawn, inputs: ['request.reference_images'] },
      outcome,
    },
    'transform-asset': { paid: true, kind: 'edit', arguments: { inputs: ['publicId'] } },
    'upload-asset': { paid: true, arguments: { inputs: ['upload_request.file'] } },
    'asset-update': { paid: true, arguments: { inputs: ['asset_id'] } },
    'generate-archive': { paid: true },
  },
};
