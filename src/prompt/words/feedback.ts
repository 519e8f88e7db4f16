const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s*\n\s*|\|/));

/** What is said before the point, and says nothing of it. */
export const fillers =
  /^(?:please|just|maybe|perhaps|also|so|well|ok(?:ay)?|oh|hmm+|yes|yeah|and|but|or|then|now|i think|i feel|i guess|can you|could you|would you|you can|let'?s|we (?:should|could|need to)|you (?:should|could|need to)|i want you to|try to|a bit|a little|slightly|overall|otherwise|definitely|really|the only thing is)\b[\s:]*/u;

/** Words for the whole of it: praise or blame that names nothing to keep or change. */
export const moods = wordsOf(`
nice|good|great|perfect|fine|lovely|beautiful|excellent|amazing|wow|cool|awesome|super|thanks|thank you|almost|nearly
almost there|nearly there|close|getting there|better|much better|not bad|not quite|not there yet|nice one|nice try
good job|good work|nice work|great work|good start|nice start|great start|good direction|right direction|love it
like it|i love it|i like it|it is good|it is nice|it is great|it's good|it's nice|it's great|it's fine|it's ok
this is good|this is great|looks good|looks great|looks nice|very nice|very good|really nice|really good|pretty good
pretty nice|so close|not what i meant|hmm|good progress|that is good|that's good|that's nice|that's great|no|keep it|keep this|keep this one`);

/** What stands for the whole of it. */
export const pronouns = wordsOf(`
it|this|that|they|them|these|those|everything|all|all of it|the rest|the picture|the image|the photo|the video|the clip
the whole thing|the result|the whole picture|the whole image`);

/** Words that begin what is to be altered, each an order of its own. */
export const alterations = wordsOf(`
brighten|darken|soften|sharpen|blur|lighten|widen|crop|move|shift|rotate|turn|zoom|tighten|reduce|increase|raise|lower
shorten|lengthen|slow|speed|warm|cool|straighten|centre|center|enlarge|shrink|simplify|tone|tilt|mirror|flip|recolor
recolour|desaturate|saturate|frame|place|put|pan|trim|fix|redo|repaint|smooth|open|close|add|include|show|use|bring`);
