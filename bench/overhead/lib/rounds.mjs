/**
 * Goes through `items` in `rounds` rounds, each beginning with another one, so that a busy moment of the machine and the
 * place in the round hit all alike. Rounds below 0 come first and are for warming up.
 */
export async function takeTurns(items, rounds, visit, warmUps = 0) {
  for (let round = -warmUps; round < rounds; round += 1) {
    for (let turn = 0; turn < items.length; turn += 1) {
      await visit(items[(turn + Math.max(0, round)) % items.length], round);
    }
  }
}
