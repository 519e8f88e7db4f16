/** A studio that renders nothing: the demo studio's tools, checks and prices, and answers in its form. */
export class ScriptedStudio {
  /** @param source the demo studio's own `entryOf`, `modelsOf`, prices and tool schemas */
  constructor(source, balance) {
    this.source = source;
    this.balance = balance;
    this.spent = 0;
    this.made = 0;
  }

  /** Answers one call; charges it where the balance allows. */
  call(tool, args) {
    const entry = this.source.entryOf(tool, args.model ?? this.defaultModel(tool));
    const credits = this.priceOf(tool, entry, args);
    if (this.spent + credits > this.balance) {
      const billing = { credits: 0, billed: false, model: entry.model };
      const text = 'Insufficient credits. Nothing was charged.';
      return { content: [{ type: 'text', text }], isError: true, _meta: { 'studio/billing': billing } };
    }
    this.spent += credits;
    const assets = Array.from({ length: args.count ?? 1 }, () => `asset-${String((this.made += 1)).padStart(6, '0')}`);
    const head = `Demo render by ${entry.model} for ${credits} credits`;
    const text = [head, ...assets.map((id) => `${id}: /studio/${id}.png`)].join('\n');
    const billing = { credits, billed: true, model: entry.model };
    return { content: [{ type: 'text', text }], _meta: { 'studio/billing': billing } };
  }

  /** What the studio takes when the model is left out. */
  defaultModel(tool) {
    return this.source.schemas[tool].properties.model?.default ?? this.source.modelsOf(tool)[0].model;
  }

  priceOf(tool, entry, args) {
    const { imagePrice, clipPrice, speechPrice } = this.source;
    if (tool === 'text_to_image') return imagePrice(entry, args.width ?? 1024, args.height ?? 1024, args.count ?? 1);
    if (tool === 'image_to_video') return clipPrice(entry, args.seconds ?? 4, args.audio ?? false);
    if (tool === 'text_to_speech') return speechPrice(entry, args.text.length);
    return entry.credits;
  }
}
