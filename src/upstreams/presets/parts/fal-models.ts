import type { PriceInput } from '../../../model/price.js';
import { usd } from '../../usd.js';

/** Models of fal.ai that are billed by picture, of about a megapixel each; all others have a price that is not known. */
export const falModels: NonNullable<PriceInput['models']> = {
  'fal-ai/flux/schnell': { credits: usd(0.003), tier: 'budget' },
  'fal-ai/flux/dev': { credits: usd(0.025), tier: 'standard' },
  'fal-ai/flux-pro/v1.1': { credits: usd(0.04), tier: 'standard' },
  'fal-ai/flux-pro/v1.1-ultra': { credits: usd(0.06), tier: 'premium' },
  'fal-ai/nano-banana': { credits: usd(0.039), tier: 'standard' },
  'fal-ai/gemini-25-flash-image': { credits: usd(0.039), tier: 'standard' },
  'fal-ai/imagen4/preview/fast': { credits: usd(0.02), tier: 'budget' },
  'fal-ai/imagen4/preview': { credits: usd(0.04), tier: 'standard' },
  'fal-ai/imagen4/preview/ultra': { credits: usd(0.06), tier: 'premium' },
  'fal-ai/ideogram/v3': { credits: usd(0.09), tier: 'standard' },
  'fal-ai/bytedance/seedream/v3/text-to-image': { credits: usd(0.03), tier: 'standard' },
};
