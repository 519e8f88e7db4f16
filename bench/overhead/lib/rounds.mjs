/**
 * Goes through `items` in `rounds` rounds, each beginning with another one and in another order, so that a busy moment of the
 * machine, the place in the round and who went before hit all alike. Rounds below 0 come first and are for warming up.
 */
export async function takeTurns(items, rounds, visit, warmUps = 0) {
  const strides = stridesOf(items.length);
  for (let round = -warmUps; round < rounds; round += 1) {
    const at = Math.max(0, round);
    const stride = strides[at % strides.length];
    for (let turn = 0; turn < items.length; turn += 1) await visit(items[(at + turn * stride) % items.length], round);
  }
}

/** The step widths that come by every one of `count` items before any comes again. */
function stridesOf(count) {
  const widths = Array.from({ length: count }, (_, index) => index + 1);
  return widths.filter((width) => width === 1 || (width < count && commonDivisor(width, count) === 1));
}

function commonDivisor(left, right) {
  return right === 0 ? left : commonDivisor(right, left % right);
}
