import type { Preset } from './preset.js';

/** Files of all kinds turned into others; what an assembly costs depends on its steps and on the files. */
export const transloaditPreset: Preset = {
  name: 'transloadit',
  title: 'Transloadit MCP (official)',
  packages: ['@transloadit/mcp-server'],
  servers: ['Transloadit MCP'],
  free: [
    'transloadit_lint_assembly_instructions',
    'transloadit_get_assembly_status',
    'transloadit_wait_for_assembly',
    'transloadit_list_robots',
    'transloadit_get_robot_help',
    'transloadit_list_templates',
  ],
  paid: { transloadit_create_assembly: { paid: true, arguments: { prompt: 'instructions', inputs: ['files'] } } },
};
