import { describe, expect, it } from 'vitest';
import { usualReading } from '../../src/model/reading.js';
import { parameter, readNotations } from '../../src/prompt/parameters.js';

describe('parameter', () => {
  it.each([
    ['aspect_ratio', '16:9', '--ar 16:9'],
    ['duration', '5s', '--duration 5'],
    ['duration', '5', '--duration 5'],
    ['Style', 'Raw', '--style raw'],
    ['tile', '', '--tile'],
    ['constructor', 'x', '--constructor x'],
    ['seed', '7', undefined],
    ['num_inference_steps', '30', undefined],
    ['output_format', 'png', undefined],
  ])('reads %s %s as %s', (name, value, read) => {
    expect(parameter(name, value)).toBe(read);
  });

  it('reads seeds and models as the person wants them', () => {
    const reading = { ...usualReading, modelMakesAnother: false, seedMakesAnother: true };
    expect(parameter('seed', '7', reading)).toBe('--seed 7');
    expect(parameter('model', 'best', reading)).toBeUndefined();
    expect(readNotations('a pier --v 6 --seed 4', reading).params).toEqual(['--seed 4']);
    expect(readNotations('a pier --v 6 --seed 4').params).toEqual(['--v 6']);
  });
});

describe('readNotations', () => {
  it('takes flags off, sorted, under one name', () => {
    expect(readNotations('a pier --v 6 --aspect 3:2 --seed 4 --tile fog')).toMatchObject({
      text: 'a pier fog',
      params: ['--ar 3:2', '--tile', '--v 6'],
    });
  });

  it('reads the long dash that editors make of two', () => {
    expect(readNotations('a pier —ar 3:2').params).toEqual(['--ar 3:2']);
    expect(readNotations('a pier — old and grey').text).toBe('a pier — old and grey');
  });

  it('reads what --no names', () => {
    expect(readNotations('a pier --no boats, gulls --ar 3:2').unwanted).toEqual(['boats', 'gulls']);
  });

  it('reads model files with their weight', () => {
    expect(readNotations('a pier <lora:ink wash:0.8>')).toMatchObject({
      text: 'a pier ,',
      params: ['<lora:ink wash>'],
      weights: [{ text: '<lora:ink wash>', weight: 0.8 }],
    });
  });

  it.each([
    ['a (tall pier:1.2) in fog', 'a tall pier in fog', [{ text: 'tall pier', weight: 1.2 }]],
    ['a [pier:-0.5]', 'a pier', [{ text: 'pier', weight: -0.5 }]],
    ['a (pier:1)', 'a pier', []],
    ['red sky::2 fog::1 pier', 'red sky , fog , pier', [{ text: 'red sky', weight: 2 }]],
    ['a pier :: fog', 'a pier , fog', []],
    ['(a pier)', '(a pier)', []],
  ])('reads the weights of %s', (text, left, weights) => {
    expect(readNotations(text)).toMatchObject({ text: left, weights });
  });

  it('reads three and more brackets as a weight', () => {
    const [weight] = readNotations('a (((pier)))').weights;
    expect(weight?.weight).toBeCloseTo(1.331);
    expect(readNotations('a [[[pier]]]').weights[0]?.weight).toBeLessThan(0.8);
  });
});
