import { table } from './table.js';

/**
 * What a noun of a tool name stands for, as far as money goes: `media` is what gets generated; `record` is an entry in somebody's
 * books; `machine` is hired by the hour; `job` is work under way; `account` is the user and what is left; `agent` and `call` are
 * somebody who speaks for the user.
 */
export type Thing =
  'media' | 'record' | 'plan' | 'machine' | 'job' | 'state' | 'account' | 'agent' | 'call' | 'setting' | 'model';

/** Nouns of tool names, singular. Source: own list. */
const nouns = table<Thing>({
  media: `image picture photo video clip movie film animation speech voice audio music song lyric sound sfx effect 3d mesh
    texture avatar logo icon illustration sticker art artwork portrait drawing poster frame scene shot character variation
    soundtrack jingle track melody motion sprite thumbnail banner storyboard podcast narration caption subtitle transcript
    background answer summary translation analysis embedding insight suggestion`,
  job: 'job task prediction generation operation run request execution queue training batch render result output completion process progress',
  state: 'status state health progress stat statistic',
  account: `account user credit credits balance usage billing subscription quota limit me whoami profile wallet invoice spend
    cost costs pricing price prices secret`,
  machine: 'pod endpoint cluster deployment instance volume gpu machine server worker vm fleet autoscaler repo',
  plan: 'plan outline estimate quote',
  model: 'model version checkpoint weight lora',
  agent: 'agent assistant bot persona',
  call: 'call dial phonecall',
  setting: `config configuration setting settings default defaults preference preferences env environment key apikey credentials
    token cache memory vram directory path issue workspace`,
  record: `folder file template tag metadata context relation registry delegation tool webhook key keys project session collection
    playlist dataset document note entry notebook source library bookmark comment label category group team member permission
    preset asset resource workflow snapshot pack manifest number ssh schema record item row page board bucket tags files url link logs log app
    folders archive`,
});

/** What a noun stands for, in singular or plural. */
export function thingOf(given: string): Thing | undefined {
  const known = nouns.get(given);
  if (known !== undefined) return known;
  const word = given.replace(/'s?$/, '');
  return nouns.get(word) ?? nouns.get(word.replace(/ies$/, 'y')) ?? nouns.get(word.replace(/s$/, ''));
}
