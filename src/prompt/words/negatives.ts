/**
 * What many negative prompts list out of habit, whatever the picture: adding or dropping it is no change of intent.
 * Source: own list. "text", "logo" and "signature" are left out: they are asked away when they did appear.
 */
export const boilerplateNegatives: ReadonlySet<string> = new Set(
  `
blur|blurry|blurred|low quality|lowest quality|worst quality|bad quality|poor quality|normal quality|lowres
low res|low resolution|jpeg artifacts|compression artifacts|artifacts|noise|noisy|grainy|pixelated|distorted
distortion|deformed|disfigured|malformed|mutated|mutation|mangled|ugly|bad anatomy|bad proportions|bad hands
bad fingers|bad face|bad art|extra fingers|extra limbs|extra arms|extra legs|extra hands|extra digits
extra digit|extra limb|missing fingers|missing limbs|missing arms|missing legs|fewer fingers|fewer digits
fused fingers|too many fingers|mutated hands|malformed limbs|poorly drawn|poorly drawn hands|poorly drawn face
gross proportions|cropped|out of frame|out frame|duplicate|error|glitch|watermark|watermarks|watermarked`
    .trim()
    .split(/[|\n]/),
);
