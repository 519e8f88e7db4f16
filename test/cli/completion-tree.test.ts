import { Command, Option } from 'commander';
import { expect, it } from 'vitest';
import { completionTree } from '../../src/cli/completion-tree.js';

function program(): Command {
  const top = new Command('x').option('-c, --config <file>', 'config file').helpCommand(false);
  const group = top.command('takes').description('look').alias('shots').helpCommand(false);
  const state = new Option('--state <state>', 'only these').choices(['held', 'posted']);
  group.command('list', { isDefault: true }).description('list them').addOption(state);
  const show = group.command('show').description('one');
  show.addArgument(show.createArgument('<how>').choices(['short', 'long']));
  top.command('secret', { hidden: true });
  return top;
}

it('every place knows its commands, options, and what they may be', () => {
  const places = completionTree(program());
  expect(places.map(({ path }) => path)).toEqual([
    ...['', 'takes', 'takes list', 'takes show', 'shots', 'shots list', 'shots show'],
  ]);
  const at = (path: string) => places.find((place) => place.path === path);
  expect(at('')?.commands).toEqual([
    { word: 'takes', about: 'look' },
    { word: 'shots', about: 'look' },
  ]);
  expect(at('')?.values).toEqual([
    { option: '--config', choices: [] },
    { option: '-c', choices: [] },
  ]);
  expect(at('takes show')?.choices).toEqual(['short', 'long']);
});

it('a group takes what its usual command takes', () => {
  const [, group] = completionTree(program());
  expect(group?.options.map(({ word }) => word)).toContain('--state');
  expect(group?.values).toContainEqual({ option: '--state', choices: ['held', 'posted'] });
});
