/** Ways in which descriptions say that calling costs. Source: own list of how warnings are worded. */
export const costSigns: readonly RegExp[] = [
  /\bcost warning\b/,
  /\b(?:incurs?|consumes?|deducts?|spends?|burns?|uses? up) (?:\S+ ){0,4}?(?:costs?|credits?|money|charges?|fees?|tokens?|quota|balance|funds)\b/,
  /\b(?:costs|charges|bills|(?:may|will|can|does|might|could) (?:cost|charge|bill)) (?:you |the user |your account )?(?:\S+ ){0,2}?(?:credits?|money|usd|cents?|dollars?|\$|€|\d)/,
  /(?:^|[^-\w])billable(?=\s+(?:from|once|when|as soon|:|per|call|operation|action)|[:!.])/,
  /\bis (?:billed|charged|paid|a paid)\b|\b(?:are|be|gets?) (?:billed|charged)\b|\bbills (?:gpu|from|per|by)\b|\bpaid (?:api |call|operation|tool|endpoint|generation|feature)/,
  /\bexpensive (?:operation|call|tool)\b/,
  /\bspends? (?:real |paid )?(?:money|api credits)\b/,
  /\b(?:takes|uses|needs|requires|price:?) (?:\w+ ){0,2}?\d+(?:[-–]\d+)? ?credits?\b|\(\d+(?:[-–]\d+)? ?credits?\b/,
  /\brecurring (?:cost|charge|fee)s?\b/,
];

/** Ways in which descriptions say that calling costs nothing. */
export const freeSigns: readonly RegExp[] = [
  /\b(?:does not|doesn't|do not|don't|never|won't|will not) (?:\S+ ){0,2}?(?:costs?|charges?|consumes?|spends?|uses?|deducts?|incurs?|bills?)\b(?: (?:any|your|a|paid|api|extra))* (?:costs?|credits?|charges?|money|fees?)\b/,
  /\bno (?:extra |additional )?(?:credits?|costs?|charges?|fees?)\b/,
  /\bfree of charge\b|\bis free\b|\bcosts nothing\b|\bat no cost\b|\bwithout (?:any )?(?:cost|charge)s?\b/,
  /\bwithout (?:actually )?(?:calling|generating|submitting|spending|executing|starting|running|charging)\b/,
  /\bno (?:api|network|external) (?:calls?|requests?)\b/,
];
