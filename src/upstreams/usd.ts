/** Credits that built-in prices give for one US dollar: one credit is one cent, unless a config prices a tool otherwise. */
const creditsPerDollar = 100;

/**
 * A provider's list price as credits.
 * @param dollars US dollars for one unit
 * @returns credits, exact to a millionth of one.
 */
export function usd(dollars: number): number {
  return Math.round(dollars * creditsPerDollar * 1_000_000) / 1_000_000;
}
