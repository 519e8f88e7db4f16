/** Number words and the digits they stand for. Source: own list. Words that are also articles are left out. */
export const numberWords: ReadonlyMap<string, string> = new Map(
  (
    'zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 ' +
    'fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 ' +
    'sixty 60 seventy 70 eighty 80 ninety 90 hundred 100 thousand 1000 dozen 12 ' +
    'zwei 2 drei 3 vier 4 funf 5 sechs 6 sieben 7 acht 8 neun 9 zehn 10 ' +
    'deux 2 trois 3 quatre 4 cinq 5 sept 7 huit 8 neuf 9 dix 10 ' +
    'dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 ' +
    'dois 2 duas 2 quatro 4 sete 7 oito 8 nove 9 dez 10 ' +
    'due 2 tre 3 quattro 4 cinque 5 sei 6 sette 7 otto 8 dieci 10 ' +
    'два 2 две 2 три 3 четыре 4 пять 5 шесть 6 семь 7 восемь 8 девять 9 десять 10'
  )
    .split(' ')
    .reduce<(readonly [string, string])[]>((pairs, word, at, all) => {
      const digits = all[at + 1];
      if (at % 2 === 0 && digits !== undefined) pairs.push([word, digits]);
      return pairs;
    }, []),
);
