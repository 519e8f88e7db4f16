import type { Preset } from './preset.js';

/**
 * The Hub and its Spaces. A Space takes of the account's quota or calls services that are paid, and a job or a sandbox
 * rents a machine: none has a price that a call tells. Spaces that the person added have tools of their own
 * (`gr1_…`), which are read from their definitions.
 */
export const huggingfacePreset: Preset = {
  name: 'huggingface',
  title: 'Hugging Face MCP (official)',
  packages: ['@llmindset/hf-mcp-server'],
  hosts: ['huggingface.co', 'hf.co'],
  servers: ['huggingface.co/mcp'],
  free: ['hf_whoami', 'hub_repo_search', 'hub_repo_details', 'hf_fs', 'hf_fs_write', 'create_repo', 'hf_sandbox_fs'],
  paid: {
    // What a Space takes is written in one text, so that neither prompt nor count can be read out of it.
    dynamic_space: {
      paid: true,
      freeWhen: { argument: 'operation', values: ['find', 'view_parameters'] },
      arguments: { prompt: 'parameters', model: 'space_name' },
    },
    hf_jobs: {
      paid: true,
      freeWhen: {
        argument: 'operation',
        values: [
          ...['ps', 'logs', 'inspect', 'cancel', 'update-labels', 'scheduled update-labels', 'scheduled ps'],
          ...['scheduled inspect', 'scheduled delete', 'scheduled suspend'],
        ],
      },
    },
    hf_sandbox: { paid: true, freeWhen: { argument: 'cmd', values: ['status', 'terminate', 'ps', 'kill'] } },
    // What runs in a sandbox keeps it alive, and it is paid by its time.
    hf_sandbox_exec: { paid: true },
  },
};
