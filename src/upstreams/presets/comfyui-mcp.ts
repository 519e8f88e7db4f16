import type { PriceInput } from '../../model/price.js';
import type { Preset } from './preset.js';

/** What the person's own machine draws costs nothing; where ComfyUI runs on rented machines, they are paid by their time. */
const ownMachine: PriceInput = {
  credits: 0,
  quality: 'estimate',
  source: 'drawn by the ComfyUI that is connected, with models of its own',
  // A picture made again runs the workflow that it was made by, which may hold nodes that are paid.
  when: {
    action: ['image', 'audio', 'video', '3d', 'controlnet', 'ip_adapter', 'upscale', 'remove_background'],
  },
};

/** Tools that run no workflow, rent no machine and call no paid service. */
const free = [
  ...['get_system_stats', 'visualize_workflow', 'create_workflow', 'queue', 'search_custom_nodes', 'download_model'],
  ...['list_local_models', 'get_history', 'runpod_watch', 'get_workflow', 'save_workflow', 'restart_comfyui'],
  ...['get_image', 'upload_image', 'clear_vram', 'get_defaults', 'node_snapshot', 'bisect', 'install_custom_node'],
  ...['report_issue', 'install_comfyui', 'model_metadata', 'workspace', 'node_pack', 'apply_manifest', 'list_packs'],
  ...['calculate', 'kitchen', 'list_tools', 'describe_tool'],
];

/** Workflows on one's own ComfyUI. A workflow that is handed over may hold nodes that call paid services: it has no price. */
export const comfyuiMcpPreset: Preset = {
  name: 'comfyui-mcp',
  title: 'ComfyUI MCP (comfyui-mcp)',
  packages: ['comfyui-mcp'],
  servers: ['comfyui-mcp'],
  free,
  paid: {
    generate_image: {
      paid: true,
      kind: 'image',
      kindBy: {
        argument: 'action',
        kinds: {
          audio: 'music',
          video: 'video',
          '3d': '3d',
          regenerate: 'variation',
          upscale: 'upscale',
          remove_background: 'background-removal',
        },
      },
      arguments: {
        prompt: 'prompt',
        negativePrompt: 'negative_prompt',
        count: 'batch_size',
        model: 'checkpoint',
        width: 'width',
        height: 'height',
        seconds: 'seconds',
        seed: 'seed',
        inputs: ['image', 'control_image', 'reference_image', 'asset_id'],
      },
      price: ownMachine,
    },
    list_api_nodes: {
      paid: true,
      freeWhen: { argument: 'action', values: ['list', 'schema'] },
      arguments: { prompt: 'inputs.prompt', model: 'class_type', seed: 'inputs.seed' },
    },
    enqueue_workflow: {
      paid: true,
      freeWhen: { argument: 'action', values: ['template_schema'] },
      arguments: { inputs: ['prompt_id'] },
    },
    batch: { paid: true, freeWhen: { argument: 'action', values: ['status', 'output', 'wait'] } },
    apps: {
      paid: true,
      freeWhen: { argument: 'action', values: ['list', 'get', 'run_status', 'import'] },
      arguments: { model: 'app_id' },
    },
    comfy_cli: {
      paid: true,
      freeWhen: {
        argument: 'action',
        values: [
          ...['status', 'server_start', 'server_stop', 'server_restart', 'jobs_list', 'jobs_status', 'jobs_wait'],
          ...['jobs_watch', 'jobs_cancel', 'search_nodes', 'workflow_validate', 'transfer_upload', 'transfer_download'],
          ...['models_list_folders', 'models_list_folder', 'models_search', 'models_show', 'models_download'],
          ...['models_remove', 'skills_list', 'skills_show', 'skills_validate', 'skills_install', 'skills_status'],
          'skills_uninstall',
        ],
      },
    },
    // A machine that is rented is paid until it is stopped.
    runpod: {
      paid: true,
      freeWhen: { argument: 'action', values: ['stop', 'status', 'list', 'connect', 'use_local', 'deploy_link'] },
    },
    train_start: {
      paid: true,
      freeWhen: {
        argument: 'action',
        values: ['status', 'cancel', 'delete', 'list_flows', 'job_config', 'preview_config'],
      },
      arguments: { model: 'model' },
    },
    train_prepare_dataset: {
      paid: true,
      freeWhen: { argument: 'action', values: ['prepare', 'list', 'detail', 'update', 'delete', 'file'] },
    },
    train_doctor: { paid: true, freeWhen: { argument: 'action', values: ['doctor'] } },
    // Any tool by its name, which stands under one of two arguments: what it costs is not told by one alone.
    call_tool: { paid: true },
  },
};
