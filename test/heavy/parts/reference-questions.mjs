import { randomBytes } from 'node:crypto';
import {
  acceptedContent,
  CLIENT_CAPABILITIES_META_KEY,
  createRequestStateCodec,
  inputRequired,
} from '@modelcontextprotocol/server';
import { z } from 'zod';
import { says, words } from './reference-media.mjs';

const text = { type: 'string' };
const form = (properties, required = Object.keys(properties)) => ({ type: 'object', properties, required });
const spoken = (message) => [{ role: 'user', content: words(message) }];
const heard = (answer) => [answer.content].flat()[0]?.text ?? '';

/** Signs what travels through the client between two rounds. */
export const rounds = createRequestStateCodec({ key: randomBytes(32) });

const fill = (message, ...fields) =>
  inputRequired.elicit({ message, requestedSchema: form(Object.fromEntries(fields.map((field) => [field, text]))) });
const confirm = () =>
  inputRequired.elicit({ message: 'Please confirm', requestedSchema: form({ ok: { type: 'boolean' } }) });
const complete = (message, maxTokens) => inputRequired.createMessage({ messages: spoken(message), maxTokens });
const ask = (inputRequests) => inputRequired({ inputRequests });
const askAgain = async (inputRequests, state) =>
  inputRequired({ inputRequests, requestState: await rounds.mint(state) });
const answersOf = ({ mcpReq }) => mcpReq.inputResponses ?? {};

const titled = (names) => Object.entries(names).map(([value, title]) => ({ const: value, title }));
const options = { type: 'string', enum: ['option1', 'option2', 'option3'] };
const enums = {
  untitledSingle: options,
  titledSingle: {
    ...text,
    oneOf: titled({ value1: 'First Option', value2: 'Second Option', value3: 'Third Option' }),
  },
  legacyEnum: { ...text, enum: ['opt1', 'opt2', 'opt3'], enumNames: ['Option One', 'Option Two', 'Option Three'] },
  untitledMulti: { type: 'array', items: options },
  titledMulti: {
    type: 'array',
    items: { anyOf: titled({ value1: 'First Choice', value2: 'Second Choice', value3: 'Third Choice' }) },
  },
};
const defaults = {
  name: { ...text, default: 'John Doe' },
  age: { type: 'integer', default: 30 },
  score: { type: 'number', default: 95.5 },
  status: { ...text, enum: ['active', 'inactive', 'pending'], default: 'active' },
  verified: { type: 'boolean', default: true },
};

/** Questions in the middle of a call, as servers asked until 2025. */
export function addQuestions(server) {
  const add = (name, shape, run) =>
    server.registerTool(name, { description: 'Asks while it works', inputSchema: z.object(shape) }, run);
  const elicit = async ({ mcpReq }, message, requestedSchema, label) => {
    const { action, content = {} } = await mcpReq.elicitInput({ mode: 'form', message, requestedSchema });
    return says(`${label}: action=${action}, content=${JSON.stringify(content)}`);
  };
  add('test_sampling', { prompt: z.string() }, async ({ prompt }, { mcpReq }) =>
    says(`LLM response: ${heard(await mcpReq.requestSampling({ messages: spoken(prompt), maxTokens: 100 }))}`),
  );
  const user = {
    username: { ...text, description: "User's response" },
    email: { ...text, description: "User's email address" },
  };
  add('test_elicitation', { message: z.string() }, ({ message }, context) =>
    elicit(context, message, form(user), 'User response'),
  );
  add('test_elicitation_sep1034_defaults', {}, (_args, context) =>
    elicit(context, 'Are these right?', form(defaults, []), 'Elicitation completed'),
  );
  add('test_elicitation_sep1330_enums', {}, (_args, context) =>
    elicit(context, 'Choose', form(enums, []), 'Elicitation completed'),
  );
}

/** Questions as results, answered by the repeated call: the way of 2026. */
export function addRounds(server) {
  const add = (name, run) =>
    server.registerTool(
      `test_${name}`,
      { description: 'Asks by its result', inputSchema: z.object({}) },
      (_args, context) => run(context),
    );
  const name = () => ({ user_name: fill('What is your name?', 'name') });

  add('input_required_result_elicitation', (context) => {
    const given = acceptedContent(context.mcpReq.inputResponses, 'user_name');
    return given === undefined ? ask(name()) : says(`Hello, ${given.name}!`);
  });
  add('streaming_elicitation', (context) => (answersOf(context).user_name === undefined ? ask(name()) : says('heard')));
  add('input_required_result_sampling', (context) => {
    const answer = answersOf(context).capital_question;
    const question = { capital_question: complete('What is the capital of France?', 100) };
    return answer === undefined ? ask(question) : says(`LLM said: ${heard(answer)}`);
  });
  add('input_required_result_list_roots', (context) => {
    const answer = answersOf(context).client_roots;
    if (answer === undefined) return ask({ client_roots: inputRequired.listRoots() });
    return says(`roots: ${answer.roots.map(({ uri }) => uri).join(', ')}`);
  });
  for (const [tool, key] of [
    ['input_required_result_request_state', 'confirm'],
    ['input_required_result_tampered_state', 'confirm'],
  ]) {
    add(tool, async (context) => {
      const isKnown = context.mcpReq.requestState()?.tool === tool;
      if (isKnown && answersOf(context)[key] !== undefined) return says('state-ok');
      return askAgain({ [key]: confirm() }, { tool });
    });
  }
  add('input_required_result_multiple_inputs', async (context) => {
    const { user_name: user, greeting, client_roots: roots } = answersOf(context);
    const isKnown = context.mcpReq.requestState()?.tool === 'several';
    if (isKnown && user && greeting && roots) return says('all inputs received');
    const questions = {
      ...name(),
      greeting: complete('Generate a greeting', 50),
      client_roots: inputRequired.listRoots(),
    };
    return askAgain(questions, { tool: 'several' });
  });
  add('input_required_result_multi_round', multiRound);
  add('input_required_result_capabilities', (context) => {
    const can = context.mcpReq.envelope?.[CLIENT_CAPABILITIES_META_KEY] ?? {};
    const questions = {
      ...(can.elicitation && { person: fill('What is your name?', 'name') }),
      ...(can.sampling && { model: complete('Say hello', 20) }),
    };
    const isDone = Object.keys(answersOf(context)).length > 0 || Object.keys(questions).length === 0;
    return isDone ? says('done') : ask(questions);
  });
  add('missing_capability', (context) =>
    answersOf(context).model === undefined ? ask({ model: complete('Only with sampling', 10) }) : says('done'),
  );
}

async function multiRound(context) {
  const state = context.mcpReq.requestState();
  const responses = context.mcpReq.inputResponses;
  const first = state?.round === 1 ? acceptedContent(responses, 'step1') : undefined;
  const second = state?.round === 2 ? acceptedContent(responses, 'step2') : undefined;
  if (second !== undefined) return says(`${state.name} likes ${second.color}`);
  if (first !== undefined) {
    return askAgain({ step2: fill('Step 2: What is your favorite color?', 'color') }, { round: 2, name: first.name });
  }
  return askAgain({ step1: fill('Step 1: What is your name?', 'name') }, { round: 1 });
}

/** A prompt that asks by its result. */
export function addAskingPrompt(server) {
  server.registerPrompt('test_input_required_result_prompt', { description: 'Asks for its context' }, (context) => {
    const given = acceptedContent(context.mcpReq.inputResponses, 'user_context');
    if (given === undefined) return ask({ user_context: fill('What context should the prompt use?', 'context') });
    return { messages: spoken(`Context: ${given.context}`) };
  });
}
